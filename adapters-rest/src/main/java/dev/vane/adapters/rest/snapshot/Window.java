package dev.vane.adapters.rest.snapshot;

import dev.vane.domain.place.LocalDay;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The hour and the local day in progress: while they last, the same data make the same document.
 *
 * @param hour when the hour began, in UTC
 * @param today the day in the place's time zone
 */
public record Window(Instant hour, LocalDay today) {

    /** The one that holds a time, at a place of a time zone. */
    public static Window at(Instant now, ZoneId zone) {
        return new Window(now.truncatedTo(ChronoUnit.HOURS), LocalDay.holding(now, zone));
    }

    /** When it began: with the hour, or in the middle of it where the local day does. */
    public Instant start() {
        return hour.isAfter(today.start()) ? hour : today.start();
    }

    /** When it is over. */
    public Instant end() {
        Instant nextHour = hour.plus(Duration.ofHours(1));
        return nextHour.isBefore(today.end()) ? nextHour : today.end();
    }
}
