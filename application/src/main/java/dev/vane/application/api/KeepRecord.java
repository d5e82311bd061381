package dev.vane.application.api;

import java.time.Duration;
import java.time.Instant;

/** Keeps the record small. For one thread at a time. */
public interface KeepRecord {

    /**
     * Packs what is not new any more, deletes what is older than the record is kept or more than fits, and gives free space
     * back. Readers and writers go on meanwhile.
     *
     * @return when to do so again
     */
    Instant tidy();

    /**
     * How long the record is kept, and how large it may become. Scores stay when what they were computed from is deleted.
     *
     * @param runs runs that became available longer ago are deleted; positive
     * @param observations observations that are older are deleted; positive
     * @param largestBytes beyond it, the oldest runs are deleted until it fits, however young they are; positive
     */
    record Retention(Duration runs, Duration observations, long largestBytes) {

        /** Runs for a year and a bit, observations for a lifetime, 4 GiB. */
        public static final Retention DEFAULT = new Retention(Duration.ofDays(400), Duration.ofDays(36_500), 4L << 30);

        /** Checks that all are positive. */
        public Retention {
            if (!runs.isPositive() || !observations.isPositive() || largestBytes <= 0) {
                throw new IllegalArgumentException("retention of runs " + runs + ", of observations " + observations
                        + ", " + largestBytes + " bytes");
            }
        }
    }
}
