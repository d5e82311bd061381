package dev.vane.adapters.sources.nws;

import dev.vane.adapters.sources.nws.Layer.Stretch;
import dev.vane.adapters.sources.nws.Periods.Period;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes steps of a forecast that looks forward. The US National Weather Service gives hours {@code [start, end)}; Vane's
 * steps have values of an instant at the valid time, and values of an interval that ends there. So a step stands at the
 * start of each hour, and has
 *
 * <ul>
 *   <li>the conditions from that hour on: those of the hourly forecast, and of the raw grid what the former lacks
 *       (apparent temperature, gusts, cloud cover, visibility);
 *   <li>the chance of precipitation of the hour <b>before</b> it, with a period of one hour;
 *   <li>where an amount of rain or snow of the raw grid ends, most often of six hours, that amount as it is, with its own
 *       period, and the highest chance of its hours, which is the least that the chance of the whole can be. <b>An amount
 *       is never divided into hours</b>, except none: no rain in six hours is none in each. Snow is taken where it is
 *       for the same interval as rain, or where no rain ends.
 * </ul>
 *
 * <p>That amounts are totals of their intervals, while other layers only merge equal hours, is what the maintainers say
 * (github.com/weather-gov/api/issues/21).
 *
 * <p>The chance of the very last hour has no step and is left out. Without the hourly forecast the hours are those of the
 * raw grid from the present one on, at most ten days; without the raw grid there are no amounts.
 */
final class ForwardSteps {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_HOURS = 240;

    private final TreeMap<Instant, Period> hours = new TreeMap<>();
    private final Optional<GridForecast> grid;

    private ForwardSteps(Optional<Periods> hourly, Optional<GridForecast> grid) {
        hourly.ifPresent(periods ->
                periods.all().forEach(period -> hours.put(period.span().start(), period)));
        this.grid = grid;
    }

    /** The steps by ascending valid time; empty if nothing is known. */
    static List<ForecastStep> of(Optional<Periods> hourly, Optional<GridForecast> grid, Instant now) {
        ForwardSteps steps = new ForwardSteps(hourly, grid);
        Stream<Instant> times = steps.hours.isEmpty()
                ? Stream.iterate(now.truncatedTo(ChronoUnit.HOURS), time -> time.plus(HOUR))
                        .limit(MOST_HOURS)
                : steps.hours.keySet().stream();
        return times.map(steps::step).flatMap(Optional::stream).toList();
    }

    private Optional<ForecastStep> step(Instant time) {
        Conditions ahead = ahead(time);
        if (ahead.sky().equals(Sky.UNKNOWN) && ahead.values().isEmpty()) {
            return Optional.empty();
        }
        Instant from = amountSince(time);
        Values<Variable> behind = Values.of(Variable.class)
                .set(Variable.PRECIPITATION, amount(Variable.PRECIPITATION, from, time))
                .set(Variable.SNOWFALL, amount(Variable.SNOWFALL, from, time))
                .set(Variable.PRECIPITATION_PROBABILITY, chance(from, time))
                .build();
        Duration period = behind.isEmpty() ? Duration.ZERO : Duration.between(from, time);
        Values<Variable> all = Values.of(Variable.class)
                .fillFrom(ahead.values())
                .fillFrom(behind)
                .build();
        return Optional.of(new ForecastStep(time, period, new Conditions(ahead.sky(), all)));
    }

    private Conditions ahead(Instant time) {
        Optional<Conditions> raw = grid.map(forecast -> forecast.from(time));
        Period hour = hours.get(time);
        if (hour == null) {
            return raw.orElse(new Conditions(Sky.UNKNOWN, Values.none(Variable.class)));
        }
        Values.Builder<Variable> values =
                Values.of(Variable.class).fillFrom(hour.conditions().values());
        raw.ifPresent(conditions -> values.fillFrom(conditions.values()));
        Sky sky = hour.conditions().sky();
        return new Conditions(sky.equals(Sky.UNKNOWN) ? raw.map(Conditions::sky).orElse(sky) : sky, values.build());
    }

    /** Where the amount begins that ends at a time; an hour before where none does. */
    private Instant amountSince(Instant time) {
        return Stream.of(Variable.PRECIPITATION, Variable.SNOWFALL)
                .flatMap(variable -> layer(variable).endingAt(time).stream())
                .filter(stretch -> stretch.value() > 0)
                .findFirst()
                .map(stretch -> stretch.span().start())
                .orElse(time.minus(HOUR));
    }

    private OptionalDouble amount(Variable variable, Instant from, Instant to) {
        Optional<Stretch<Double>> found =
                layer(variable).holding(from).filter(stretch -> stretch.span().holds(from, to));
        if (found.isEmpty()) {
            return OptionalDouble.empty();
        }
        double value = found.get().value();
        boolean whole = found.get().span().start().equals(from)
                && found.get().span().end().equals(to);
        return value == 0 || whole ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** The highest chance of the hours of an interval. */
    private OptionalDouble chance(Instant from, Instant to) {
        return Stream.iterate(from, hour -> hour.isBefore(to), hour -> hour.plus(HOUR))
                .flatMap(hour -> chance(hour).stream().boxed())
                .mapToDouble(Double::doubleValue)
                .max();
    }

    private OptionalDouble chance(Instant hour) {
        Period known = hours.get(hour);
        if (known != null && known.chance().isPresent()) {
            return known.chance();
        }
        return layer(Variable.PRECIPITATION_PROBABILITY).at(hour).stream()
                .mapToDouble(Double::doubleValue)
                .findFirst();
    }

    private Layer<Double> layer(Variable variable) {
        return grid.map(forecast -> forecast.layer(variable)).orElseGet(Layer::new);
    }
}
