package dev.vane.adapters.rest.openmeteo;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as they are written. */
final class Numbers {

    private Numbers() {}

    /** With as many decimals as its unit has, halves away from zero; what is no number as {@code absent}. */
    static String text(double value, Measure unit, String absent) {
        if (!Double.isFinite(value)) {
            return absent;
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(unit.decimals(), RoundingMode.HALF_UP);
        return rounded.toPlainString();
    }

    /** A coordinate, an elevation: as short as it is exact. */
    static String plain(double value) {
        return BigDecimal.valueOf(value).toPlainString();
    }
}
