package dev.vane.adapters.rest.words;

import dev.vane.domain.units.Dimension;
import dev.vane.domain.units.Unit;
import dev.vane.domain.units.UnitSystem;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;

/**
 * Writes amounts as people of a language write them.
 *
 * @param units the units
 * @param language the language
 */
public record Amounts(UnitSystem units, Locale language) {

    /** A temperature of °C, in whole degrees. */
    public String temperature(double celsius) {
        return amount(celsius, Dimension.TEMPERATURE, 0);
    }

    /** A depth of mm. */
    public String precipitation(double millimetres) {
        return amount(millimetres, Dimension.PRECIPITATION, units.unit(Dimension.PRECIPITATION) == Unit.INCH ? 2 : 1);
    }

    /** A speed of m/s. */
    public String speed(double metresPerSecond) {
        return amount(metresPerSecond, Dimension.SPEED, 0);
    }

    /** A share of %. */
    public String share(double percent) {
        return amount(percent, Dimension.PROPORTION, 0);
    }

    private String amount(double value, Dimension dimension, int decimals) {
        NumberFormat format = NumberFormat.getInstance(language);
        format.setMaximumFractionDigits(decimals);
        format.setGroupingUsed(false);
        format.setRoundingMode(RoundingMode.HALF_UP);
        double scale = Math.pow(10, decimals);
        double rounded =
                Math.round(units.convert(value, dimension) * scale) / scale + 0.0; // never a minus before a zero
        return format.format(rounded) + " " + units.unit(dimension).symbol();
    }
}
