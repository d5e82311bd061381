package dev.vane.domain.weather;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Conditions measured, or analysed by a source, for a past or present time.
 *
 * @param validTime the time that they are valid for
 * @param period how far back the interval variables reach: they are over {@code (validTime - period, validTime]};
 *     zero if there is none
 * @param conditions what was observed
 * @param rainCounter what the rain gauge of a station has counted; empty if it has none
 */
public record Observation(
        Instant validTime, Duration period, Conditions conditions, Optional<RainCounter> rainCounter) {

    /** Checks that nothing is missing and that the period is not negative. */
    public Observation {
        Objects.requireNonNull(validTime, "validTime");
        Objects.requireNonNull(conditions, "conditions");
        Objects.requireNonNull(rainCounter, "rainCounter");
        Steps.requirePeriod(period, conditions);
    }

    /** What was observed without a rain counter. */
    public Observation(Instant validTime, Duration period, Conditions conditions) {
        this(validTime, period, conditions, Optional.empty());
    }
}
