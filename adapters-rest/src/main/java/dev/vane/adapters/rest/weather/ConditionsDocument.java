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
 */
record ConditionsDocument(Coordinates place, UnitSystem units) {

    ConditionsView current(Sourced<Observation, Variable> observed) {
        Observation observation = observed.value();
        return conditions(
                observation.validTime(),
                observation.period(),
                Optional.of(observed.source().name()),
                observation.conditions());
    }

    ConditionsView step(Sourced<ForecastStep, Variable> forecast) {
        ForecastStep step = forecast.value();
        return conditions(step.validTime(), step.period(), Optional.empty(), step.conditions());
    }

    private ConditionsView conditions(Instant time, Duration period, Optional<String> source, Conditions conditions) {
        Values<Variable> values = conditions.values();
        return new ConditionsView(
                new When("time", Times.text(time)),
                source,
                Optional.of(period).filter(Duration::isPositive).map(Duration::toString),
                SkyView.of(conditions.sky()),
                Optional.of(Sun.isDaylight(place, time)),
                figures(values),
                wind(values));
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
        return new ConditionsView(
                new When("date", day.date().toString()),
                Optional.empty(),
                Optional.empty(),
                SkyView.of(day.sky()),
                Optional.empty(),
                figures(values),
                new WindView(
                        compass(
                                values.get(DailyVariable.WIND_DIRECTION_DOMINANT),
                                values.get(DailyVariable.WIND_SPEED_MAX)),
                        Optional.empty()));
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
