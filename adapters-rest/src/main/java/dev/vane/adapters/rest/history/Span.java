package dev.vane.adapters.rest.history;

import dev.vane.adapters.rest.exchange.Parameters;
import dev.vane.adapters.rest.exchange.RefusedException;
import dev.vane.application.api.ReadHistory.Step;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * From when to when a client wants the record.
 *
 * @param from the first time, inclusive
 * @param to the time at which it ends, exclusive
 */
record Span(Instant from, Instant to) {

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TIME = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})");
    private static final int FIRST_YEAR = 1970;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final String FORMS =
            "neither a date such as 2026-03-01 nor a time such as 2026-03-01T14:00:00Z of the years 1970 to 9999";

    /**
     * Reads the span from parameters. A date is a local day of the place: the span begins with the day of {@code from} and
     * ends with the end of the day of {@code to}.
     *
     * @param step what the usual length of the span depends on
     * @param zone the time zone of the place
     * @param now the end of the span unless another is given
     */
    static Span of(Parameters parameters, Step step, ZoneId zone, Instant now) {
        Instant to = time(parameters, "to", 1, zone).orElse(now);
        Instant from = time(parameters, "from", 0, zone).orElseGet(() -> usualStart(to, step, zone));
        if (!from.isBefore(to)) {
            String fault = parameters.has("from")
                    ? "is " + from + ", not before the end at " + to
                    : "leaves no time before it, at " + to;
            throw RefusedException.invalid(parameters.has("from") ? "from" : "to", fault);
        }
        return new Span(from, to);
    }

    private static Instant usualStart(Instant to, Step step, ZoneId zone) {
        LocalDate last = LocalDate.ofInstant(to.minusNanos(1), zone);
        Instant start = switch (step) {
            case NONE, HOUR -> to.minus(Duration.ofDays(7));
            case DAY -> start(last.minusDays(29), zone);
            case MONTH -> start(last.withDayOfMonth(1).minusMonths(11), zone);
            case YEAR -> start(last.withDayOfYear(1).minusYears(9), zone);
        };
        return start.isBefore(Instant.EPOCH) ? Instant.EPOCH : start;
    }

    private static Optional<Instant> time(Parameters parameters, String name, int daysLater, ZoneId zone) {
        return parameters.text(name).map(text -> {
            try {
                return parsed(text.strip(), daysLater, zone);
            } catch (DateTimeException e) {
                throw RefusedException.invalid(name, "is '" + Parameters.shown(text) + "', " + FORMS);
            }
        });
    }

    private static Instant parsed(String text, int daysLater, ZoneId zone) {
        if (DATE.matcher(text).matches()) {
            LocalDate date = LocalDate.parse(text);
            return within(date.getYear(), start(date.plusDays(daysLater), zone));
        }
        // a plus sign that is not percent-encoded arrives as a space
        String time = text.toUpperCase(Locale.ROOT).replace(' ', '+');
        if (!TIME.matcher(time).matches()) {
            throw new DateTimeException("neither a date nor a time");
        }
        OffsetDateTime parsed = OffsetDateTime.parse(time);
        return within(parsed.getYear(), parsed.toInstant());
    }

    /** By the year as it is written: of the other end of the world it may be the year before or after. */
    private static Instant within(int year, Instant time) {
        if (year < FIRST_YEAR) {
            throw new DateTimeException("too early");
        }
        return time.isAfter(LATEST) ? LATEST : time;
    }

    private static Instant start(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toInstant();
    }
}
