package dev.vane.application.spi;

import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import java.time.Instant;
import java.util.List;

/** Remembers which places are kept up to date and on record. Safe for use by several threads. */
public interface WatchList {

    /** Every watch, the oldest first. */
    List<Watch> all();

    /**
     * Watches a place for good: returns once it is on disk.
     *
     * @return whether it was not watched before; an earlier watch stays as it is
     */
    boolean add(Place place, Instant since);

    /**
     * Watches a place no more. What is archived of it stays.
     *
     * @return whether it was watched
     */
    boolean remove(PlaceId place);

    /**
     * A place that is watched.
     *
     * @param place which
     * @param since since when
     */
    record Watch(Place place, Instant since) {}
}
