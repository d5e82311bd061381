package dev.vane.adapters.sqlite.database;

import java.nio.file.Path;

/**
 * What is true of the database now.
 *
 * @param file where it lies
 * @param bytes its size with its journal or write-ahead log
 * @param journalMode how its transactions are made atomic
 * @param schemaVersion the number of the last migration
 * @param sqliteVersion the version of the SQLite library
 * @param writerEpoch how many times it was opened for writing
 */
public record StorageFacts(
        Path file, long bytes, JournalMode journalMode, int schemaVersion, String sqliteVersion, long writerEpoch) {}
