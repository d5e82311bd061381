package dev.vane.gazetteer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The npm packages of a folder's lock file.
 *
 * @param folder where {@code package-lock.json} lies
 */
record NpmPackages(Path folder) {

    private static final List<String> INSTALL =
            List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");

    /**
     * Installs them with {@code npm ci}, unless those of this very lock file are there already.
     *
     * @return the folder with one folder a package
     * @throws IllegalStateException if npm fails; its own words are on the error stream
     */
    Path install() throws IOException, InterruptedException {
        Path packages = folder.resolve("node_modules");
        Path lock = folder.resolve("package-lock.json");
        Path installed = packages.resolve(".installed-package-lock.json");
        if (Files.exists(installed) && Files.mismatch(lock, installed) < 0) {
            return packages;
        }
        int status = new ProcessBuilder(INSTALL)
                .directory(folder.toFile())
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException(String.join(" ", INSTALL) + " in " + folder + " ended with " + status);
        }
        Files.copy(lock, installed);
        return packages;
    }
}
