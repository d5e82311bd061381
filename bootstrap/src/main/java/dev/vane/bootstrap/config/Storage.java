package dev.vane.bootstrap.config;

import dev.vane.adapters.sqlite.database.JournalMode;
import dev.vane.adapters.sqlite.database.StorageSettings;
import dev.vane.adapters.sqlite.database.Synchronous;

/** What the settings mean for the database. */
public final class Storage {

    private Storage() {}

    /** How the database is opened. */
    public static StorageSettings settings(Configuration.Data data) {
        JournalMode journalMode = switch (data.journalMode()) {
            case WAL -> JournalMode.WAL;
            case DELETE -> JournalMode.DELETE;
        };
        return new StorageSettings(
                data.directory(),
                journalMode,
                Synchronous.FULL,
                StorageSettings.DEFAULT_READERS,
                StorageSettings.DEFAULT_BUSY_TIMEOUT);
    }
}
