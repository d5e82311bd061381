package dev.vane.domain.weather;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * One step of a forecast.
 *
 * @param validTime the time that instant values are valid for, and at which the interval ends
 * @param period how far back the interval variables reach: they are over {@code (validTime - period, validTime]}
 *     whatever the provider's convention; zero if the step has none
 * @param conditions what is expected
 */
public record ForecastStep(Instant validTime, Duration period, Conditions conditions) {

    /** Checks that nothing is missing and that the period is not negative. */
    public ForecastStep {
        Objects.requireNonNull(validTime, "validTime");
        Objects.requireNonNull(conditions, "conditions");
        Steps.requirePeriod(period, conditions);
    }
}
