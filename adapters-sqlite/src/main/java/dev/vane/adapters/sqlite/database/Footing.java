package dev.vane.adapters.sqlite.database;

import java.util.Objects;

/**
 * What the database lies on, and how its transactions are made atomic there.
 *
 * @param fileSystem what the data directory lies on
 * @param asked which journal mode was asked for
 * @param journalMode the journal mode in force
 */
public record Footing(DataFileSystem fileSystem, JournalChoice asked, JournalMode journalMode) {

    /** Checks that nothing is missing. */
    public Footing {
        Objects.requireNonNull(fileSystem, "fileSystem");
        Objects.requireNonNull(asked, "asked");
        Objects.requireNonNull(journalMode, "journalMode");
    }

    /**
     * Finds out what the data directory lies on and decides.
     *
     * @throws StorageException if it cannot be found out, or the journal mode that is asked for does not work there
     */
    static Footing find(StorageSettings settings) {
        DataFileSystem fileSystem = DataFileSystem.of(settings.directory());
        return new Footing(fileSystem, settings.journal(), settings.journal().on(fileSystem));
    }

    @Override
    public String toString() {
        return fileSystem.type() + " (" + fileSystem.kind().key() + "), journal mode " + journalMode.pragma()
                + (asked == JournalChoice.AUTO ? " by choice of the program" : " as set");
    }
}
