package dev.vane.domain.derived;

import java.util.OptionalDouble;

/**
 * A horizontal wind as its components, in which winds can be averaged: the mean of 350° and 10° is 0°, not 180°
 * (WMO-No. 8, volume I, chapter 5: vector mean).
 *
 * @param east the speed towards the east in m/s
 * @param north the speed towards the north in m/s
 */
public record WindVector(double east, double north) {

    /** No wind. */
    public static final WindVector ZERO = new WindVector(0, 0);

    /** Below this speed rounding decides the direction: what is left of winds that cancel out. */
    private static final double NO_SPEED = 1e-9;

    /** Checks that both components are finite. */
    public WindVector {
        if (!Double.isFinite(east) || !Double.isFinite(north)) {
            throw new IllegalArgumentException("wind vector is (" + east + ", " + north + "), not finite");
        }
    }

    /**
     * The vector of a wind.
     *
     * @param direction where it blows from, in degrees true
     * @param speed m/s
     */
    public static WindVector of(double direction, double speed) {
        double angle = Math.toRadians(direction);
        return new WindVector(-speed * Math.sin(angle), -speed * Math.cos(angle));
    }

    /** The sum with another vector. */
    public WindVector plus(WindVector other) {
        return new WindVector(east + other.east, north + other.north);
    }

    /** This vector a number of times. */
    public WindVector times(double weight) {
        return new WindVector(east * weight, north * weight);
    }

    /** The speed in m/s. */
    public double speed() {
        return Math.hypot(east, north);
    }

    /** Where the wind blows from in degrees true, from 0 (inclusive) to 360 (exclusive); empty if there is no wind. */
    public OptionalDouble direction() {
        if (speed() < NO_SPEED) {
            return OptionalDouble.empty();
        }
        double degrees = Math.toDegrees(Math.atan2(-east, -north));
        double positive = degrees < 0 ? degrees + 360 : degrees;
        return OptionalDouble.of(positive < 360 ? positive + 0.0 : 0.0); // a tiny negative angle + 360 rounds to 360
    }
}
