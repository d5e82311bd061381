package dev.vane.domain.weather;

import dev.vane.domain.derived.ApparentTemperature;
import dev.vane.domain.derived.Humidity;
import java.util.OptionalDouble;

/**
 * The rule that completes conditions: what a source did not give, but what follows from what it gave, is derived. What
 * a source gave is never replaced.
 */
public final class Derivation {

    private Derivation() {}

    /**
     * Fills in, where absent, the dew point from temperature and relative humidity, the relative humidity from
     * temperature and dew point ({@link Humidity}), and then the apparent temperature from temperature, relative
     * humidity and wind speed ({@link ApparentTemperature}). What cannot be derived, or would be outside of its
     * physical range, stays absent.
     *
     * @return the completed conditions; the same object if nothing was added
     */
    public static Conditions complete(Conditions conditions) {
        Values<Variable> given = conditions.values();
        Values<Variable> humid = with(given, Variable.DEW_POINT, dewPoint(given));
        humid = with(humid, Variable.RELATIVE_HUMIDITY, relativeHumidity(humid));
        Values<Variable> complete = with(humid, Variable.APPARENT_TEMPERATURE, apparentTemperature(humid));
        return complete.equals(given) ? conditions : new Conditions(conditions.sky(), complete);
    }

    private static Values<Variable> with(Values<Variable> values, Variable variable, OptionalDouble derived) {
        if (values.has(variable) || derived.isEmpty() || !variable.admits(derived.getAsDouble())) {
            return values;
        }
        return Values.of(Variable.class)
                .fillFrom(values)
                .set(variable, derived.getAsDouble())
                .build();
    }

    private static OptionalDouble dewPoint(Values<Variable> values) {
        OptionalDouble temperature = values.get(Variable.TEMPERATURE);
        OptionalDouble humidity = values.get(Variable.RELATIVE_HUMIDITY);
        return temperature.isPresent() && humidity.isPresent()
                ? Humidity.dewPoint(temperature.getAsDouble(), humidity.getAsDouble())
                : OptionalDouble.empty();
    }

    private static OptionalDouble relativeHumidity(Values<Variable> values) {
        OptionalDouble temperature = values.get(Variable.TEMPERATURE);
        OptionalDouble dewPoint = values.get(Variable.DEW_POINT);
        return temperature.isPresent() && dewPoint.isPresent()
                ? OptionalDouble.of(Humidity.relativeHumidity(temperature.getAsDouble(), dewPoint.getAsDouble()))
                : OptionalDouble.empty();
    }

    private static OptionalDouble apparentTemperature(Values<Variable> values) {
        OptionalDouble temperature = values.get(Variable.TEMPERATURE);
        OptionalDouble humidity = values.get(Variable.RELATIVE_HUMIDITY);
        OptionalDouble wind = values.get(Variable.WIND_SPEED);
        return temperature.isPresent() && humidity.isPresent() && wind.isPresent()
                ? OptionalDouble.of(ApparentTemperature.shade(
                        temperature.getAsDouble(), humidity.getAsDouble(), wind.getAsDouble()))
                : OptionalDouble.empty();
    }
}
