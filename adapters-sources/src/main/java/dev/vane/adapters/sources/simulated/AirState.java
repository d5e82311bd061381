package dev.vane.adapters.sources.simulated;

/**
 * What the rest of the weather follows from.
 *
 * @param temperature °C at 2 m
 * @param dewPointDepression K by which the dew point lies below the temperature, 0 or more
 * @param pressureMsl hPa
 * @param cloudIndex about normal over the year; with 0 half of the sky is covered, from {@link #RAINING} on it rains
 * @param windSpeed m/s at 10 m
 * @param windDirection degrees, not yet brought to 0 to 360
 * @param gustFactor the gusts' multiple of the mean wind, above 1
 */
record AirState(
        double temperature,
        double dewPointDepression,
        double pressureMsl,
        double cloudIndex,
        double windSpeed,
        double windDirection,
        double gustFactor) {

    /** The cloud index from which on it rains, about a quarter of the time. */
    static final double RAINING = 0.7;

    /** The share of the sky that is covered, from 0 to 1. */
    double cloudShare() {
        return 1 / (1 + Math.exp(-1.7 * cloudIndex));
    }
}
