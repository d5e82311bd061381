package dev.vane.domain.units;

/**
 * A unit of measurement with its exact conversion to the SI-coherent unit of its kind:
 * {@code si = (value + offset) * numerator / denominator}.
 *
 * <p>Definitions: BIPM, <i>The International System of Units</i> (9th ed.); international inch, mile and knot by the 1959
 * agreement and the 1929 conference; conventional inch of mercury by ISO 80000-4 (g = 9.80665 m/s², 13 595.1 kg/m³).
 */
public enum Unit {
    /** Degree Celsius. */
    CELSIUS("°C", Kind.TEMPERATURE, 273.15, 1, 1),
    /** Kelvin. */
    KELVIN("K", Kind.TEMPERATURE, 0, 1, 1),
    /** Degree Fahrenheit. */
    FAHRENHEIT("°F", Kind.TEMPERATURE, 459.67, 5, 9),

    /** Metre per second. */
    METRE_PER_SECOND("m/s", Kind.SPEED, 0, 1, 1),
    /** Kilometre per hour. */
    KILOMETRE_PER_HOUR("km/h", Kind.SPEED, 0, 5, 18),
    /** International mile per hour. */
    MILE_PER_HOUR("mph", Kind.SPEED, 0, 1609.344, 3600),
    /** Knot: international nautical mile per hour. */
    KNOT("kn", Kind.SPEED, 0, 1852, 3600),

    /** Degree of arc. */
    DEGREE("°", Kind.ANGLE, 0, 1, 1),

    /** Pascal. */
    PASCAL("Pa", Kind.PRESSURE, 0, 1, 1),
    /** Hectopascal, equal to the millibar. */
    HECTOPASCAL("hPa", Kind.PRESSURE, 0, 100, 1),
    /** Conventional inch of mercury. */
    INCH_OF_MERCURY("inHg", Kind.PRESSURE, 0, 3386.388640341, 1),

    /** Millimetre. */
    MILLIMETRE("mm", Kind.LENGTH, 0, 1, 1000),
    /** Centimetre. */
    CENTIMETRE("cm", Kind.LENGTH, 0, 1, 100),
    /** Metre. */
    METRE("m", Kind.LENGTH, 0, 1, 1),
    /** Kilometre. */
    KILOMETRE("km", Kind.LENGTH, 0, 1000, 1),
    /** International inch. */
    INCH("in", Kind.LENGTH, 0, 254, 10_000),
    /** International foot. */
    FOOT("ft", Kind.LENGTH, 0, 3048, 10_000),
    /** International mile. */
    MILE("mi", Kind.LENGTH, 0, 1609.344, 1),

    /** Hundredth part. */
    PERCENT("%", Kind.RATIO, 0, 1, 100),
    /** One: no unit. */
    ONE("", Kind.RATIO, 0, 1, 1),

    /** Watt per square metre. */
    WATT_PER_SQUARE_METRE("W/m²", Kind.IRRADIANCE, 0, 1, 1),

    /** Second. */
    SECOND("s", Kind.TIME, 0, 1, 1),
    /** Minute. */
    MINUTE("min", Kind.TIME, 0, 60, 1),
    /** Hour. */
    HOUR("h", Kind.TIME, 0, 3600, 1);

    private enum Kind {
        TEMPERATURE,
        SPEED,
        ANGLE,
        PRESSURE,
        LENGTH,
        RATIO,
        IRRADIANCE,
        TIME
    }

    private final String symbol;
    private final Kind kind;
    private final double offset;
    private final double numerator;
    private final double denominator;

    Unit(String symbol, Kind kind, double offset, double numerator, double denominator) {
        this.symbol = symbol;
        this.kind = kind;
        this.offset = offset;
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /** The unit's symbol as people write it; empty for {@link #ONE}. */
    public String symbol() {
        return symbol;
    }

    /**
     * Converts a value of this unit.
     *
     * @return the same quantity in {@code target}; NaN stays NaN
     * @throws IllegalArgumentException if the units measure different kinds of quantity
     */
    public double convert(double value, Unit target) {
        if (kind != target.kind) {
            throw new IllegalArgumentException("cannot convert " + this + " to " + target);
        }
        if (this == target) {
            return value;
        }
        return (value + offset) * (numerator * target.denominator) / (denominator * target.numerator) - target.offset;
    }
}
