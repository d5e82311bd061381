package dev.vane.adapters.sources;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder of recorded answers beside the repository, where there is one. */
public final class SharedFolder {

    private SharedFolder() {}

    /** A folder or file below it; empty, with a line in the output, if there is none. */
    public static Optional<Path> find(String relative) {
        Path path = Path.of(System.getProperty("vane.shared", "../../shared"), relative)
                .normalize();
        if (Files.exists(path)) {
            return Optional.of(path);
        }
        report("no " + path + ": the tests that read it are skipped");
        return Optional.empty();
    }

    /** Writes a line to the output of the tests. */
    public static void report(String line) {
        System.out.println("[shared] " + line);
    }
}
