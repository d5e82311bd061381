package dev.vane.adapters.rest.metrics;

import dev.vane.domain.weather.Variable;
import java.util.List;
import java.util.Locale;

/**
 * The families of the weather. Names and units by the conventions of Prometheus and OpenMetrics: base units, in the plural,
 * at the end of the name; a share is a ratio from 0 to 1. Celsius and degrees are among them for what people read.
 */
final class WeatherFamilies {

    static final Family KNOWN = Family.gauge(
            "vane_weather_known",
            "",
            "Whether anything is known of the weather of a watched place (1) or nothing yet (0).");
    static final Family OBSERVED = Family.gauge(
            "vane_weather_observed_timestamp", "seconds", "When the conditions now are valid, in seconds since 1970.");
    static final Family INTERVAL = Family.gauge(
            "vane_weather_interval",
            "seconds",
            "How far back the amounts of the conditions now reach: precipitation, rain, snowfall, sunshine.");
    static final Family FETCHED = Family.gauge(
            "vane_weather_fetched_timestamp",
            "seconds",
            "When a source's latest answer for the place was had, in seconds since 1970.");
    static final Family ISSUED = Family.gauge(
            "vane_weather_issued_timestamp",
            "seconds",
            "When a source issued its latest forecast for the place, in seconds since 1970.");
    static final Family ALERTS =
            Family.gauge("vane_weather_alerts", "", "How many official warnings are in force, by severity.");
    static final Family SKY = new Family(
            "vane_weather_sky", "", Family.Type.STATE_SET, "The look of the sky now: the condition that has 1.");
    static final Family THUNDER = Family.gauge("vane_weather_thunder", "", "Whether it thunders now.");

    /** What of a forecast is worth a series for each lead. */
    static final List<Variable> FORECAST = List.of(
            Variable.TEMPERATURE,
            Variable.PRECIPITATION,
            Variable.PRECIPITATION_PROBABILITY,
            Variable.WIND_SPEED,
            Variable.WIND_GUST,
            Variable.CLOUD_COVER);

    private WeatherFamilies() {}

    /** The family of a variable of the conditions now. */
    static Family now(Variable variable) {
        return of("vane_weather_", variable, what(variable) + ", now.");
    }

    /** The family of a variable of {@link #FORECAST}. */
    static Family forecast(Variable variable) {
        return of(
                "vane_weather_forecast_",
                variable,
                what(variable) + ", as forecast for the hour in progress and the lead after it.");
    }

    private static Family of(String prefix, Variable variable, String help) {
        return Family.gauge(prefix + snake(variable), unit(variable), help);
    }

    /** The duration of sunshine is told by its unit. */
    private static String snake(Variable variable) {
        return variable == Variable.SUNSHINE_DURATION
                ? "sunshine"
                : variable.key().replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static String unit(Variable variable) {
        return switch (variable.dimension()) {
            case TEMPERATURE -> "celsius";
            case SPEED -> "meters_per_second";
            case DIRECTION -> "degrees";
            case PRESSURE -> "pascals";
            case PRECIPITATION, SNOW, DISTANCE, ELEVATION -> "meters";
            case PROPORTION -> "ratio";
            case IRRADIANCE -> "watts_per_square_meter";
            case DURATION -> "seconds";
            case INDEX -> "";
        };
    }

    private static String what(Variable variable) {
        return switch (variable) {
            case TEMPERATURE -> "Air temperature at 2 m";
            case APPARENT_TEMPERATURE -> "Temperature as a person feels it";
            case DEW_POINT -> "Dew point at 2 m";
            case RELATIVE_HUMIDITY -> "Relative humidity at 2 m";
            case PRESSURE_MSL -> "Air pressure reduced to mean sea level";
            case WIND_SPEED -> "Mean wind speed at 10 m";
            case WIND_GUST -> "Highest gust at 10 m";
            case WIND_DIRECTION -> "Direction from which the wind blows, clockwise from north";
            case CLOUD_COVER -> "Share of the sky that clouds cover";
            case VISIBILITY -> "Horizontal visibility";
            case PRECIPITATION -> "All precipitation of the interval as liquid water";
            case RAIN -> "The liquid part of the precipitation of the interval";
            case SNOWFALL -> "Depth of the snow that fell in the interval";
            case PRECIPITATION_PROBABILITY -> "Chance of at least 0.1 mm of precipitation in the interval";
            case SNOW_DEPTH -> "Depth of the snow that lies on the ground";
            case UV_INDEX -> "UV index by the WHO's definition";
            case SHORTWAVE_RADIATION -> "Solar radiation on a horizontal area, mean of the interval";
            case SUNSHINE_DURATION -> "Time of direct sunshine in the interval";
        };
    }
}
