package dev.vane.adapters.sources.openmeteo;

import static java.util.Map.entry;

import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.domain.units.Unit;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.Variable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that Open-Meteo gives to variables and units. */
final class OpenMeteoVariables {

    private static final Set<Variable> BLENDED = Set.of(
            Variable.TEMPERATURE,
            Variable.DEW_POINT,
            Variable.PRESSURE_MSL,
            Variable.WIND_SPEED,
            Variable.WIND_GUST,
            Variable.WIND_DIRECTION,
            Variable.CLOUD_COVER,
            Variable.PRECIPITATION,
            Variable.PRECIPITATION_PROBABILITY);

    static final String WEATHER_CODE = "weather_code";
    /** Rain of large-scale weather; {@link #SHOWERS} come on top. */
    static final String RAIN = "rain";

    static final String SHOWERS = "showers";
    static final String RAIN_SUM = "rain_sum";
    static final String SHOWERS_SUM = "showers_sum";

    /** What is asked for by the hour, besides rain, showers and the code of the sky. */
    static final Map<String, Variable> HOURLY = ordered(
            entry("temperature_2m", Variable.TEMPERATURE),
            entry("apparent_temperature", Variable.APPARENT_TEMPERATURE),
            entry("dew_point_2m", Variable.DEW_POINT),
            entry("relative_humidity_2m", Variable.RELATIVE_HUMIDITY),
            entry("pressure_msl", Variable.PRESSURE_MSL),
            entry("wind_speed_10m", Variable.WIND_SPEED),
            entry("wind_gusts_10m", Variable.WIND_GUST),
            entry("wind_direction_10m", Variable.WIND_DIRECTION),
            entry("cloud_cover", Variable.CLOUD_COVER),
            entry("visibility", Variable.VISIBILITY),
            entry("precipitation", Variable.PRECIPITATION),
            entry("snowfall", Variable.SNOWFALL),
            entry("precipitation_probability", Variable.PRECIPITATION_PROBABILITY),
            entry("snow_depth", Variable.SNOW_DEPTH),
            entry("uv_index", Variable.UV_INDEX),
            entry("shortwave_radiation", Variable.SHORTWAVE_RADIATION),
            entry("sunshine_duration", Variable.SUNSHINE_DURATION));

    /**
     * What is asked for by the hour of a single model, besides the code of the sky: what a blend of models needs. With the
     * code these are ten, just what one call pays for. The relative humidity follows from the dew point.
     */
    static final Map<String, Variable> OF_MODEL = hourlyOnly(BLENDED::contains);

    /**
     * What is asked for by the hour of previous runs of a single model: what is scored. Probabilities are not kept there.
     */
    static final Map<String, Variable> OF_PREVIOUS_RUN =
            hourlyOnly(variable -> BLENDED.contains(variable) && variable != Variable.PRECIPITATION_PROBABILITY);

    /** What is asked for now: the hourly ones without those that mean something for a whole hour only. */
    static final Map<String, Variable> CURRENT = hourlyOnly(
            variable -> variable != Variable.PRECIPITATION_PROBABILITY && variable != Variable.SUNSHINE_DURATION);

    /** What is asked for by the day, besides rain, showers and the code of the sky. */
    static final Map<String, DailyVariable> DAILY = ordered(
            entry("temperature_2m_max", DailyVariable.TEMPERATURE_MAX),
            entry("temperature_2m_min", DailyVariable.TEMPERATURE_MIN),
            entry("apparent_temperature_max", DailyVariable.APPARENT_TEMPERATURE_MAX),
            entry("apparent_temperature_min", DailyVariable.APPARENT_TEMPERATURE_MIN),
            entry("precipitation_sum", DailyVariable.PRECIPITATION_SUM),
            entry("snowfall_sum", DailyVariable.SNOWFALL_SUM),
            entry("precipitation_probability_max", DailyVariable.PRECIPITATION_PROBABILITY_MAX),
            entry("wind_speed_10m_max", DailyVariable.WIND_SPEED_MAX),
            entry("wind_gusts_10m_max", DailyVariable.WIND_GUST_MAX),
            entry("wind_direction_10m_dominant", DailyVariable.WIND_DIRECTION_DOMINANT),
            entry("uv_index_max", DailyVariable.UV_INDEX_MAX),
            entry("sunshine_duration", DailyVariable.SUNSHINE_DURATION_SUM),
            entry("cloud_cover_mean", DailyVariable.CLOUD_COVER_MEAN),
            entry("relative_humidity_2m_mean", DailyVariable.RELATIVE_HUMIDITY_MEAN),
            entry("pressure_msl_mean", DailyVariable.PRESSURE_MSL_MEAN));

    private static final Map<String, Unit> UNITS = Map.ofEntries(
            entry("°C", Unit.CELSIUS),
            entry("°F", Unit.FAHRENHEIT),
            entry("km/h", Unit.KILOMETRE_PER_HOUR),
            entry("m/s", Unit.METRE_PER_SECOND),
            entry("mp/h", Unit.MILE_PER_HOUR),
            entry("kn", Unit.KNOT),
            entry("°", Unit.DEGREE),
            entry("hPa", Unit.HECTOPASCAL),
            entry("mm", Unit.MILLIMETRE),
            entry("cm", Unit.CENTIMETRE),
            entry("m", Unit.METRE),
            entry("inch", Unit.INCH),
            entry("ft", Unit.FOOT),
            entry("%", Unit.PERCENT),
            entry("W/m²", Unit.WATT_PER_SQUARE_METRE),
            entry("s", Unit.SECOND),
            entry("", Unit.ONE));

    private OpenMeteoVariables() {}

    /** The unit of a symbol that stands at a path of the answer. */
    static Unit unit(String symbol, String path) {
        Unit unit = UNITS.get(symbol);
        if (unit == null) {
            throw new JsonFault(path + " is '" + symbol + "', which is no known unit");
        }
        return unit;
    }

    /** The names to ask for, joined by commas. */
    static String names(Map<String, ?> variables, String... more) {
        return Stream.concat(variables.keySet().stream(), Stream.of(more)).collect(Collectors.joining(","));
    }

    private static Map<String, Variable> hourlyOnly(Predicate<Variable> wanted) {
        return HOURLY.entrySet().stream()
                .filter(named -> wanted.test(named.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    @SafeVarargs
    private static <V> Map<String, V> ordered(Map.Entry<String, V>... named) {
        Map<String, V> map = new LinkedHashMap<>();
        for (Map.Entry<String, V> variable : named) {
            map.put(variable.getKey(), variable.getValue());
        }
        return map;
    }
}
