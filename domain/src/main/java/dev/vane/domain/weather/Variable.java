package dev.vane.domain.weather;

import dev.vane.domain.units.Dimension;

/**
 * What is known of the weather at one valid time. Ranges are physical limits with a margin beyond the records of the
 * WMO World Weather and Climate Extremes Archive; a value outside of them is an error of its source.
 */
public enum Variable implements Quantity {
    /** Air temperature at 2 m. */
    TEMPERATURE("temperature", Dimension.TEMPERATURE, -100, 65, Nature.INSTANT),
    /** Temperature as a person feels it, by the source's formula or Vane's. */
    APPARENT_TEMPERATURE("apparentTemperature", Dimension.TEMPERATURE, -130, 90, Nature.INSTANT),
    /** Dew point at 2 m. */
    DEW_POINT("dewPoint", Dimension.TEMPERATURE, -110, 45, Nature.INSTANT),
    /** Relative humidity at 2 m, with respect to liquid water. */
    RELATIVE_HUMIDITY("relativeHumidity", Dimension.PROPORTION, 0, 105, Nature.INSTANT),
    /** Air pressure reduced to mean sea level. */
    PRESSURE_MSL("pressureMsl", Dimension.PRESSURE, 800, 1120, Nature.INSTANT),
    /** Mean wind speed at 10 m. */
    WIND_SPEED("windSpeed", Dimension.SPEED, 0, 130, Nature.INSTANT),
    /** Highest gust at 10 m. */
    WIND_GUST("windGust", Dimension.SPEED, 0, 150, Nature.INSTANT),
    /** Direction from which the wind blows at 10 m. */
    WIND_DIRECTION("windDirection", Dimension.DIRECTION, 0, 360, Nature.INSTANT),
    /** Share of the sky that clouds cover. */
    CLOUD_COVER("cloudCover", Dimension.PROPORTION, 0, 100, Nature.INSTANT),
    /** Horizontal visibility. */
    VISIBILITY("visibility", Dimension.DISTANCE, 0, 400_000, Nature.INSTANT),
    /** All precipitation of the interval as liquid water. */
    PRECIPITATION("precipitation", Dimension.PRECIPITATION, 0, 2000, Nature.INTERVAL),
    /** The liquid part of the precipitation of the interval. */
    RAIN("rain", Dimension.PRECIPITATION, 0, 2000, Nature.INTERVAL),
    /** Depth of the snow that fell in the interval. */
    SNOWFALL("snowfall", Dimension.SNOW, 0, 500, Nature.INTERVAL),
    /** Chance of at least 0.1 mm of precipitation in the interval. */
    PRECIPITATION_PROBABILITY("precipitationProbability", Dimension.PROPORTION, 0, 100, Nature.INTERVAL),
    /** Depth of the snow that lies on the ground. */
    SNOW_DEPTH("snowDepth", Dimension.SNOW, 0, 2000, Nature.INSTANT),
    /** UV index by the WHO's definition. */
    UV_INDEX("uvIndex", Dimension.INDEX, 0, 50, Nature.INSTANT),
    /** Solar radiation on a horizontal area, mean of the interval. */
    SHORTWAVE_RADIATION("shortwaveRadiation", Dimension.IRRADIANCE, 0, 1500, Nature.INTERVAL),
    /** Time of direct sunshine (above 120 W/m²) in the interval. */
    SUNSHINE_DURATION("sunshineDuration", Dimension.DURATION, 0, 86_400, Nature.INTERVAL);

    private enum Nature {
        INSTANT,
        INTERVAL
    }

    private final String key;
    private final Dimension dimension;
    private final double minimum;
    private final double maximum;
    private final Nature nature;

    Variable(String key, Dimension dimension, double minimum, double maximum, Nature nature) {
        this.key = key;
        this.dimension = dimension;
        this.minimum = minimum;
        this.maximum = maximum;
        this.nature = nature;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Dimension dimension() {
        return dimension;
    }

    @Override
    public double minimum() {
        return minimum;
    }

    @Override
    public double maximum() {
        return maximum;
    }

    /**
     * Tells whether a value belongs to an interval {@code (start, end]} that ends at the valid time, not to an instant.
     */
    public boolean ofInterval() {
        return nature == Nature.INTERVAL;
    }
}
