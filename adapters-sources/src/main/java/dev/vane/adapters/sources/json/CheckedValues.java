package dev.vane.adapters.sources.json;

import dev.vane.domain.units.Unit;
import dev.vane.domain.weather.Quantity;
import dev.vane.domain.weather.Values;
import java.util.OptionalDouble;

/**
 * Collects values of an answer in canonical units. Not safe for use by several threads.
 *
 * @param <Q> the kind of quantity
 */
public final class CheckedValues<Q extends Enum<Q> & Quantity> {

    private final Values.Builder<Q> values;

    /** Starts with no value. */
    public CheckedValues(Class<Q> type) {
        values = Values.of(type);
    }

    /**
     * Takes a value if there is one.
     *
     * @param value in {@code unit}
     * @param path where the value stands in the answer
     * @return this
     * @throws JsonFault if the unit does not measure the quantity, or the value is outside of the physical range
     */
    public CheckedValues<Q> set(Q quantity, OptionalDouble value, Unit unit, String path) {
        if (value.isPresent()) {
            values.set(quantity, checked(quantity, value.getAsDouble(), unit, path));
        }
        return this;
    }

    private double checked(Q quantity, double value, Unit unit, String path) {
        double canonical;
        try {
            canonical = unit.convert(value, quantity.dimension().canonical());
        } catch (IllegalArgumentException otherKind) {
            throw new JsonFault(
                    path + " is in " + unit.symbol() + ", which does not measure " + quantity.key(), otherKind);
        }
        if (!quantity.admits(canonical)) {
            throw new JsonFault(path + " is " + value + " " + unit.symbol() + "; " + quantity.key() + " lies between "
                    + quantity.minimum() + " and " + quantity.maximum() + " "
                    + quantity.dimension().canonical().symbol());
        }
        return canonical;
    }

    /** The values taken so far. */
    public Values<Q> build() {
        return values.build();
    }
}
