package dev.vane.domain.weather;

import dev.vane.domain.units.Dimension;

/** A meteorological quantity that {@link Values} can hold, in the canonical unit of its dimension. */
public sealed interface Quantity permits Variable, DailyVariable {

    /** Its name in URLs, JSON and tables, in lower camel case. */
    String key();

    /** What it measures, and so its unit. */
    Dimension dimension();

    /** The least value that can be true on earth, in the canonical unit. */
    double minimum();

    /** The greatest value that can be true on earth, in the canonical unit. */
    double maximum();

    /** Tells whether a value is finite and within the physical range. */
    default boolean admits(double value) {
        return value >= minimum() && value <= maximum();
    }
}
