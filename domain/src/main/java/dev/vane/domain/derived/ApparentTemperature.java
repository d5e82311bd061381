package dev.vane.domain.derived;

/**
 * Temperature as a person feels it in the shade.
 *
 * <p>R. G. Steadman, "Norms of apparent temperature in Australia", Australian Meteorological Magazine 43 (1994), 1-16,
 * in the form without radiation that the Australian Bureau of Meteorology publishes ("Thermal comfort observations"):
 * {@code AT = Ta + 0.33 e - 0.70 ws - 4.00}. One formula for warm and cold, dry and humid, calm and windy air, so that
 * the value never jumps between formulas as a heat index joined to a wind chill does. It needs all three inputs.
 */
public final class ApparentTemperature {

    private static final double PER_HPA_OF_VAPOUR = 0.33;
    private static final double PER_MPS_OF_WIND = -0.70;
    private static final double CONSTANT = -4.00;

    private ApparentTemperature() {}

    /**
     * The apparent temperature in the shade.
     *
     * @param temperature air temperature at 2 m in °C, from -120 to 120
     * @param relativeHumidity %, not negative
     * @param windSpeed mean wind speed at 10 m in m/s, not negative
     * @return °C
     * @throws IllegalArgumentException if a value is out of range
     */
    public static double shade(double temperature, double relativeHumidity, double windSpeed) {
        requirePositive("relative humidity", relativeHumidity);
        requirePositive("wind speed", windSpeed);
        return temperature
                + PER_HPA_OF_VAPOUR * vapourPressure(temperature, relativeHumidity)
                + PER_MPS_OF_WIND * windSpeed
                + CONSTANT;
    }

    /** Vapour pressure in hPa with the coefficients that the Bureau publishes with the formula. */
    private static double vapourPressure(double temperature, double relativeHumidity) {
        if (!(Math.abs(temperature) <= 120)) {
            throw new IllegalArgumentException("temperature is " + temperature + " °C, not between -120 and 120");
        }
        return relativeHumidity / 100 * 6.105 * Math.exp(17.27 * temperature / (237.7 + temperature));
    }

    private static void requirePositive(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " is " + value + ", not 0 or above");
        }
    }
}
