package dev.vane.domain.derived;

import java.util.OptionalDouble;

/**
 * Dew point and relative humidity, each from the other, by the Magnus formula over liquid water.
 *
 * <p>Form and coefficients: O. A. Alduchov and R. E. Eskridge, "Improved Magnus Form Approximation of Saturation Vapor
 * Pressure", Journal of Applied Meteorology 35 (1996), 601-609, equation 21 (AERK); its relative error is below 0.4 %
 * from -40 to 50 °C and grows slowly outside. Humidity is with respect to water below 0 °C too, as WMO-No. 8 (Guide to
 * Instruments and Methods of Observation, annex 4.B) asks.
 */
public final class Humidity {

    /** Saturation vapour pressure at 0 °C in hPa. */
    static final double MAGNUS_PRESSURE = 6.1094;
    /** The dimensionless coefficient of the Magnus formula. */
    static final double MAGNUS_FACTOR = 17.625;
    /** The temperature of the Magnus formula in °C. */
    static final double MAGNUS_TEMPERATURE = 243.04;

    private static final double LIMIT = 120;

    private Humidity() {}

    /**
     * The pressure of water vapour that is in balance with liquid water.
     *
     * @param temperature °C, from -120 to 120
     * @return hPa
     * @throws IllegalArgumentException if the temperature is out of range
     */
    public static double saturationVapourPressure(double temperature) {
        requireTemperature("temperature", temperature);
        return MAGNUS_PRESSURE * Math.exp(exponent(temperature));
    }

    /**
     * The temperature to which air must be cooled for dew to form.
     *
     * @param temperature °C, from -120 to 120
     * @param relativeHumidity %, not negative; above 100 counts as 100, since air is hardly ever supersaturated near
     *     the ground and instruments often say so
     * @return °C, not above the temperature; empty in air without any vapour, which has no dew point, or below -120 °C
     * @throws IllegalArgumentException if a value is out of range
     */
    public static OptionalDouble dewPoint(double temperature, double relativeHumidity) {
        requireTemperature("temperature", temperature);
        if (!(relativeHumidity >= 0)) {
            throw new IllegalArgumentException("relative humidity is " + relativeHumidity + " %, not 0 or above");
        }
        if (relativeHumidity == 0) {
            return OptionalDouble.empty();
        }
        if (relativeHumidity >= 100) {
            return OptionalDouble.of(temperature);
        }
        double exponent = Math.log(relativeHumidity / 100) + exponent(temperature);
        double dewPoint = MAGNUS_TEMPERATURE * exponent / (MAGNUS_FACTOR - exponent);
        boolean measurable = dewPoint >= -LIMIT; // not so of NaN, which the least of humidities give
        return measurable ? OptionalDouble.of(Math.min(dewPoint, temperature)) : OptionalDouble.empty();
    }

    /**
     * The share of the vapour that air holds of the vapour it could hold.
     *
     * @param temperature °C, from -120 to 120
     * @param dewPoint °C, from -120 to 120; one above the temperature counts as equal to it
     * @return %, above 0 and at most 100
     * @throws IllegalArgumentException if a value is out of range
     */
    public static double relativeHumidity(double temperature, double dewPoint) {
        requireTemperature("temperature", temperature);
        requireTemperature("dew point", dewPoint);
        return Math.min(100, 100 * Math.exp(exponent(dewPoint) - exponent(temperature)));
    }

    private static double exponent(double temperature) {
        return MAGNUS_FACTOR * temperature / (MAGNUS_TEMPERATURE + temperature);
    }

    private static void requireTemperature(String name, double value) {
        if (!(Math.abs(value) <= LIMIT)) {
            throw new IllegalArgumentException(name + " is " + value + " °C, not between -120 and 120");
        }
    }
}
