package dev.vane.domain.weather;

import java.util.Objects;

/**
 * The set of meteorological variables at one valid time.
 *
 * @param sky the look of the sky, {@link Sky#UNKNOWN} if not known
 * @param values what else is known, in canonical units
 */
public record Conditions(Sky sky, Values<Variable> values) {

    /** Checks that nothing is missing. */
    public Conditions {
        Objects.requireNonNull(sky, "sky");
        Objects.requireNonNull(values, "values");
    }
}
