package dev.vane.adapters.rest.contract;

import dev.vane.domain.units.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A number as it is written: with few decimals and without the noise of binary fractions.
 *
 * @param value the number, already rounded
 */
public record Figure(double value) {

    /** The number rounded to decimals, halves away from zero. */
    public static Figure rounded(double value, int decimals) {
        double rounded = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .doubleValue();
        return new Figure(rounded + 0.0); // -0.0 becomes 0.0
    }

    /** A value of a unit, with as many decimals as anybody can use of it. */
    public static Figure of(double value, Unit unit) {
        return rounded(value, decimals(unit));
    }

    private static int decimals(Unit unit) {
        return switch (unit) {
            case DEGREE, PASCAL, SECOND, FOOT -> 0;
            case CELSIUS,
                    KELVIN,
                    FAHRENHEIT,
                    METRE_PER_SECOND,
                    KILOMETRE_PER_HOUR,
                    MILE_PER_HOUR,
                    KNOT,
                    HECTOPASCAL,
                    MILLIMETRE,
                    CENTIMETRE,
                    KILOMETRE,
                    MILE,
                    PERCENT,
                    ONE,
                    WATT_PER_SQUARE_METRE,
                    MINUTE,
                    HOUR -> 2;
            case INCH_OF_MERCURY, INCH, METRE -> 3; // a light rain of 0.1 mm/h is 0.004 in, and has to be seen
        };
    }
}
