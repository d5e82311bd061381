package dev.vane.adapters.sqlite.gazetteer;

import java.nio.file.Files;
import java.nio.file.Path;

/** The file that the build made, all 199,568 towns, opened once for all tests. */
final class BuiltGazetteer {

    private static final SqliteGazetteer OPEN = SqliteGazetteer.open(path());

    private BuiltGazetteer() {}

    static SqliteGazetteer open() {
        return OPEN;
    }

    static Path path() {
        Path path = Path.of(System.getProperty("gazetteer.path", "gazetteer/target/gazetteer/gazetteer.db"));
        if (!Files.exists(path)) {
            throw new IllegalStateException(path + " is not built: run `mvn -pl adapters-sqlite -am process-classes`");
        }
        return path;
    }
}
