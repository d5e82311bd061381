package dev.vane.domain.weather;

import java.util.Objects;

/**
 * What a rain gauge has counted since it last began anew. The fall between two readings is the difference of their
 * counters of the same kind; a counter that is less than before has begun anew in between.
 *
 * @param reset when it begins anew by itself; it may at any other time, too, as when a battery is changed
 * @param millimetres liquid water, 0 to 100,000
 */
public record RainCounter(Reset reset, double millimetres) {

    /** Beyond any counter: the wettest years on earth bring 26 m, and a counter is not kept for long. */
    public static final double MAX_MILLIMETRES = 100_000;

    /** When a counter begins anew. */
    public enum Reset {
        /** Never by itself. */
        NEVER,
        /** Each calendar year. */
        YEARLY,
        /** Each calendar month. */
        MONTHLY,
        /** Each week. */
        WEEKLY,
        /** Each day at the station's midnight. */
        DAILY
    }

    /** Checks that the counter is finite and in its range. */
    public RainCounter {
        Objects.requireNonNull(reset, "reset");
        if (!(millimetres >= 0 && millimetres <= MAX_MILLIMETRES)) {
            throw new IllegalArgumentException(
                    "rain counter is " + millimetres + " mm, not between 0 and " + MAX_MILLIMETRES);
        }
    }
}
