package dev.vane.adapters.sources.nws;

import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads the times of an answer: ISO 8601 with an offset, and intervals of a time and a duration. */
final class NwsTimes {

    private static final Duration LONGEST = Duration.ofDays(31);

    private NwsTimes() {}

    /**
     * A span of time.
     *
     * @param start its beginning
     * @param end its end, after the beginning
     */
    record Span(Instant start, Instant end) {

        Duration length() {
            return Duration.between(start, end);
        }

        boolean holds(Instant from, Instant to) {
            return !from.isBefore(start) && !to.isAfter(end);
        }
    }

    /** A member that is a time and has to be there. */
    static Instant required(JsonObject from, String name) {
        return instant(from.requiredText(name), from.path(name));
    }

    /** When the forecast was issued, if it says so. */
    static Optional<Instant> issuedAt(JsonObject properties) {
        return properties.text("updateTime").map(text -> instant(text, properties.path("updateTime")));
    }

    /** A span such as {@code 2026-02-06T12:00:00+00:00/P1DT6H}, of at most 31 days. */
    static Span span(String text, String path) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new JsonFault(path + " is a string without a slash, not a time and a duration");
        }
        Instant start = instant(text.substring(0, slash), path);
        Duration length = duration(text.substring(slash + 1), path);
        if (!length.isPositive() || length.compareTo(LONGEST) > 0) {
            throw new JsonFault(path + " lasts " + length + ", not more than nothing and at most 31 days");
        }
        return new Span(start, start.plus(length));
    }

    private static Instant instant(String text, String path) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() < 1970 || time.getYear() > 9000) {
                throw new JsonFault(path + " is in the year " + time.getYear());
            }
            return time.toInstant();
        } catch (DateTimeException wrong) {
            throw new JsonFault(path + " is a string that is no ISO 8601 time with an offset", wrong);
        }
    }

    private static Duration duration(String text, String path) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException | ArithmeticException wrong) {
            throw new JsonFault(path + " is a string that does not end in an ISO 8601 duration", wrong);
        }
    }
}
