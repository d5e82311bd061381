package dev.vane.adapters.rest.weather;

import dev.vane.adapters.rest.contract.ConditionsView;
import dev.vane.adapters.rest.contract.ConditionsView.When;
import dev.vane.adapters.rest.contract.ConditionsView.WindView;
import dev.vane.adapters.rest.contract.Figure;
import dev.vane.adapters.rest.contract.SkyView;
import dev.vane.adapters.rest.contract.Times;
import dev.vane.application.api.PlaceWeather.Sourced;
import dev.vane.domain.astronomy.Sun;
import dev.vane.domain.derived.Beaufort;
import dev.vane.domain.derived.CompassPoint;
import dev.vane.domain.place.Coordinates;
import dev.vane.domain.units.Dimension;
import dev.vane.domain.units.UnitSystem;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Quantity;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Makes the documents of conditions at a place, converting each value from its canonical unit.
 *
 * @param place where
 * @param units the units to convert to
 * @param provenance whether to tell where each member is from
 */
record ConditionsDocument(Coordinates place, UnitSystem units, boolean provenance) {

    ConditionsView current(Sourced<Observation, Variable> observed) {
        Observation observation = observed.value();
        return conditions(
                observed,
                new Moment(observation.validTime(), observation.period(), observation.conditions()),
                Optional.of(observed.source().name()));
    }

    ConditionsView step(Sourced<ForecastStep, Variable> forecast) {
        ForecastStep step = forecast.value();
        return conditions(forecast, new Moment(step.validTime(), step.period(), step.conditions()), Optional.empty());
    }

    /** What an observation and a step have in common. */
    private record Moment(Instant time, Duration period, Conditions conditions) {}

    private ConditionsView conditions(Sourced<?, Variable> sourced, Moment moment, Optional<String> source) {
        Values<Variable> values = moment.conditions().values();
        WindView wind = wind(values);
        return new ConditionsView(
                new When("time", Times.text(moment.time())),
                source,
                Optional.of(moment.period()).filter(Duration::isPositive).map(Duration::toString),
                SkyView.of(moment.conditions().sky()),
                Optional.of(Sun.isDaylight(place, moment.time())),
                figures(values),
                wind,
                provenance ? Provenance.of(sourced, values, wind).withDaylight().members() : Map.of());
    }

    private static WindView wind(Values<Variable> values) {
        OptionalDouble speed = values.get(Variable.WIND_SPEED);
        return new WindView(
                compass(values.get(Variable.WIND_DIRECTION), speed),
                speed.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Beaufort.of(speed.getAsDouble()).force()));
    }

    ConditionsView day(Sourced<DailyForecast, DailyVariable> forecast) {
        DailyForecast day = forecast.value();
        Values<DailyVariable> values = day.values();
        WindView wind = new WindView(
                compass(values.get(DailyVariable.WIND_DIRECTION_DOMINANT), values.get(DailyVariable.WIND_SPEED_MAX)),
                Optional.empty());
        return new ConditionsView(
                new When("date", day.date().toString()),
                Optional.empty(),
                Optional.empty(),
                SkyView.of(day.sky()),
                Optional.empty(),
                figures(values),
                wind,
                provenance ? Provenance.of(forecast, values, wind).members() : Map.of());
    }

    private static Optional<String> compass(OptionalDouble direction, OptionalDouble speed) {
        if (direction.isEmpty()) {
            return Optional.empty();
        }
        Optional<CompassPoint> point = speed.isEmpty()
                ? Optional.of(CompassPoint.of(direction.getAsDouble()))
                : CompassPoint.ofWind(direction.getAsDouble(), speed.getAsDouble());
        return point.map(CompassPoint::name);
    }

    private <Q extends Enum<Q> & Quantity> Map<String, Figure> figures(Values<Q> values) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (Q quantity : values.known()) {
            Dimension dimension = quantity.dimension();
            double value = values.get(quantity).orElseThrow();
            figures.put(quantity.key(), Figure.of(units.convert(value, dimension), units.unit(dimension)));
        }
        return figures;
    }
}
