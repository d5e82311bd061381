package dev.vane.bootstrap.config;

import dev.vane.adapters.sqlite.database.JournalChoice;
import dev.vane.adapters.sqlite.database.StorageSettings;
import dev.vane.adapters.sqlite.database.Synchronous;

/** What the settings mean for the database. */
public final class Storage {

    private Storage() {}

    /** How the database is opened. */
    public static StorageSettings settings(Configuration.Data data) {
        JournalChoice journal = switch (data.journalMode()) {
            case AUTO -> JournalChoice.AUTO;
            case WAL -> JournalChoice.WAL;
            case DELETE -> JournalChoice.DELETE;
        };
        return new StorageSettings(
                data.directory(),
                journal,
                Synchronous.FULL,
                StorageSettings.DEFAULT_READERS,
                StorageSettings.DEFAULT_BUSY_TIMEOUT);
    }
}
