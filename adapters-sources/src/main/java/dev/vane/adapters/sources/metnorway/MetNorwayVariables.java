package dev.vane.adapters.sources.metnorway;

import dev.vane.adapters.sources.json.CheckedValues;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.domain.units.Unit;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The names that MET Norway gives to variables and units. Left out on purpose: the UV index, which it gives for a sky
 * without clouds; fog and the layers of clouds; percentiles; probability of thunder; extremes of six hours, which Vane has
 * no variables for.
 */
final class MetNorwayVariables {

    /** Of an instant. */
    static final Map<String, Variable> INSTANT = Map.of(
            "air_temperature", Variable.TEMPERATURE,
            "dew_point_temperature", Variable.DEW_POINT,
            "relative_humidity", Variable.RELATIVE_HUMIDITY,
            "air_pressure_at_sea_level", Variable.PRESSURE_MSL,
            "wind_speed", Variable.WIND_SPEED,
            "wind_speed_of_gust", Variable.WIND_GUST,
            "wind_from_direction", Variable.WIND_DIRECTION,
            "cloud_area_fraction", Variable.CLOUD_COVER);

    /** Of the time that follows. */
    static final Map<String, Variable> INTERVAL = Map.of(
            "precipitation_amount", Variable.PRECIPITATION,
            "probability_of_precipitation", Variable.PRECIPITATION_PROBABILITY);

    private static final Map<String, Unit> UNITS = Map.of(
            "celsius", Unit.CELSIUS,
            "m/s", Unit.METRE_PER_SECOND,
            "degrees", Unit.DEGREE,
            "hPa", Unit.HECTOPASCAL,
            "mm", Unit.MILLIMETRE,
            "%", Unit.PERCENT);

    private MetNorwayVariables() {}

    /** The values of some variables, in the units that the answer declares for them. */
    static Values<Variable> values(Map<String, Variable> variables, JsonObject details, JsonObject units) {
        CheckedValues<Variable> checked = new CheckedValues<>(Variable.class);
        variables.forEach((name, variable) -> {
            OptionalDouble value = details.number(name);
            if (value.isPresent()) {
                checked.set(variable, value, unit(units, name), details.path(name));
            }
        });
        return checked.build();
    }

    private static Unit unit(JsonObject units, String name) {
        String symbol = units.requiredText(name);
        Unit unit = UNITS.get(symbol);
        if (unit == null) {
            throw new JsonFault(units.path(name) + " is '" + symbol + "', which is no known unit");
        }
        return unit;
    }
}
