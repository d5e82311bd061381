package dev.vane.adapters.rest.openweather;

import dev.vane.adapters.rest.contract.Figure;
import dev.vane.adapters.rest.contract.JsonTree;
import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import java.time.Instant;

/** Writes members that say where something is. */
final class PlaceMembers {

    private static final int DECIMALS = 4;

    private PlaceMembers() {}

    static JsonTree coordinates(Coordinates point) {
        return new JsonTree()
                .put("lon", Figure.rounded(point.longitude(), DECIMALS))
                .put("lat", Figure.rounded(point.latitude(), DECIMALS));
    }

    /** The number of a town, OpenWeather's own for most; 0 for a point, as OpenWeather has it at sea. */
    static long id(Place place) {
        return switch (place.id()) {
            case PlaceId.Town(long number) -> number;
            case PlaceId.Point point -> 0;
        };
    }

    /** Puts the country's code, if the place is in one. */
    static JsonTree country(JsonTree tree, Place place) {
        String code = place.region().countryCode();
        return code.isEmpty() ? tree : tree.put("country", code);
    }

    /** The offset of local time in seconds. */
    static long offset(Place place, Instant time) {
        return place.zone().getRules().getOffset(time).getTotalSeconds();
    }
}
