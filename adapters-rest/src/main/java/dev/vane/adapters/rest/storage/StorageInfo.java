package dev.vane.adapters.rest.storage;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What is true of the database.
 *
 * @param file where it lies
 * @param bytes its size with its journal or write-ahead log
 * @param lies what it lies on
 * @param journalMode the journal mode in force
 * @param journalModeSetting the one that was asked for
 * @param schemaVersion the version of its schema
 * @param sqliteVersion the version of SQLite
 * @param writerEpoch how many times it was opened for writing
 */
public record StorageInfo(
        Path file,
        long bytes,
        Ground lies,
        String journalMode,
        String journalModeSetting,
        int schemaVersion,
        String sqliteVersion,
        long writerEpoch) {

    /** Checks that nothing is missing. */
    public StorageInfo {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(lies, "lies");
        Objects.requireNonNull(journalMode, "journalMode");
        Objects.requireNonNull(journalModeSetting, "journalModeSetting");
        Objects.requireNonNull(sqliteVersion, "sqliteVersion");
    }

    /**
     * What the database lies on.
     *
     * @param fileSystem the type of the file system
     * @param kind local, temporary, network or unknown
     * @param warning what is wrong with it; empty if nothing is
     */
    public record Ground(String fileSystem, String kind, Optional<String> warning) {

        /** Checks that nothing is missing. */
        public Ground {
            Objects.requireNonNull(fileSystem, "fileSystem");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(warning, "warning");
        }
    }
}
