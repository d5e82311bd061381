package dev.vane.application.record;

import dev.vane.application.api.KeepRecord;
import dev.vane.application.spi.RecordCare;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Tidies the record: once soon after the start, then each few hours, so that what there is to do at a time is little. */
public final class RecordKeeper implements KeepRecord {

    private static final Logger LOG = System.getLogger(RecordKeeper.class.getName());

    private static final Duration INTERVAL = Duration.ofHours(6);

    /** What is newer may still be repeated or come late; it is packed later. */
    private static final Duration UNPACKED = Duration.ofDays(8);

    /** When the record is too large, runs of so many days go at a time. */
    private static final Duration SLICE = Duration.ofDays(1);

    /** However large the record is: the last days are what scores are made of. */
    private static final Duration KEPT_IN_ANY_CASE = Duration.ofDays(11);

    private final Clock clock;
    private final RecordCare care;
    private final Retention retention;

    /** A keeper of a record. */
    public RecordKeeper(Clock clock, RecordCare care, Retention retention) {
        this.clock = clock;
        this.care = care;
        this.retention = retention;
    }

    @Override
    public Instant tidy() {
        Instant now = clock.instant();
        long packed = care.pack(now.minus(UNPACKED).truncatedTo(ChronoUnit.DAYS));
        long observations = care.deleteObservations(now.minus(retention.observations()));
        long runs = care.deleteRuns(now.minus(retention.runs())) + deleteUntilItFits(now);
        if (observations + runs > 0) {
            care.shrink();
        }
        if (packed + observations + runs > 0) {
            LOG.log(
                    Level.INFO,
                    "record: " + packed + " observations packed, " + observations + " deleted, " + runs
                            + " runs deleted; " + care.bytesUsed() + " bytes in use");
        }
        return now.plus(INTERVAL);
    }

    private long deleteUntilItFits(Instant now) {
        Instant last = now.minus(KEPT_IN_ANY_CASE);
        long deleted = 0;
        Instant before = care.oldestRun();
        while (care.bytesUsed() > retention.largestBytes() && before.isBefore(last)) {
            before = before.plus(SLICE);
            deleted += care.deleteRuns(before.isBefore(last) ? before : last);
        }
        if (care.bytesUsed() > retention.largestBytes()) {
            LOG.log(Level.WARNING, "the record is larger than it may be, and there are no older runs to delete");
        }
        return deleted;
    }
}
