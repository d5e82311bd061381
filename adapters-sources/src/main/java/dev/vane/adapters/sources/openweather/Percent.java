package dev.vane.adapters.sources.openweather;

import java.util.OptionalDouble;

/** Probabilities from 0 to 1 as percentages. */
final class Percent {

    private Percent() {}

    /** A hundred times the value, to two decimals, as it has at most four: 0.57 gives 57, not 56.99999999999999. */
    static OptionalDouble of(OptionalDouble share) {
        return share.isPresent() ? OptionalDouble.of(Math.rint(share.getAsDouble() * 10_000) / 100) : share;
    }
}
