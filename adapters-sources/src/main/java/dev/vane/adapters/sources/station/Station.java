package dev.vane.adapters.sources.station;

import dev.vane.domain.place.Coordinates;

/**
 * An official station.
 *
 * @param id its name at its provider
 * @param coordinates where it stands
 * @param elevation metres above mean sea level
 */
public record Station(String id, Coordinates coordinates, double elevation) {

    private static final double LOWEST = -500;
    private static final double HIGHEST = 9000;

    /** Checks that it stands on the earth. */
    public Station {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a station without a name");
        }
        if (!isElevation(elevation)) {
            throw new IllegalArgumentException("elevation of station " + id + " is " + elevation + " m");
        }
    }

    /** Tells whether there are stations at an elevation, in metres. */
    public static boolean isElevation(double elevation) {
        return elevation >= LOWEST && elevation <= HIGHEST;
    }
}
