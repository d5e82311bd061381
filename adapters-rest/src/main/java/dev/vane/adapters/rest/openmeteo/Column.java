package dev.vane.adapters.rest.openmeteo;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** A variable's values. Immutable. */
final class Column {

    private final VariableName name;
    private final Measure unit;
    private final double[] values;

    private Column(VariableName name, Measure unit, double[] values) {
        this.name = name;
        this.unit = unit;
        this.values = values;
    }

    /**
     * Makes the values.
     *
     * @param unit which they are to have
     * @param count how many
     * @param value gives each by its place, in the variable's own unit
     */
    static Column of(VariableName name, Measure unit, int count, IntToDoubleFunction value) {
        double[] values = IntStream.range(0, count)
                .mapToDouble(i -> name.unit().convert(value.applyAsDouble(i), unit))
                .toArray();
        return new Column(name, unit, values);
    }

    /** The variable. */
    VariableName name() {
        return name;
    }

    /** The unit of the values. */
    Measure unit() {
        return unit;
    }

    /** How many values there are. */
    int count() {
        return values.length;
    }

    /** A value by its place: NaN if there is none; of a variable that is a time seconds since 1970. */
    double value(int index) {
        return values[index];
    }
}
