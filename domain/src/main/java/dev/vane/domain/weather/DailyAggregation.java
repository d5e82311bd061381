package dev.vane.domain.weather;

import dev.vane.domain.place.LocalDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes days of the steps of a forecast, for sources that give none.
 *
 * <ul>
 *   <li>A day is one of the zone's calendar, so it has 23 or 25 hours when clocks change.
 *   <li>Values of an instant and the sky belong to the day that holds the valid time. Midnight begins a day.
 *   <li>Values of an interval belong to the day that holds more of the interval, to the earlier one of equals; those of
 *       an interval longer than the longest day (25 hours) to none. Intervals are taken not to overlap.
 *   <li>A step stands for the time since the one before it, the first for the time until the second, at most six hours:
 *       no provider's steps are farther apart, so beyond that it is a gap. Means are weighted by that time.
 *   <li><b>Days of which the steps cover under half are dropped</b>, and so is each quantity that its own steps cover
 *       under half: three hours' rain is not the day's rain. The highest gust alone needs no cover, because sources
 *       leave gusts out where there are none.
 *   <li>Only quantities that the steps have are in a day, and a sum outside of its physical range is not.
 * </ul>
 */
public final class DailyAggregation {

    private static final Duration WIDEST_STEP = Duration.ofHours(6);
    private static final Duration LONGEST_DAY = Duration.ofHours(25);

    private final ZoneId zone;
    private final TreeMap<LocalDate, DaySamples> days = new TreeMap<>();

    private DailyAggregation(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Aggregates steps to days.
     *
     * @param steps by ascending valid time
     * @param zone the time zone of the place
     * @return the days by ascending date; empty if there is none that is covered enough
     * @throws IllegalArgumentException if the valid times do not rise, or lie outside of the years 1 to 9999
     */
    public static List<DailyForecast> of(List<ForecastStep> steps, ZoneId zone) {
        Steps.requireAscending("step", steps, ForecastStep::validTime);
        DailyAggregation aggregation = new DailyAggregation(zone);
        for (int i = 0; i < steps.size(); i++) {
            aggregation.add(steps.get(i), width(steps, i));
        }
        return aggregation.days.values().stream()
                .map(DaySamples::forecast)
                .flatMap(Optional::stream)
                .toList();
    }

    private void add(ForecastStep step, Duration width) {
        samples(LocalDay.holding(step.validTime(), zone)).addInstant(step, width);
        if (step.period().isPositive() && step.period().compareTo(LONGEST_DAY) <= 0) {
            samples(holdingMostOf(step)).addInterval(step);
        }
    }

    private DaySamples samples(LocalDay day) {
        return days.computeIfAbsent(day.date(), date -> new DaySamples(day));
    }

    private LocalDay holdingMostOf(ForecastStep step) {
        Instant to = step.validTime();
        Instant from = to.minus(step.period());
        LocalDay most = LocalDay.holding(from, zone);
        for (LocalDay day = most; day.end().isBefore(to); ) {
            day = day.next();
            if (day.overlap(from, to).compareTo(most.overlap(from, to)) > 0) {
                most = day;
            }
        }
        return most;
    }

    private static Duration width(List<ForecastStep> steps, int index) {
        if (steps.size() == 1) {
            return shorter(steps.getFirst().period(), WIDEST_STEP);
        }
        int later = Math.max(index, 1);
        Instant from = steps.get(later - 1).validTime();
        return shorter(Duration.between(from, steps.get(later).validTime()), WIDEST_STEP);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
