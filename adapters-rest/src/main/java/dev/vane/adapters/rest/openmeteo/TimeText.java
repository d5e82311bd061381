package dev.vane.adapters.rest.openmeteo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * How times are written: as local time without an offset, or in seconds since 1970.
 *
 * @param unix whether in seconds
 * @param zone of local times
 */
record TimeText(boolean unix, ClientZone zone) {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    /** The name of this form in the blocks of units. */
    String unit() {
        return (unix ? Measure.UNIX_TIME : Measure.ISO8601).symbol();
    }

    /** A time; local ones in quotes if they are for JSON. */
    String of(Instant time, boolean day, String quote) {
        if (unix) {
            return Long.toString(time.getEpochSecond());
        }
        LocalDateTime local = LocalDateTime.ofInstant(time, zone.offset());
        return quote + (day ? local.toLocalDate().toString() : MINUTES.format(local)) + quote;
    }
}
