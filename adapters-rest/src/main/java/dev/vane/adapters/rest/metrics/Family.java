package dev.vane.adapters.rest.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A family of samples.
 *
 * @param name the family's name, which ends with its unit
 * @param unit the unit as it ends the name; empty if it has none
 * @param type what kind of values it has
 * @param help a sentence about it, in one line
 */
record Family(String name, String unit, Type type, String help) {

    /** Kinds of families. */
    enum Type {
        /** Values that go up and down. */
        GAUGE,
        /** A sample for each state, of which one is 1 and the others are 0; its label has the family's name. */
        STATE_SET;

        /** How OpenMetrics calls it. */
        String openMetrics() {
            return name().toLowerCase(Locale.ROOT).replace("_", "");
        }
    }

    /** A family of gauges with a unit. */
    static Family gauge(String stem, String unit, String help) {
        return new Family(unit.isEmpty() ? stem : stem + "_" + unit, unit, Type.GAUGE, help);
    }

    /**
     * A value.
     *
     * @param family what it is of
     * @param labels what tells it from the others of its family
     * @param value the value, in the family's unit
     */
    record Sample(Family family, List<Label> labels, double value) {

        /** Copies the labels. */
        Sample {
            labels = List.copyOf(labels);
        }

        static Sample of(Family family, double value, Label... labels) {
            return new Sample(family, Arrays.asList(labels), value);
        }
    }

    /**
     * A name and what it has.
     *
     * @param name a name as Prometheus takes it
     * @param value any text
     */
    record Label(String name, String value) {}
}
