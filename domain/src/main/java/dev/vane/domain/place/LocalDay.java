package dev.vane.domain.place;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A day of a time zone's calendar, from its first instant (inclusive) to the next day's first (exclusive): 24 hours,
 * but 23 or 25 where clocks are changed, and none at all where a zone skipped a date.
 *
 * @param date the date
 * @param zone the time zone
 * @param start the first instant of the day
 * @param end the first instant of the next day, not before {@code start}
 */
public record LocalDay(LocalDate date, ZoneId zone, Instant start, Instant end) {

    /** The last year that has local days. */
    public static final int MAX_YEAR = 9999;

    /** Checks that the day does not end before it starts. */
    public LocalDay {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("day " + date + " ends at " + end + ", before its start at " + start);
        }
    }

    /**
     * The day of a date.
     *
     * @throws IllegalArgumentException if the year is not between 1 and {@link #MAX_YEAR}
     */
    public static LocalDay of(LocalDate date, ZoneId zone) {
        if (date.getYear() < 1 || date.getYear() > MAX_YEAR) {
            throw new IllegalArgumentException("date is " + date + ", its year not between 1 and " + MAX_YEAR);
        }
        return new LocalDay(date, zone, startOf(date, zone), startOf(date.plusDays(1), zone));
    }

    /**
     * The day that holds an instant.
     *
     * @throws IllegalArgumentException if the instant lies about outside of the years 1 to {@link #MAX_YEAR}
     */
    public static LocalDay holding(Instant instant, ZoneId zone) {
        boolean farOff = Math.abs(instant.getEpochSecond())
                > Duration.ofDays(366L * MAX_YEAR).toSeconds();
        if (farOff) {
            throw new IllegalArgumentException("instant is " + instant + ", not between the years 1 and " + MAX_YEAR);
        }
        return of(LocalDate.ofInstant(instant, zone), zone);
    }

    /** The day after this one. */
    public LocalDay next() {
        return of(date.plusDays(1), zone);
    }

    /** How long the day is. */
    public Duration length() {
        return Duration.between(start, end);
    }

    /** Tells whether an instant lies in the day. */
    public boolean holds(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    /** How much of a span of time lies in the day; zero if the span ends before it starts. */
    public Duration overlap(Instant from, Instant to) {
        Instant later = from.isAfter(start) ? from : start;
        Instant earlier = to.isBefore(end) ? to : end;
        return later.isBefore(earlier) ? Duration.between(later, earlier) : Duration.ZERO;
    }

    private static Instant startOf(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toInstant();
    }
}
