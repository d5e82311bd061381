package dev.vane.application.api;

import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.place.PlaceQuery;
import java.util.List;
import java.util.Optional;

/** Finds places by name, by id and by where they are. Safe for use by several threads. */
public interface FindPlaces {

    /** The greatest number of places that one search returns. */
    int MAX_LIMIT = 50;

    /**
     * Searches towns by name; a query that is coordinates finds the towns around them.
     *
     * @param query what was typed
     * @param limit from 1 to {@link #MAX_LIMIT}
     * @return the best match first; empty if nothing matches
     */
    List<Place> search(PlaceQuery query, int limit);

    /**
     * Searches like {@link #search(PlaceQuery, int)}, but returns the matching towns by their distance from a point.
     *
     * @param query what was typed
     * @param limit from 1 to {@link #MAX_LIMIT}
     * @param near where to start from
     * @return the nearest match first; empty if nothing matches
     */
    List<Place> search(PlaceQuery query, int limit, Coordinates near);

    /** The place of an id: a town of the gazetteer, or a point described by the towns near it; empty if there is none. */
    Optional<Place> byId(PlaceId id);

    /** The town nearest to a point, however far. */
    Place nearest(Coordinates point);
}
