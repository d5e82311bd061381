package dev.vane.adapters.rest.openmeteo;

import dev.vane.domain.astronomy.Sun;
import dev.vane.domain.derived.Humidity;
import dev.vane.domain.derived.StationElevation;
import dev.vane.domain.place.Coordinates;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known of one time at one place, by the names of Open-Meteo and in its units before a client's choice of units. What
 * Vane does not have is NaN, whatever its name.
 *
 * @param coordinates of the place
 * @param elevation of the place in metres, for the pressure at the surface
 */
record HourlyValues(Coordinates coordinates, OptionalDouble elevation) {

    private static final int SURFACE = 2;
    private static final int MAST = 10;
    private static final double CENTIMETRES = 100;
    private static final double HECTOPASCALS = 10;

    /** Those that are the same under another name; all others are unknown here or derived. */
    private static final Map<String, Variable> KNOWN = Map.ofEntries(
            Map.entry("temperature", Variable.TEMPERATURE),
            Map.entry("apparent_temperature", Variable.APPARENT_TEMPERATURE),
            Map.entry("dew_point", Variable.DEW_POINT),
            Map.entry("relative_humidity", Variable.RELATIVE_HUMIDITY),
            Map.entry("pressure_msl", Variable.PRESSURE_MSL),
            Map.entry("wind_speed", Variable.WIND_SPEED),
            Map.entry("wind_gusts", Variable.WIND_GUST),
            Map.entry("wind_direction", Variable.WIND_DIRECTION),
            Map.entry("cloud_cover", Variable.CLOUD_COVER),
            Map.entry("visibility", Variable.VISIBILITY),
            Map.entry("precipitation", Variable.PRECIPITATION),
            Map.entry("rain", Variable.RAIN),
            Map.entry("snowfall", Variable.SNOWFALL),
            Map.entry("precipitation_probability", Variable.PRECIPITATION_PROBABILITY),
            Map.entry("uv_index", Variable.UV_INDEX),
            Map.entry("shortwave_radiation", Variable.SHORTWAVE_RADIATION),
            Map.entry("sunshine_duration", Variable.SUNSHINE_DURATION));

    /**
     * What is known at a time.
     *
     * @param time of which the sun is asked
     * @param conditions what is known of the weather, if anything is
     * @param period how far back its sums and means reach
     */
    record Moment(Instant time, Optional<Conditions> conditions, Duration period) {

        /** Of the sun alone. */
        static Moment of(Instant time) {
            return new Moment(time, Optional.empty(), Duration.ZERO);
        }

        private OptionalDouble get(Variable variable) {
            return conditions.isEmpty()
                    ? OptionalDouble.empty()
                    : conditions.get().values().get(variable);
        }
    }

    /**
     * A value.
     *
     * @param interval over which sums and means are wanted; those over another one are not known
     */
    double of(VariableName name, Moment moment, Duration interval) {
        if (!name.plain() || name.aggregation() != Aggregation.NONE || !atTheGround(name)) {
            return Double.NaN;
        }
        return switch (name.variable().name()) {
            case "is_day" -> Sun.isDaylight(coordinates, moment.time()) ? 1 : 0;
            case "weather_code" -> weatherCode(moment);
            case "snow_depth" -> moment.get(Variable.SNOW_DEPTH).orElse(Double.NaN) / CENTIMETRES;
            case "surface_pressure" -> surfacePressure(moment);
            case "vapour_pressure_deficit" -> vapourPressureDeficit(moment);
            default -> same(name, moment, interval);
        };
    }

    /** Tells whether a variable's values are of intervals. */
    static boolean ofInterval(VariableName name) {
        Variable known = KNOWN.get(name.variable().name());
        return known != null && known.ofInterval();
    }

    /** Vane has temperature and humidity at 2 m and wind at 10 m, and so have the names without a height. */
    private static boolean atTheGround(VariableName name) {
        VariableName.Level level = name.level();
        boolean named = level.pressure() == 0 && level.depth() == 0 && level.depthTo() == 0;
        boolean inAir = level.altitude() == 0
                || level.altitude() == (name.variable().name().startsWith("wind_") ? MAST : SURFACE);
        return named && inAir;
    }

    private static double same(VariableName name, Moment moment, Duration interval) {
        Optional<Variable> variable =
                Optional.ofNullable(KNOWN.get(name.variable().name()));
        return variable.filter(known -> !known.ofInterval() || moment.period().equals(interval))
                .map(known -> moment.get(known).orElse(Double.NaN))
                .orElse(Double.NaN);
    }

    private static double weatherCode(Moment moment) {
        return moment.conditions()
                .map(conditions ->
                        SkyCode.of(conditions.sky(), conditions.values().get(Variable.CLOUD_COVER)))
                .orElse(Double.NaN);
    }

    private double surfacePressure(Moment moment) {
        OptionalDouble atSea = moment.get(Variable.PRESSURE_MSL);
        OptionalDouble temperature = moment.get(Variable.TEMPERATURE);
        return atSea.isPresent() && temperature.isPresent() && elevation.isPresent()
                ? StationElevation.pressureAt(elevation.getAsDouble(), atSea.getAsDouble(), temperature.getAsDouble())
                : Double.NaN;
    }

    /** What the air could hold of vapour, less what it holds. */
    private static double vapourPressureDeficit(Moment moment) {
        OptionalDouble temperature = moment.get(Variable.TEMPERATURE);
        OptionalDouble humidity = moment.get(Variable.RELATIVE_HUMIDITY);
        if (temperature.isEmpty() || humidity.isEmpty()) {
            return Double.NaN;
        }
        double missing = Math.max(0, 1 - humidity.getAsDouble() / 100);
        return Humidity.saturationVapourPressure(temperature.getAsDouble()) * missing / HECTOPASCALS;
    }
}
