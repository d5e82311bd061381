package dev.vane.adapters.sources.metnorway;

import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;

/**
 * What MET Norway says of the time after an instant.
 *
 * @param start the instant
 * @param length how far ahead it reaches, positive
 * @param sky the look of the sky in that time
 * @param values what falls in that time
 */
record Block(Instant start, Duration length, Sky sky, Values<Variable> values) {

    Instant end() {
        return start.plus(length);
    }

    boolean saysNothing() {
        return values.isEmpty() && sky.equals(Sky.UNKNOWN);
    }
}
