package dev.vane.application.history;

import dev.vane.application.api.ReadHistory.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The step that holds a time: hours of UTC, days, months and years of a place. Its bounds are computed when it changes, not
 * for each value.
 *
 * <p>A day begins with the first instant of its date. Where clocks are put back over midnight, as they were in
 * Newfoundland at 00:01, a minute of the new date comes before the last hour of the old one over again; that hour is of the
 * new day then, so that days follow each other without a gap or an overlap.
 */
final class StepCalendar {

    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final Step step;
    private final ZoneId zone;
    private long start;
    private long end;

    StepCalendar(Step step, ZoneId zone) {
        this.step = step;
        this.zone = zone;
    }

    /** When the step begins, ms. */
    long start() {
        return start;
    }

    /** When the step ends, exclusive, ms. */
    long end() {
        return end;
    }

    boolean holds(long time) {
        return time >= start && time < end;
    }

    /** Goes to the step that holds a time. */
    void moveTo(long time) {
        if (step == Step.HOUR) {
            start = Math.floorDiv(time, HOUR) * HOUR;
            end = start + HOUR;
            return;
        }
        LocalDate first = first(LocalDate.ofInstant(Instant.ofEpochMilli(time), zone));
        start = startOf(first);
        end = startOf(next(first));
        while (time >= end) {
            first = next(first);
            start = end;
            end = startOf(next(first));
        }
    }

    private LocalDate first(LocalDate date) {
        return switch (step) {
            case NONE, HOUR, DAY -> date;
            case MONTH -> date.withDayOfMonth(1);
            case YEAR -> date.withDayOfYear(1);
        };
    }

    private LocalDate next(LocalDate first) {
        return switch (step) {
            case NONE, HOUR, DAY -> first.plusDays(1);
            case MONTH -> first.plusMonths(1);
            case YEAR -> first.plusYears(1);
        };
    }

    private long startOf(LocalDate date) {
        return date.atStartOfDay(zone).toInstant().toEpochMilli();
    }
}
