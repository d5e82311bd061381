package dev.vane.adapters.rest.openmeteo;

import dev.vane.adapters.rest.openmeteo.HourlyValues.Moment;
import dev.vane.adapters.rest.openmeteo.Report.Current;
import dev.vane.adapters.rest.openmeteo.Report.Section;
import dev.vane.adapters.rest.snapshot.Window;
import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.PlaceWeather.Sourced;
import dev.vane.domain.place.LocalDay;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Observation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts the weather of a place into the rows that a client wants.
 *
 * <p>Open-Meteo has a value for every hour and quarter of an hour; Vane has what its sources said. So what is missing stays
 * missing: hours that have passed and are remembered no more, steps of several hours in between, sums over another time than
 * the one wanted, all quarters of an hour. Days are those of the place's calendar, found by their dates.
 */
final class Composition {

    /** More values are refused: they would be as much as all other clients' documents together. */
    static final long MOST_VALUES = 400_000;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final List<VariableName> CURRENT_WEATHER = Stream.of(
                    "temperature", "windspeed", "winddirection", "is_day", "weathercode")
            .map(VariableName::parse)
            .toList();

    private final Ground ground;
    private final Wish wish;
    private final ClientZone zone;
    private final HourlyValues hours;
    private final Map<Instant, ForecastStep> steps;
    private final Map<LocalDate, DailyForecast> days;

    private Composition(Ground ground, Spot.Manner manner, Wish wish, Elevations elevations) {
        this.ground = ground;
        this.wish = wish;
        this.zone = zone(ground, manner);
        this.hours = new HourlyValues(ground.place().coordinates(), elevation(ground.place(), manner, elevations));
        this.steps = forecast(ground)
                .flatMap(forecast -> forecast.hourly().stream())
                .map(Sourced::value)
                .collect(Collectors.toMap(ForecastStep::validTime, step -> step));
        this.days = forecast(ground)
                .flatMap(forecast -> forecast.daily().stream())
                .map(Sourced::value)
                .collect(Collectors.toMap(DailyForecast::date, day -> day));
    }

    /** The report of a place. */
    static Report of(Ground ground, Spot.Manner manner, Wish wish, Elevations elevations) {
        return new Composition(ground, manner, wish, elevations).report(manner);
    }

    /**
     * How many values the report of a place would have.
     *
     * @return a number that needs no report to be made
     */
    static long size(Ground ground, Spot.Manner manner, Wish wish) {
        ClientZone zone = zone(ground, manner);
        Window window = ground.window();
        return (long) wish.span().quarterly(zone, window).count()
                        * wish.quarterly().size()
                + (long) wish.span().hourly(zone, window).count()
                        * wish.hourly().size()
                + (long) wish.span().daily(zone, window).count() * wish.daily().size();
    }

    private static ClientZone zone(Ground ground, Spot.Manner manner) {
        return ClientZone.of(
                manner.zone().orElse(ground.place().zone()), ground.window().start());
    }

    private static OptionalDouble elevation(Place place, Spot.Manner manner, Elevations elevations) {
        return manner.elevation().isPresent() ? manner.elevation() : elevations.of(place);
    }

    private static Stream<PlaceWeather.Forecast> forecast(Ground ground) {
        return ground.weather().flatMap(PlaceWeather::forecast).stream();
    }

    private Report report(Spot.Manner manner) {
        List<Section> sections = new ArrayList<>();
        Span span = wish.span();
        section("minutely_15", wish.quarterly(), span.quarterly(zone, ground.window()), this::quarter, sections);
        section("hourly", wish.hourly(), span.hourly(zone, ground.window()), this::hour, sections);
        DailyValues daily = new DailyValues(hours, this::moment);
        section(
                "daily",
                wish.daily(),
                span.daily(zone, ground.window()),
                (name, start) -> day(daily, name, start),
                sections);
        return new Report(hours.coordinates(), hours.elevation(), zone, manner.id(), current(), sections);
    }

    private void section(
            String key,
            List<VariableName> names,
            TimeAxis axis,
            ToDoubleBiFunction<VariableName, Instant> value,
            List<Section> sections) {
        if (!names.isEmpty()) {
            List<Column> columns = names.stream()
                    .map(name -> column(name, axis, start -> value.applyAsDouble(name, start)))
                    .toList();
            sections.add(new Section(key, axis, columns));
        }
    }

    private Column column(VariableName name, TimeAxis axis, ToDoubleFunction<Instant> value) {
        return Column.of(name, wish.units().of(name.unit()), axis.count(), i -> value.applyAsDouble(axis.at(i)));
    }

    private double quarter(VariableName name, Instant time) {
        return hours.of(name, Moment.of(time), QUARTER);
    }

    private double hour(VariableName name, Instant time) {
        Moment known = moment(ClientZone.universal(time));
        return hours.of(name, new Moment(time, known.conditions(), known.period()), HOUR);
    }

    private Moment moment(Instant hour) {
        ForecastStep step = steps.get(hour);
        return step == null ? Moment.of(hour) : new Moment(hour, Optional.of(step.conditions()), step.period());
    }

    private double day(DailyValues daily, VariableName name, Instant start) {
        LocalDate date = zone.date(start);
        return daily.of(name, LocalDay.of(date, ground.place().zone()), Optional.ofNullable(days.get(date)));
    }

    private List<Current> current() {
        Moment now = ground.weather()
                .flatMap(PlaceWeather::current)
                .map(Sourced::value)
                .map(Composition::observed)
                .orElseGet(() -> moment(ground.window().hour()));
        Duration interval = now.period().isPositive() ? now.period() : QUARTER;
        List<Current> blocks = new ArrayList<>();
        if (!wish.current().isEmpty()) {
            blocks.add(new Current("current", now.time(), interval, columns(wish.current(), now)));
        }
        if (wish.currentWeather()) {
            // its clients look its time up among the hours
            Instant hour = zone.local(ground.window().hour());
            blocks.add(new Current("current_weather", hour, HOUR, columns(CURRENT_WEATHER, now)));
        }
        return blocks;
    }

    private static Moment observed(Observation observation) {
        return new Moment(observation.validTime(), Optional.of(observation.conditions()), observation.period());
    }

    private List<Column> columns(List<VariableName> names, Moment now) {
        TimeAxis once = new TimeAxis(now.time(), 1, HOUR);
        return names.stream()
                .map(name -> column(name, once, time -> hours.of(name, now, now.period())))
                .toList();
    }
}
