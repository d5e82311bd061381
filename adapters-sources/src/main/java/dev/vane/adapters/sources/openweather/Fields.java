package dev.vane.adapters.sources.openweather;

import dev.vane.adapters.sources.json.CheckedValues;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.domain.units.Unit;
import dev.vane.domain.weather.Quantity;

/**
 * Takes values from the members of an object.
 *
 * @param <Q> the kind of quantity
 */
record Fields<Q extends Enum<Q> & Quantity>(JsonObject from, CheckedValues<Q> values) {

    /** Takes a member if it is there. */
    void take(Q quantity, String name, Unit unit) {
        values.set(quantity, from.number(name), unit, from.path(name));
    }
}
