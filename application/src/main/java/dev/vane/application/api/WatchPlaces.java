package dev.vane.application.api;

import dev.vane.application.spi.WatchList.Watch;
import dev.vane.domain.place.PlaceId;
import java.util.List;
import java.util.Optional;

/** Keeps places up to date and on record, whether anybody asks for them or not. Safe for use by several threads. */
public interface WatchPlaces {

    /** Every watch, the oldest first. */
    List<Watch> watches();

    /**
     * What is known of a watched place's weather at this moment: nobody is asked and nothing is waited for.
     *
     * @return its weather; empty if nothing is known yet, or if the place is not watched
     */
    Optional<PlaceWeather> remembered(PlaceId place);

    /** Watches a place from now on. One that is watched already stays as it is. */
    Outcome watch(PlaceId place);

    /**
     * Watches a place no more; what is on record stays.
     *
     * @return whether it was watched
     */
    boolean unwatch(PlaceId place);

    /** What came of asking to watch a place. */
    sealed interface Outcome {}

    /**
     * It is watched.
     *
     * @param watch the watch
     * @param added whether it was not watched before
     */
    record Watched(Watch watch, boolean added) implements Outcome {}

    /** There is no such place. */
    record NoSuchPlace() implements Outcome {}

    /**
     * As many places are watched as the settings allow.
     *
     * @param limit how many
     */
    record TooMany(int limit) implements Outcome {}
}
