package dev.vane.adapters.rest.openmeteo;

import java.util.Arrays;
import java.util.Optional;

/** How a variable's values of a day become one, with the numbers of the FlatBuffers schema. */
enum Aggregation {
    NONE("", 0),
    MINIMUM("_min", 1),
    MAXIMUM("_max", 2),
    MEAN("_mean", 3),
    DOMINANT("_dominant", 9),
    SUM("_sum", 10),
    /** Of an ensemble's members, at one time. */
    SPREAD("_spread", 11);

    private final String suffix;
    private final int code;

    Aggregation(String suffix, int code) {
        this.suffix = suffix;
        this.code = code;
    }

    byte code() {
        return (byte) code;
    }

    /** What a name ends in. */
    String suffix() {
        return suffix;
    }

    /** A name without this at its end. */
    String strip(String name) {
        return name.substring(0, name.length() - suffix.length());
    }

    /** The one that a name ends in. */
    static Optional<Aggregation> ending(String name) {
        return Arrays.stream(values())
                .filter(one -> one != NONE && name.endsWith(one.suffix))
                .findFirst();
    }
}
