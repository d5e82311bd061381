package dev.vane.domain.scoring;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * A range of lead times {@code (after, upTo]} in hours; the first includes 0. Lead time is valid time minus the time at
 * which Vane had the forecast.
 *
 * <p>For each bucket and valid time, the forecast of a source that counts is the one that a reader had at {@link
 * #readAhead()} before the valid time: the latest run by then, if its lead time is in the bucket. So every source is
 * compared on what could have been known at one and the same time.
 */
public enum LeadBucket {
    /** Up to 6 hours. */
    HOURS_6(0, 6, 3),
    /** 6 to 12 hours. */
    HOURS_12(6, 12, 9),
    /** 12 to 24 hours. */
    HOURS_24(12, 24, 18),
    /** One to two days. */
    DAYS_2(24, 48, 36),
    /** Two to three days. */
    DAYS_3(48, 72, 60),
    /** Three to five days. */
    DAYS_5(72, 120, 96),
    /** Five to seven days. */
    DAYS_7(120, 168, 144),
    /** Seven to ten days. */
    DAYS_10(168, 240, 204);

    private final int after;
    private final int upTo;
    private final int readAhead;

    LeadBucket(int after, int upTo, int readAhead) {
        this.after = after;
        this.upTo = upTo;
        this.readAhead = readAhead;
    }

    /** The bucket that holds a lead time, or empty if it is negative or above 240 hours. */
    public static Optional<LeadBucket> holding(Duration lead) {
        return lead.isNegative()
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(bucket -> lead.compareTo(Duration.ofHours(bucket.upTo)) <= 0)
                        .findFirst();
    }

    /** The lead time beyond which it begins, hours. */
    public int after() {
        return after;
    }

    /** The greatest lead time in it, hours. */
    public int upTo() {
        return upTo;
    }

    /** How long before the valid time the reader looks whose forecast is scored: the middle of the bucket. */
    public Duration readAhead() {
        return Duration.ofHours(readAhead);
    }

    /**
     * At which hours of the day, UTC, forecasts are scored: every so many. Neighbouring hours of a forecast of several days
     * are wrong together, and most providers have only some of them.
     */
    public int everyHours() {
        return upTo <= 24 ? 1 : 3;
    }

    /** Its name in URLs and JSON, such as {@code 24-48}. */
    public String key() {
        return after + "-" + upTo;
    }
}
