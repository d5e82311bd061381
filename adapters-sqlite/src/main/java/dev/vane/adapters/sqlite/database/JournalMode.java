package dev.vane.adapters.sqlite.database;

import java.util.Locale;

/** How SQLite makes a transaction atomic. See <a href="https://www.sqlite.org/pragma.html#pragma_journal_mode">SQLite</a>. */
public enum JournalMode {
    /** A write-ahead log: readers and the writer do not wait for each other. Needs shared memory: not for NFS. */
    WAL,
    /** A rollback journal, for file systems without shared memory: a commit waits for readers and they for it. */
    DELETE;

    /** Its name as SQLite writes it. */
    String pragma() {
        return name().toLowerCase(Locale.ROOT);
    }
}
