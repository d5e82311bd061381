package dev.vane.domain.quality;

import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a reading is judged by.
 *
 * @param reading the reading
 * @param before earlier readings of the same station within {@link QualityControl#WINDOW}, ascending
 * @param neighbours what the sources agree on
 */
record Evidence(Observation reading, List<Observation> before, Values<Variable> neighbours) {

    /** What the reading says of a variable. */
    OptionalDouble value(Variable variable) {
        return reading.conditions().values().get(variable);
    }
}
