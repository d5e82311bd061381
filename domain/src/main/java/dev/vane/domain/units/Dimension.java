package dev.vane.domain.units;

/** A kind of quantity. Inside Vane each has exactly one unit, its {@link #canonical()} one. */
public enum Dimension {
    /** Air temperature and what is derived from it; canonical °C. */
    TEMPERATURE,
    /** Wind speed; canonical m/s. */
    SPEED,
    /** Direction from which the wind blows; canonical degrees true, 0 to 360, clockwise from north. */
    DIRECTION,
    /** Air pressure at mean sea level; canonical hPa. */
    PRESSURE,
    /** Depth of liquid water; canonical mm. */
    PRECIPITATION,
    /** Depth of snow; canonical cm. */
    SNOW,
    /** Horizontal distance; canonical m. */
    DISTANCE,
    /** Height above mean sea level; canonical m. */
    ELEVATION,
    /** A share of a whole; canonical %. */
    PROPORTION,
    /** Power of radiation on a horizontal area; canonical W/m². */
    IRRADIANCE,
    /** Time during which something happened; canonical s. */
    DURATION,
    /** A number without a unit, such as the UV index (WHO 2002). */
    INDEX;

    /** The unit in which Vane keeps and computes every value of this dimension. */
    public Unit canonical() {
        return switch (this) {
            case TEMPERATURE -> Unit.CELSIUS;
            case SPEED -> Unit.METRE_PER_SECOND;
            case DIRECTION -> Unit.DEGREE;
            case PRESSURE -> Unit.HECTOPASCAL;
            case PRECIPITATION -> Unit.MILLIMETRE;
            case SNOW -> Unit.CENTIMETRE;
            case DISTANCE, ELEVATION -> Unit.METRE;
            case PROPORTION -> Unit.PERCENT;
            case IRRADIANCE -> Unit.WATT_PER_SQUARE_METRE;
            case DURATION -> Unit.SECOND;
            case INDEX -> Unit.ONE;
        };
    }
}
