package dev.vane.adapters.sqlite.database;

import java.nio.file.Path;

/**
 * What is true of the database now.
 *
 * @param file where it lies
 * @param bytes its size with its journal or write-ahead log
 * @param footing what it lies on, and how its transactions are made atomic there
 * @param schemaVersion the number of the last migration
 * @param sqliteVersion the version of the SQLite library
 * @param writerEpoch how many times it was opened for writing
 */
public record StorageFacts(
        Path file, long bytes, Footing footing, int schemaVersion, String sqliteVersion, long writerEpoch) {

    /** How its transactions are made atomic. */
    public JournalMode journalMode() {
        return footing.journalMode();
    }

    @Override
    public String toString() {
        return file + " on " + footing + ", schema " + schemaVersion + ", SQLite " + sqliteVersion + ", writer epoch "
                + writerEpoch + ", " + bytes + " bytes";
    }
}
