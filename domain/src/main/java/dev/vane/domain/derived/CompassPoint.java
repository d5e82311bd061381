package dev.vane.domain.derived;

import java.util.Optional;

/**
 * The sixteen points of the compass, as names of where the wind blows from. Each reaches 11.25° to both sides; the
 * limit between two belongs to the one that follows clockwise.
 */
public enum CompassPoint {
    /** North, 0°. */
    N(0),
    /** North-north-east, 22.5°. */
    NNE(22.5),
    /** North-east, 45°. */
    NE(45),
    /** East-north-east, 67.5°. */
    ENE(67.5),
    /** East, 90°. */
    E(90),
    /** East-south-east, 112.5°. */
    ESE(112.5),
    /** South-east, 135°. */
    SE(135),
    /** South-south-east, 157.5°. */
    SSE(157.5),
    /** South, 180°. */
    S(180),
    /** South-south-west, 202.5°. */
    SSW(202.5),
    /** South-west, 225°. */
    SW(225),
    /** West-south-west, 247.5°. */
    WSW(247.5),
    /** West, 270°. */
    W(270),
    /** West-north-west, 292.5°. */
    WNW(292.5),
    /** North-west, 315°. */
    NW(315),
    /** North-north-west, 337.5°. */
    NNW(337.5);

    private static final double HALF_WIDTH = 11.25;

    private final double direction;

    CompassPoint(double direction) {
        this.direction = direction;
    }

    /**
     * The point nearest to a direction.
     *
     * @param direction degrees true, from 0 to 360; both 0 and 360 are north
     * @throws IllegalArgumentException if the direction is out of range
     */
    public static CompassPoint of(double direction) {
        if (!(direction >= 0 && direction <= 360)) {
            throw new IllegalArgumentException("direction is " + direction + "°, not between 0 and 360");
        }
        int half = (int) (direction / HALF_WIDTH);
        return values()[(half + 1) / 2 % values().length];
    }

    /**
     * Where a wind blows from.
     *
     * @param direction degrees true, from 0 to 360
     * @param windSpeed m/s, not negative
     * @return the point; empty if it is calm (Beaufort force 0): then a vane's direction means nothing
     * @throws IllegalArgumentException if a value is out of range
     */
    public static Optional<CompassPoint> ofWind(double direction, double windSpeed) {
        CompassPoint point = of(direction);
        return Beaufort.of(windSpeed) == Beaufort.CALM ? Optional.empty() : Optional.of(point);
    }

    /** The direction of its middle in degrees true, from 0 to 337.5. */
    public double direction() {
        return direction;
    }
}
