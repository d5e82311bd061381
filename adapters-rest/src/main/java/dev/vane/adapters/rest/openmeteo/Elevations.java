package dev.vane.adapters.rest.openmeteo;

import dev.vane.application.api.FindPlaces;
import dev.vane.domain.place.Place;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How high places lie. Vane has no elevation of points, only of towns: a point in or beside a town has that of the town.
 *
 * @param places finds towns
 */
record Elevations(FindPlaces places) {

    /** What is farther off in a valley can be hundreds of metres higher. */
    private static final double BESIDE = 5000;

    /** The elevation of a place in metres, or empty if it is not known. */
    OptionalDouble of(Place place) {
        return Optional.of(place)
                .filter(known -> known.elevation().isPresent())
                .or(() -> Optional.of(places.nearest(place.coordinates()))
                        .filter(town -> town.coordinates().distanceTo(place.coordinates()) <= BESIDE))
                .map(Place::elevation)
                .filter(metres -> metres.isPresent() && metres.getAsInt() >= -500 && metres.getAsInt() <= 9000)
                .map(metres -> OptionalDouble.of(metres.getAsInt()))
                .orElse(OptionalDouble.empty());
    }
}
