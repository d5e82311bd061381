package dev.vane.domain.weather;

import dev.vane.domain.units.Dimension;

/** What is known of the weather of one local day. */
public enum DailyVariable implements Quantity {
    /** Highest air temperature at 2 m. */
    TEMPERATURE_MAX("temperatureMax", Variable.TEMPERATURE, Aggregate.MAXIMUM),
    /** Lowest air temperature at 2 m. */
    TEMPERATURE_MIN("temperatureMin", Variable.TEMPERATURE, Aggregate.MINIMUM),
    /** Highest apparent temperature. */
    APPARENT_TEMPERATURE_MAX("apparentTemperatureMax", Variable.APPARENT_TEMPERATURE, Aggregate.MAXIMUM),
    /** Lowest apparent temperature. */
    APPARENT_TEMPERATURE_MIN("apparentTemperatureMin", Variable.APPARENT_TEMPERATURE, Aggregate.MINIMUM),
    /** All precipitation as liquid water. */
    PRECIPITATION_SUM("precipitationSum", Variable.PRECIPITATION, Aggregate.SUM),
    /** The liquid part of the precipitation. */
    RAIN_SUM("rainSum", Variable.RAIN, Aggregate.SUM),
    /** Depth of the snow that fell. */
    SNOWFALL_SUM("snowfallSum", Variable.SNOWFALL, Aggregate.SUM),
    /** Highest chance of precipitation of any hour. */
    PRECIPITATION_PROBABILITY_MAX("precipitationProbabilityMax", Variable.PRECIPITATION_PROBABILITY, Aggregate.MAXIMUM),
    /** Highest mean wind speed. */
    WIND_SPEED_MAX("windSpeedMax", Variable.WIND_SPEED, Aggregate.MAXIMUM),
    /** Highest gust. */
    WIND_GUST_MAX("windGustMax", Variable.WIND_GUST, Aggregate.MAXIMUM),
    /** Prevailing wind direction. */
    WIND_DIRECTION_DOMINANT("windDirectionDominant", Variable.WIND_DIRECTION, Aggregate.PREVAILING),
    /** Highest UV index. */
    UV_INDEX_MAX("uvIndexMax", Variable.UV_INDEX, Aggregate.MAXIMUM),
    /** Time of direct sunshine. */
    SUNSHINE_DURATION_SUM("sunshineDurationSum", Variable.SUNSHINE_DURATION, Aggregate.SUM),
    /** Mean share of the sky that clouds cover. */
    CLOUD_COVER_MEAN("cloudCoverMean", Variable.CLOUD_COVER, Aggregate.MEAN),
    /** Mean relative humidity. */
    RELATIVE_HUMIDITY_MEAN("relativeHumidityMean", Variable.RELATIVE_HUMIDITY, Aggregate.MEAN),
    /** Mean pressure at mean sea level. */
    PRESSURE_MSL_MEAN("pressureMslMean", Variable.PRESSURE_MSL, Aggregate.MEAN);

    /** How values of steps become one of the day. */
    enum Aggregate {
        MAXIMUM,
        MINIMUM,
        SUM,
        /** Weighted by time. */
        MEAN,
        /** The direction of the vector mean. */
        PREVAILING
    }

    private final String key;
    private final Variable base;
    private final Aggregate aggregate;

    DailyVariable(String key, Variable base, Aggregate aggregate) {
        this.key = key;
        this.base = base;
        this.aggregate = aggregate;
    }

    /** The variable that is aggregated over the day. */
    public Variable base() {
        return base;
    }

    Aggregate aggregate() {
        return aggregate;
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
