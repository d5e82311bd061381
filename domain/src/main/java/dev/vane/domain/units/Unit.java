package dev.vane.domain.units;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A unit of measurement with its exact conversion to the reference unit of its kind, in integers:
 * {@code reference = (factor * value + shift) / divisor}. The reference of temperatures is °C, of all else the SI unit.
 *
 * <p>Definitions: BIPM, <i>The International System of Units</i> (9th ed.); international inch, mile and knot by the
 * 1959 agreement and the 1929 conference; conventional inch of mercury by ISO 80000-4 (g = 9.80665 m/s², 13 595.1
 * kg/m³).
 */
public enum Unit {
    /** Degree Celsius. */
    CELSIUS("°C", Kind.TEMPERATURE, 1, 0, 1),
    /** Kelvin. */
    KELVIN("K", Kind.TEMPERATURE, 100, -27_315, 100),
    /** Degree Fahrenheit. */
    FAHRENHEIT("°F", Kind.TEMPERATURE, 5, -160, 9),

    /** Metre per second. */
    METRE_PER_SECOND("m/s", Kind.SPEED, 1, 1),
    /** Kilometre per hour. */
    KILOMETRE_PER_HOUR("km/h", Kind.SPEED, 5, 18),
    /** International mile per hour. */
    MILE_PER_HOUR("mph", Kind.SPEED, 1397, 3125),
    /** Knot: international nautical mile per hour. */
    KNOT("kn", Kind.SPEED, 463, 900),

    /** Degree of arc. */
    DEGREE("°", Kind.ANGLE, 1, 1),

    /** Pascal. */
    PASCAL("Pa", Kind.PRESSURE, 1, 1),
    /** Hectopascal, equal to the millibar. */
    HECTOPASCAL("hPa", Kind.PRESSURE, 100, 1),
    /** Conventional inch of mercury: 3386.388640341 Pa. */
    INCH_OF_MERCURY("inHg", Kind.PRESSURE, 3_386_388_640_341L, 1_000_000_000),

    /** Millimetre. */
    MILLIMETRE("mm", Kind.LENGTH, 1, 1000),
    /** Centimetre. */
    CENTIMETRE("cm", Kind.LENGTH, 1, 100),
    /** Metre. */
    METRE("m", Kind.LENGTH, 1, 1),
    /** Kilometre. */
    KILOMETRE("km", Kind.LENGTH, 1000, 1),
    /** International inch. */
    INCH("in", Kind.LENGTH, 127, 5000),
    /** International foot. */
    FOOT("ft", Kind.LENGTH, 381, 1250),
    /** International mile: 1609.344 m. */
    MILE("mi", Kind.LENGTH, 201_168, 125),

    /** Hundredth part. */
    PERCENT("%", Kind.RATIO, 1, 100),
    /** One: no unit. */
    ONE("", Kind.RATIO, 1, 1),

    /** Watt per square metre. */
    WATT_PER_SQUARE_METRE("W/m²", Kind.IRRADIANCE, 1, 1),

    /** Second. */
    SECOND("s", Kind.TIME, 1, 1),
    /** Minute. */
    MINUTE("min", Kind.TIME, 60, 1),
    /** Hour. */
    HOUR("h", Kind.TIME, 3600, 1);

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

    /** Values with at most four decimals are converted in whole ten-thousandths. */
    private static final double TEN_THOUSAND = 1e4;

    /** Up to here each whole number is a double. */
    private static final double EXACT_LIMIT = 0x1p53;

    private final String symbol;
    private final Kind kind;
    private final long factor;
    private final long shift;
    private final long divisor;

    Unit(String symbol, Kind kind, long factor, long divisor) {
        this(symbol, kind, factor, 0, divisor);
    }

    Unit(String symbol, Kind kind, long factor, long shift, long divisor) {
        this.symbol = symbol;
        this.kind = kind;
        this.factor = factor;
        this.shift = shift;
        this.divisor = divisor;
    }

    /** The unit's symbol as people write it; empty for {@link #ONE}. */
    public String symbol() {
        return symbol;
    }

    /** Tells whether values of this unit can be converted to another one. */
    public boolean convertsTo(Unit target) {
        return kind == target.kind;
    }

    /**
     * Converts a value of this unit. The value is taken as the decimal number that {@link Double#toString(double)}
     * writes; the conversion of that number is exact, and only the result is rounded, once, to the nearest double: 300
     * K is 26.85 °C, not 26.850000000000023.
     *
     * @return the same quantity in {@code target}; NaN stays NaN, an infinite value stays as it is
     * @throws IllegalArgumentException if the units measure different kinds of quantity
     */
    public double convert(double value, Unit target) {
        if (!convertsTo(target)) {
            throw new IllegalArgumentException("cannot convert " + this + " to " + target);
        }
        if (this == target || !Double.isFinite(value)) {
            return value;
        }
        long slope = factor * target.divisor;
        long intercept = shift * target.divisor - target.shift * divisor;
        long quotient = divisor * target.factor;
        double whole = Math.rint(value * TEN_THOUSAND);
        double dividend = whole * slope + intercept * TEN_THOUSAND;
        boolean exact = whole / TEN_THOUSAND == value
                && Math.abs(whole) * slope + Math.abs(intercept) * TEN_THOUSAND < EXACT_LIMIT;
        return exact ? dividend / (quotient * TEN_THOUSAND) : decimal(value, slope, intercept, quotient);
    }

    private static double decimal(double value, long slope, long intercept, long quotient) {
        return BigDecimal.valueOf(value)
                .multiply(BigDecimal.valueOf(slope))
                .add(BigDecimal.valueOf(intercept))
                .divide(BigDecimal.valueOf(quotient), MathContext.DECIMAL128)
                .doubleValue();
    }
}
