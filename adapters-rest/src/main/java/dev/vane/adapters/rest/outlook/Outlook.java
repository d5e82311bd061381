package dev.vane.adapters.rest.outlook;

import dev.vane.adapters.rest.snapshot.Snapshot;
import dev.vane.adapters.rest.snapshot.Window;
import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.PlaceWeather.Forecast;
import dev.vane.application.api.PlaceWeather.Sourced;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** A snapshot's weather, cut as it is asked for. Immutable. */
public final class Outlook {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Place place;
    private final Window window;
    private final Optional<Observation> observed;
    private final List<Moment> steps;
    private final List<DailyForecast> days;

    private Outlook(PlaceWeather weather, Window window) {
        this.place = weather.place();
        this.window = window;
        this.observed = weather.current().map(Sourced::value);
        this.steps = weather.forecast().map(Forecast::hourly).orElse(List.of()).stream()
                .map(step -> moment(step.value()))
                .toList();
        this.days = weather.forecast().map(Forecast::daily).orElse(List.of()).stream()
                .map(Sourced::value)
                .toList();
    }

    /** The outlook of a snapshot. */
    public static Outlook of(Snapshot snapshot) {
        return new Outlook(snapshot.weather(), snapshot.window());
    }

    private static Moment moment(ForecastStep step) {
        return new Moment(
                step.validTime(),
                step.period(),
                step.conditions().sky(),
                step.conditions().values());
    }

    /** Where. */
    public Place place() {
        return place;
    }

    /** The hour and the day in progress. */
    public Window window() {
        return window;
    }

    /** The weather now: as it is observed, else as it is forecast for the hour in progress. */
    public Optional<Moment> now() {
        Optional<Moment> observation = observed.map(it -> new Moment(
                it.validTime(),
                it.period(),
                it.conditions().sky(),
                it.conditions().values()));
        return observation.or(() -> from(window.hour(), HOUR).findFirst());
    }

    /** What falls in the hour in progress, as it is forecast. */
    public Fall fallThisHour() {
        return fall(window.hour(), window.hour().plus(HOUR));
    }

    /**
     * The steps of a number of hours from the one in progress on, or from the next where a forecast that is new begins with
     * that; several hours apart where the sources' are.
     */
    public List<Moment> hours(int count) {
        Instant next = window.hour().plus(HOUR);
        boolean inProgress = from(window.hour(), HOUR).findFirst().isPresent();
        return from(inProgress ? window.hour() : next, HOUR.multipliedBy(count)).toList();
    }

    /** The days from today on, at most a number of them. */
    public List<DailyForecast> days(int count) {
        LocalDate today = window.today().date();
        return days.stream()
                .filter(day -> !day.date().isBefore(today) && day.date().isBefore(today.plusDays(count)))
                .toList();
    }

    /** The steps whose time is in a span, its end excluded. */
    public Stream<Moment> from(Instant start, Duration span) {
        Instant end = start.plus(span);
        return steps.stream()
                .filter(step -> !step.time().isBefore(start) && step.time().isBefore(end));
    }

    /** The step nearest to a time, the earlier of equals; empty if there is none within the distance. */
    public Optional<Moment> near(Instant time, Duration distance) {
        return from(time.minus(distance), distance.multipliedBy(2).plusNanos(1))
                .min((one, other) -> Duration.between(time, one.time())
                        .abs()
                        .compareTo(Duration.between(time, other.time()).abs()));
    }

    /** The time of the step after one, an hour later if there is none: until then the step is the latest that is known. */
    public Instant next(Moment step) {
        return steps.stream()
                .map(Moment::time)
                .filter(step.time()::isBefore)
                .findFirst()
                .orElse(step.time().plus(HOUR));
    }

    /**
     * What falls in a span. Of an interval that lies partly in it, the like part counts; a sum is known only if the intervals
     * that have it cover the whole span. The chance is the greatest of the intervals in it.
     */
    public Fall fall(Instant from, Instant to) {
        return new Fall(
                Duration.between(from, to),
                sum(Variable.PRECIPITATION, from, to),
                sum(Variable.RAIN, from, to),
                sum(Variable.SNOWFALL, from, to),
                overlapping(from, to)
                        .flatMapToDouble(step -> step.value(Variable.PRECIPITATION_PROBABILITY).stream())
                        .max());
    }

    private OptionalDouble sum(Variable variable, Instant from, Instant to) {
        List<Moment> known = overlapping(from, to)
                .filter(step -> step.value(variable).isPresent())
                .toList();
        long covered = known.stream().mapToLong(step -> overlap(step, from, to)).sum();
        if (known.isEmpty() || covered < Duration.between(from, to).toSeconds()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(known.stream()
                .mapToDouble(step -> step.value(variable).orElseThrow()
                        * overlap(step, from, to)
                        / step.period().toSeconds())
                .sum());
    }

    private Stream<Moment> overlapping(Instant from, Instant to) {
        return steps.stream().filter(step -> overlap(step, from, to) > 0);
    }

    /** The seconds of a step's interval that lie in a span; not positive if none does. */
    private static long overlap(Moment step, Instant from, Instant to) {
        Instant begin = step.time().minus(step.period());
        Instant later = begin.isAfter(from) ? begin : from;
        Instant earlier = step.time().isBefore(to) ? step.time() : to;
        return Duration.between(later, earlier).toSeconds();
    }
}
