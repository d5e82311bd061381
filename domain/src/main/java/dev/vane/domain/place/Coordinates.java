package dev.vane.domain.place;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A point on the earth's surface in WGS 84.
 *
 * @param latitude degrees north, from -90 to 90
 * @param longitude degrees east, from -180 to 180
 */
public record Coordinates(double latitude, double longitude) {

    /** The mean radius of the earth in metres (IUGG R1). */
    private static final double EARTH_RADIUS_M = 6_371_008.8;

    /** More would be finer than 11 cm. */
    private static final int MAX_DECIMALS = 6;

    /**
     * Checks both ranges.
     *
     * @throws IllegalArgumentException if a value is not finite or out of its range
     */
    public Coordinates {
        requireRange("latitude", latitude, 90);
        requireRange("longitude", longitude, 180);
        latitude += 0.0; // -0.0 becomes 0.0: one point has one representation
        longitude += 0.0;
    }

    private static void requireRange(String name, double value, double limit) {
        if (!(value >= -limit && value <= limit)) {
            throw new IllegalArgumentException(name + " is " + value + ", not between " + -limit + " and " + limit);
        }
    }

    /**
     * The great-circle distance to another point, by the haversine formula on a sphere (error at most 0.6 %).
     *
     * @return metres
     */
    public double distanceTo(Coordinates other) {
        double phi1 = Math.toRadians(latitude);
        double phi2 = Math.toRadians(other.latitude);
        double sinPhi = Math.sin((phi2 - phi1) / 2);
        double sinLambda = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double h = sinPhi * sinPhi + Math.cos(phi1) * Math.cos(phi2) * sinLambda * sinLambda;
        return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
    }

    /**
     * These coordinates with at most {@code decimals} decimal places, halves away from zero.
     *
     * @param decimals from 0 to 6
     * @throws IllegalArgumentException if the number of decimals is out of range
     */
    public Coordinates rounded(int decimals) {
        if (decimals < 0 || decimals > MAX_DECIMALS) {
            throw new IllegalArgumentException("decimals are " + decimals + ", not between 0 and " + MAX_DECIMALS);
        }
        return new Coordinates(round(latitude, decimals), round(longitude, decimals));
    }

    private static double round(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
