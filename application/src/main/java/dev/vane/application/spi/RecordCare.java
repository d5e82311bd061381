package dev.vane.application.spi;

import java.time.Instant;

/** Keeps the record small. Safe for use by several threads; works in short transactions, so that nobody waits for long. */
public interface RecordCare {

    /**
     * Packs the observations of whole days into a compact form. They are read and replaced as before.
     *
     * @param before observations with valid times from this on stay as they are
     * @return how many observations were packed
     */
    long pack(Instant before);

    /**
     * Deletes runs for good; the latest run of each place and source stays.
     *
     * @param availableBefore runs that Vane had before this
     * @return how many
     */
    long deleteRuns(Instant availableBefore);

    /**
     * Deletes observations for good; the latest one of each place and source stays.
     *
     * @param validBefore observations with valid times before this
     * @return how many
     */
    long deleteObservations(Instant validBefore);

    /** When the oldest run became available; {@link Instant#MAX} if there is none. */
    Instant oldestRun();

    /** Gives free pages back to the file system, some at a time, without keeping readers from reading. */
    void shrink();

    /** How large the database is without what is free in it, bytes. */
    long bytesUsed();
}
