package dev.vane.adapters.sqlite.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * Where and how Vane's database is kept.
 *
 * @param directory the folder of the database, its side files and its lock; made if it is absent
 * @param journal how transactions are made atomic
 * @param synchronous what survives a loss of power
 * @param readers how many connections read, from 1 to 16
 * @param busyTimeout how long a connection waits for another one's lock, and a reader for a free connection; from 1 ms to
 *     1 min
 */
public record StorageSettings(
        Path directory, JournalChoice journal, Synchronous synchronous, int readers, Duration busyTimeout) {

    /** The default number of connections that read. */
    public static final int DEFAULT_READERS = 4;

    /** The default time that a connection waits for another one's lock. */
    public static final Duration DEFAULT_BUSY_TIMEOUT = Duration.ofSeconds(5);

    private static final int MAX_READERS = 16;
    private static final Duration MAX_BUSY_TIMEOUT = Duration.ofMinutes(1);

    /**
     * Makes the directory absolute and checks the ranges.
     *
     * @throws IllegalArgumentException if a value is out of its range, or the database could be damaged by a loss of power
     */
    public StorageSettings {
        directory = directory.toAbsolutePath().normalize();
        Objects.requireNonNull(journal, "journal");
        Objects.requireNonNull(synchronous, "synchronous");
        if (journal != JournalChoice.WAL && synchronous != Synchronous.FULL) {
            throw new IllegalArgumentException(
                    "synchronous is " + synchronous + "; with journal mode " + journal + " it must be FULL");
        }
        if (readers < 1 || readers > MAX_READERS) {
            throw new IllegalArgumentException("readers is " + readers + ", not from 1 to " + MAX_READERS);
        }
        if (busyTimeout.toMillis() < 1 || busyTimeout.compareTo(MAX_BUSY_TIMEOUT) > 0) {
            throw new IllegalArgumentException("busy timeout is " + busyTimeout + ", not from 1 ms to 1 min");
        }
    }

    /** With a journal mode that does not depend on what the folder lies on. */
    public StorageSettings(
            Path directory, JournalMode journalMode, Synchronous synchronous, int readers, Duration busyTimeout) {
        this(directory, JournalChoice.of(journalMode), synchronous, readers, busyTimeout);
    }

    /**
     * The defaults: the journal mode that fits, nothing acknowledged is ever lost, {@value #DEFAULT_READERS} readers.
     */
    public static StorageSettings in(Path directory) {
        return new StorageSettings(
                directory, JournalChoice.AUTO, Synchronous.FULL, DEFAULT_READERS, DEFAULT_BUSY_TIMEOUT);
    }

    /** The database file. */
    public Path databaseFile() {
        return directory.resolve("vane.db");
    }

    /** The file on which the process that writes holds a lock. */
    public Path lockFile() {
        return directory.resolve("vane.lock");
    }
}
