package dev.vane.adapters.sqlite.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A database file and the files that SQLite lays beside it. It is never opened through Java's own channels or streams:
 * closing one would drop the locks that SQLite holds on it (POSIX advisory locks belong to the process).
 *
 * @param path where it lies, absolute
 */
record DatabaseFile(Path path) {

    /** The URL for JDBC. A file URI, in which no character of a path can be mistaken for an option. */
    String url() {
        return "jdbc:sqlite:" + path.toUri();
    }

    /** Opens a connection apart from any pool. */
    Connection connect(Map<String, String> properties) throws SQLException {
        return connect(url(), properties);
    }

    /**
     * Opens a connection that reads the main file alone and neither writes, locks nor makes any file, whatever state the
     * file is in.
     */
    Connection connectUntouching() throws SQLException {
        return connect(url() + "?mode=ro&immutable=1", Map.of("open_mode", "1"));
    }

    /** Opens a connection apart from any pool that can only read. */
    Connection connectReadOnly(Map<String, String> properties) throws SQLException {
        Map<String, String> all = new HashMap<>(properties);
        all.put("open_mode", "1");
        return connect(url() + "?mode=ro", all);
    }

    private static Connection connect(String url, Map<String, String> properties) throws SQLException {
        Properties info = new Properties();
        info.putAll(properties);
        return DriverManager.getConnection(url, info);
    }

    /** The write-ahead log beside it. */
    Path wal() {
        return beside("-wal");
    }

    /** The rollback journal beside it. */
    Path journal() {
        return beside("-journal");
    }

    /** Every file that SQLite lays beside it. */
    List<Path> sideFiles() {
        return List.of(wal(), journal(), beside("-shm"));
    }

    private Path beside(String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }

    /** Its size with that of its side files. */
    long totalBytes() {
        return bytes(path) + bytes(wal()) + bytes(journal());
    }

    /** The size of a file, 0 if it is absent. */
    static long bytes(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new StorageException("reading the size of " + file, e);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
