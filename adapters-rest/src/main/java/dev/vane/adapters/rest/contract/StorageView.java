package dev.vane.adapters.rest.contract;

import dev.vane.adapters.rest.storage.StorageInfo;
import io.avaje.jsonb.Json;
import java.util.Optional;

/**
 * What the operations listener says of the database.
 *
 * @param file where it lies
 * @param bytes its size with its journal or write-ahead log
 * @param fileSystem the type of the file system that it lies on
 * @param fileSystemKind local, temporary, network or unknown
 * @param warning what is wrong with the file system
 * @param journalMode the journal mode in force: wal or delete
 * @param journalModeSetting the one that was asked for: auto, wal or delete
 * @param schemaVersion the version of its schema
 * @param sqliteVersion the version of SQLite
 * @param writerEpoch how many times it was opened for writing
 */
@Json
public record StorageView(
        String file,
        long bytes,
        String fileSystem,
        String fileSystemKind,
        Optional<String> warning,
        String journalMode,
        String journalModeSetting,
        int schemaVersion,
        String sqliteVersion,
        long writerEpoch) {

    /** Shows it. */
    public static StorageView of(StorageInfo info) {
        return new StorageView(
                info.file().toString(),
                info.bytes(),
                info.lies().fileSystem(),
                info.lies().kind(),
                info.lies().warning(),
                info.journalMode(),
                info.journalModeSetting(),
                info.schemaVersion(),
                info.sqliteVersion(),
                info.writerEpoch());
    }
}
