package dev.vane.adapters.rest.openmeteo;

import dev.vane.adapters.rest.snapshot.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The time that a client wants to know of: counted from now, or between given days or hours.
 *
 * @param limits how far it may reach
 * @param days counted in days
 * @param hours counted in hours
 * @param quarters counted in quarters of an hour
 * @param dates between two dates
 * @param clock between two hours
 */
record Span(
        Limits limits,
        Counted days,
        Counted hours,
        Counted quarters,
        Optional<Between<LocalDate>> dates,
        Optional<Between<LocalDateTime>> clock) {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final int HOURS = 24;
    private static final int QUARTERS = 96;
    private static final int DAYS_OF_QUARTERS = 3;

    /**
     * How far a span may reach.
     *
     * @param past how many days back
     * @param forecast how many days from today on
     * @param usual how many if nothing is said
     */
    record Limits(int past, int forecast, int usual) {}

    /**
     * Steps before and after now.
     *
     * @param past how many before
     * @param forecast how many from now on
     * @param initial from which step of today on they are counted, if not from now
     */
    record Counted(OptionalInt past, OptionalInt forecast, OptionalInt initial) {

        private boolean given() {
            return past.isPresent() || forecast.isPresent();
        }
    }

    /**
     * From one time to another.
     *
     * @param first inclusive
     * @param last inclusive, not before the first
     */
    record Between<T>(T first, T last) {}

    static Span of(Input input, Limits limits) {
        Optional<LocalDate> firstDate = input.time("start_date", text -> LocalDate.parse(text));
        Optional<LocalDate> lastDate = input.time("end_date", text -> LocalDate.parse(text));
        Optional<LocalDateTime> firstHour = input.time("start_hour", text -> LocalDateTime.parse(text));
        Optional<LocalDateTime> lastHour = input.time("end_hour", text -> LocalDateTime.parse(text));
        Optional<Between<LocalDate>> dates = between(firstDate, lastDate, "date");
        Optional<Between<LocalDateTime>> clock = between(firstHour, lastHour, "hour");
        Span span = new Span(
                limits,
                counted(input, "days", "", 1, limits),
                counted(input, "hours", "initial_hours", HOURS, limits),
                counted(input, "minutely_15", "initial_minutely_15", QUARTERS, limits),
                dates,
                clock);
        if (dates.isPresent() || clock.isPresent()) {
            span.requireNothingCounted();
        }
        return span;
    }

    private static Counted counted(Input input, String unit, String initial, int aDay, Limits limits) {
        OptionalInt past = input.integer("past_" + unit);
        OptionalInt forecast = input.integer("forecast_" + unit);
        OptionalInt first = initial.isEmpty() ? OptionalInt.empty() : input.integer(initial);
        check("Past days is invalid", past, limits.past() * aDay);
        check("Forecast days is invalid", forecast, limits.forecast() * aDay);
        check("Parameter '" + initial + "' is invalid", first, aDay - 1);
        return new Counted(past, forecast, first);
    }

    private static void check(String what, OptionalInt value, int most) {
        value.ifPresent(given -> {
            if (given < 0 || given > most) {
                throw OpenMeteoErrors.refused(what + ". Allowed range 0 to " + most + ". Given " + given + ".");
            }
        });
    }

    private static <T extends Comparable<? super T>> Optional<Between<T>> between(
            Optional<T> first, Optional<T> last, String unit) {
        if (first.isPresent() != last.isPresent()) {
            throw OpenMeteoErrors.refused("Both 'start_" + unit + "' and 'end_" + unit + "' must be set in the url");
        }
        if (first.isEmpty()) {
            return Optional.empty();
        }
        if (first.get().compareTo(last.get()) > 0) {
            throw OpenMeteoErrors.refused("End-date must be larger or equals than start-date");
        }
        return Optional.of(new Between<>(first.get(), last.get()));
    }

    private void requireNothingCounted() {
        exclusive("past_days", days.past());
        exclusive("forecast_days", days.forecast());
        exclusive("past_hours", hours.past());
        exclusive("forecast_hours", hours.forecast());
        exclusive("past_minutely_15", quarters.past());
        exclusive("forecast_minutely_15", quarters.forecast());
    }

    private static void exclusive(String parameter, OptionalInt value) {
        if (value.orElse(0) != 0) {
            throw OpenMeteoErrors.refused(
                    "Parameter '" + parameter + "' is mutually exclusive with 'start_date' and 'end_date'");
        }
    }

    /** The days, each from the zone's midnight on. */
    TimeAxis daily(ClientZone zone, Window window) {
        LocalDate today = zone.date(window.start());
        if (dates.isPresent()) {
            LocalDate first = allowed("start_date", dates.get().first(), today);
            LocalDate last = allowed("end_date", dates.get().last(), today);
            int count = (int) ChronoUnit.DAYS.between(first, last) + 1;
            return new TimeAxis(zone.midnight(first), count, Duration.ofDays(1));
        }
        return days(zone, today, clock.isPresent() ? 0 : limits.usual());
    }

    private TimeAxis days(ClientZone zone, LocalDate today, int usual) {
        int past = days.past().orElse(0);
        int count = past + days.forecast().orElse(usual);
        return new TimeAxis(zone.midnight(today.minusDays(past)), count, Duration.ofDays(1));
    }

    /** The hours: all of the days, if they are not counted by themselves. */
    TimeAxis hourly(ClientZone zone, Window window) {
        if (clock.isPresent()) {
            return clock(zone, window, HOUR);
        }
        if (hours.given()) {
            return counted(hours, zone.local(window.hour()), zone, window, HOUR);
        }
        return divided(daily(zone, window), HOUR);
    }

    /** The quarters of an hour: three days, if neither they nor days are said. */
    TimeAxis quarterly(ClientZone zone, Window window) {
        if (clock.isPresent()) {
            return clock(zone, window, QUARTER);
        }
        if (quarters.given()) {
            return counted(quarters, zone.local(window.hour()), zone, window, QUARTER);
        }
        return divided(
                dates.isPresent()
                        ? daily(zone, window)
                        : days(zone, zone.date(window.start()), Math.min(DAYS_OF_QUARTERS, limits.usual())),
                QUARTER);
    }

    private TimeAxis counted(Counted steps, Instant now, ClientZone zone, Window window, Duration step) {
        Instant base = steps.initial().isPresent()
                ? zone.midnight(zone.date(window.start()))
                        .plus(step.multipliedBy(steps.initial().getAsInt()))
                : now;
        int past = steps.past().orElse(0);
        int most = (int) Duration.ofDays(limits.forecast()).dividedBy(step);
        return new TimeAxis(
                base.minus(step.multipliedBy(past)), past + steps.forecast().orElse(most), step);
    }

    private TimeAxis clock(ClientZone zone, Window window, Duration step) {
        Between<LocalDateTime> range = clock.orElseThrow();
        LocalDate today = zone.date(window.start());
        allowed("start_hour", range.first().toLocalDate(), today);
        allowed("end_hour", range.last().toLocalDate(), today);
        long first = Math.floorDiv(range.first().toEpochSecond(ZoneOffset.UTC), step.toSeconds());
        long last = Math.floorDiv(range.last().toEpochSecond(ZoneOffset.UTC), step.toSeconds());
        Instant start =
                Instant.ofEpochSecond(first * step.toSeconds() - zone.offset().getTotalSeconds());
        return new TimeAxis(start, (int) (last - first) + 1, step);
    }

    private static TimeAxis divided(TimeAxis days, Duration step) {
        return new TimeAxis(
                days.start(), days.count() * (int) Duration.ofDays(1).dividedBy(step), step);
    }

    private LocalDate allowed(String parameter, LocalDate date, LocalDate today) {
        LocalDate first = today.minusDays(limits.past());
        LocalDate last = today.plusDays(Math.max(0, limits.forecast() - 1));
        if (date.isBefore(first) || date.isAfter(last)) {
            throw OpenMeteoErrors.refused(
                    "Parameter '" + parameter + "' is out of allowed range from " + first + " to " + last);
        }
        return date;
    }
}
