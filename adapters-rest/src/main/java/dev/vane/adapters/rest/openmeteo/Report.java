package dev.vane.adapters.rest.openmeteo;

import dev.vane.domain.place.Coordinates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What is answered of one place, before it is written in a format.
 *
 * @param coordinates of the place
 * @param elevation metres, empty if unknown
 * @param zone in which times are written
 * @param id of the place in the answer
 * @param current the blocks of now
 * @param sections the blocks of times
 */
record Report(
        Coordinates coordinates,
        OptionalDouble elevation,
        ClientZone zone,
        int id,
        List<Current> current,
        List<Section> sections) {

    /**
     * Values now.
     *
     * @param key the block's name
     * @param time of the values
     * @param interval over which sums are
     * @param columns of one value each
     */
    record Current(String key, Instant time, Duration interval, List<Column> columns) {}

    /**
     * Values at times.
     *
     * @param key the block's name
     * @param axis the times
     * @param columns of as many values as there are times
     */
    record Section(String key, TimeAxis axis, List<Column> columns) {

        /** Tells whether the times are days, written without an hour. */
        boolean ofDays() {
            return axis.step().compareTo(Duration.ofDays(1)) >= 0;
        }
    }
}
