package dev.vane.adapters.rest.openmeteo;

import java.time.Duration;
import java.time.Instant;

/**
 * The times of a section, evenly spaced.
 *
 * @param start the first
 * @param count how many, 0 or more
 * @param step from one to the next, positive
 */
record TimeAxis(Instant start, int count, Duration step) {

    /** A time by its place. */
    Instant at(int index) {
        return start.plus(step.multipliedBy(index));
    }

    /** When the last step ends. */
    Instant end() {
        return at(count);
    }
}
