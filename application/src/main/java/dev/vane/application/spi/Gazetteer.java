package dev.vane.application.spi;

import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.place.PlaceQuery;
import java.util.List;
import java.util.Optional;

/** Knows the towns of the world. Read-only. Safe for use by several threads. */
public interface Gazetteer {

    /**
     * Searches towns by name, accents and case folded, by prefix of the last word typed; parts after commas narrow the
     * search to an area or a country, by name or code.
     *
     * @param query what was typed, not coordinates
     * @param limit the greatest number of towns to return, positive
     * @return the best match first; empty if nothing matches
     * @throws IllegalArgumentException if the limit is not positive
     */
    List<Place> search(PlaceQuery query, int limit);

    /**
     * Searches like {@link #search(PlaceQuery, int)}, ordered by distance.
     *
     * @param query what was typed, not coordinates
     * @param limit the greatest number of towns to return, positive
     * @param near where to start from
     * @return the nearest match first; empty if nothing matches
     * @throws IllegalArgumentException if the limit is not positive
     */
    List<Place> search(PlaceQuery query, int limit, Coordinates near);

    /** The town of an id, or empty if there is none. */
    Optional<Place> town(PlaceId.Town id);

    /**
     * The towns nearest to a point, however far.
     *
     * @param point where to start from
     * @param limit the greatest number of towns to return, positive
     * @return the nearest first; never empty
     * @throws IllegalArgumentException if the limit is not positive
     */
    List<Place> nearest(Coordinates point, int limit);
}
