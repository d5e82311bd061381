package dev.vane.adapters.sqlite.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Folders of a database as tests see them. */
final class Folder {

    private Folder() {}

    /** Every file of a folder with all its bytes. */
    static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> contents.put(file.getFileName().toString(), hex(file)));
        }
        return contents;
    }

    private static String hex(Path file) {
        try {
            return Files.isDirectory(file) ? "a folder" : HexFormat.of().formatHex(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A folder as a killed process leaves it: what was written lies in the write-ahead log, which nobody has recovered.
     *
     * @param rows how many rows of a table {@code kept} were acknowledged
     */
    static void crash(Path from, Path to, int rows) throws IOException {
        try (Database database = Database.open(StorageSettings.in(from))) {
            database.write("making a table", connection -> {
                Sql.run(connection, "CREATE TABLE kept (n INTEGER PRIMARY KEY, filler TEXT) STRICT");
                return 0;
            });
            for (int n = 0; n < rows; n++) {
                insert(database, n);
            }
            Files.createDirectories(to);
            for (String name : new String[] {"vane.db", "vane.db-wal", "vane.db-shm"}) {
                Files.copy(from.resolve(name), to.resolve(name));
            }
        }
    }

    /** Writes a row of a page's size. */
    static void insert(Database database, int n) {
        database.write("inserting " + n, connection -> {
            Sql.run(connection, "INSERT INTO kept VALUES (" + n + ", hex(zeroblob(4000)))");
            return 0;
        });
    }

    /** How many rows there are in {@code kept}. */
    static long rows(Database database) {
        return database.read("counting", connection -> Sql.number(connection, "SELECT count(*) FROM kept"));
    }
}
