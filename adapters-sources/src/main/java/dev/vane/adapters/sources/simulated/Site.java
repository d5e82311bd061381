package dev.vane.adapters.sources.simulated;

import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;

/**
 * Where weather is simulated.
 *
 * @param coordinates the point
 * @param elevation metres above mean sea level
 */
record Site(Coordinates coordinates, double elevation) {

    /** The site of a place; one of unknown elevation lies at sea level. */
    static Site of(Place place) {
        return new Site(place.coordinates(), place.elevation().orElse(0));
    }

    double latitudeRadians() {
        return Math.toRadians(coordinates.latitude());
    }

    /** How far from the equator: 0 there, 1 at a pole. */
    double polewardness() {
        return Math.abs(Math.sin(latitudeRadians()));
    }
}
