package dev.vane.application.places;

import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The descriptions of the points asked for last. Dashboards ask for the same few all day, and to look for the nearest town
 * takes milliseconds, far from any town tens of them. Safe for use by several threads.
 */
final class RecentPoints {

    /** More than any house asks for; a description takes some 300 bytes. */
    static final int LIMIT = 500;

    private static final float LOAD_FACTOR = 0.75f;

    private final Map<PlaceId.Point, Place> places = new LinkedHashMap<>(16, LOAD_FACTOR, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PlaceId.Point, Place> eldest) {
            return size() > LIMIT;
        }
    };

    synchronized Optional<Place> get(PlaceId.Point point) {
        return Optional.ofNullable(places.get(point));
    }

    synchronized Place put(PlaceId.Point point, Place place) {
        places.put(point, place);
        return place;
    }
}
