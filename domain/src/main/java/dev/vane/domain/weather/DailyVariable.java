package dev.vane.domain.weather;

import dev.vane.domain.units.Dimension;

/** What is known of the weather of one local day. */
public enum DailyVariable implements Quantity {
    /** Highest air temperature at 2 m. */
    TEMPERATURE_MAX("temperatureMax", Variable.TEMPERATURE),
    /** Lowest air temperature at 2 m. */
    TEMPERATURE_MIN("temperatureMin", Variable.TEMPERATURE),
    /** Highest apparent temperature. */
    APPARENT_TEMPERATURE_MAX("apparentTemperatureMax", Variable.APPARENT_TEMPERATURE),
    /** Lowest apparent temperature. */
    APPARENT_TEMPERATURE_MIN("apparentTemperatureMin", Variable.APPARENT_TEMPERATURE),
    /** All precipitation as liquid water. */
    PRECIPITATION_SUM("precipitationSum", Variable.PRECIPITATION),
    /** The liquid part of the precipitation. */
    RAIN_SUM("rainSum", Variable.RAIN),
    /** Depth of the snow that fell. */
    SNOWFALL_SUM("snowfallSum", Variable.SNOWFALL),
    /** Highest chance of precipitation of any hour. */
    PRECIPITATION_PROBABILITY_MAX("precipitationProbabilityMax", Variable.PRECIPITATION_PROBABILITY),
    /** Highest mean wind speed. */
    WIND_SPEED_MAX("windSpeedMax", Variable.WIND_SPEED),
    /** Highest gust. */
    WIND_GUST_MAX("windGustMax", Variable.WIND_GUST),
    /** Prevailing wind direction. */
    WIND_DIRECTION_DOMINANT("windDirectionDominant", Variable.WIND_DIRECTION),
    /** Highest UV index. */
    UV_INDEX_MAX("uvIndexMax", Variable.UV_INDEX),
    /** Time of direct sunshine. */
    SUNSHINE_DURATION_SUM("sunshineDurationSum", Variable.SUNSHINE_DURATION),
    /** Mean share of the sky that clouds cover. */
    CLOUD_COVER_MEAN("cloudCoverMean", Variable.CLOUD_COVER),
    /** Mean relative humidity. */
    RELATIVE_HUMIDITY_MEAN("relativeHumidityMean", Variable.RELATIVE_HUMIDITY),
    /** Mean pressure at mean sea level. */
    PRESSURE_MSL_MEAN("pressureMslMean", Variable.PRESSURE_MSL);

    private final String key;
    private final Variable base;

    DailyVariable(String key, Variable base) {
        this.key = key;
        this.base = base;
    }

    /** The variable that is aggregated over the day. */
    public Variable base() {
        return base;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Dimension dimension() {
        return base.dimension();
    }

    @Override
    public double minimum() {
        return base.minimum();
    }

    @Override
    public double maximum() {
        return base.maximum();
    }
}
