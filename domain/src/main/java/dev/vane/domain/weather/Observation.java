package dev.vane.domain.weather;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Conditions measured, or analysed by a source, for a past or present time.
 *
 * @param validTime the time that they are valid for
 * @param period how far back the interval variables reach: they are over {@code (validTime - period, validTime]};
 *     zero if there is none
 * @param conditions what was observed
 */
public record Observation(Instant validTime, Duration period, Conditions conditions) {

    /** Checks that nothing is missing and that the period is not negative. */
    public Observation {
        Objects.requireNonNull(validTime, "validTime");
        Objects.requireNonNull(conditions, "conditions");
        Steps.requirePeriod(period, conditions);
    }
}
