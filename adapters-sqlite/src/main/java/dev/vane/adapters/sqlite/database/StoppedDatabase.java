package dev.vane.adapters.sqlite.database;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** Reads a database that no process uses, and keeps all others from using it meanwhile. */
public final class StoppedDatabase {

    private StoppedDatabase() {}

    /**
     * Reads.
     *
     * @param attempted what is read, for the message if it fails
     * @param work what to do with the connection, which cannot write
     * @throws StorageException if it failed; if another process holds the database; or if there is none, or it may not be
     *     opened by this program
     */
    public static <T> T read(StorageSettings settings, String attempted, SqlWork<T> work) {
        DatabaseFile file = new DatabaseFile(settings.databaseFile());
        if (Files.notExists(file.path())) {
            throw new StorageException(attempted + ": there is no database " + file);
        }
        ProcessLock lock = ProcessLock.acquire(settings.lockFile());
        try {
            Inspection.requireUsable(file, new Migrator(Migration.all()));
            try (Connection connection = file.connectReadOnly(Map.of("temp_store", "MEMORY"))) {
                return work.with(connection);
            }
        } catch (SQLException e) {
            throw new StorageException(attempted + " in " + file, e);
        } finally {
            lock.withdraw();
        }
    }
}
