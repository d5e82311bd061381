package dev.vane.adapters.rest.outlook;

import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * The weather at one time.
 *
 * @param time when
 * @param period the time up to then that the values of an interval are of; zero if there are none
 * @param sky the look of the sky
 * @param values what is known, in canonical units
 */
public record Moment(Instant time, Duration period, Sky sky, Values<Variable> values) {

    /** A value in its canonical unit. */
    public OptionalDouble value(Variable variable) {
        return values.get(variable);
    }

    /** What fell in the period. */
    public Fall fall() {
        return new Fall(
                period,
                value(Variable.PRECIPITATION),
                value(Variable.RAIN),
                value(Variable.SNOWFALL),
                value(Variable.PRECIPITATION_PROBABILITY));
    }
}
