package dev.vane.application.api;

import dev.vane.domain.place.PlaceId;
import java.util.Optional;

/**
 * Follows the weather of places: whoever follows a place is told when what is served of it changes, and as long as anybody
 * does, it is refreshed as if a reader came whenever a source is due. Safe for use by several threads.
 */
public interface FollowWeather {

    /**
     * Follows a place.
     *
     * @param place the id
     * @param changed is told of each change, on the thread that brought it about and without any lock; must return at once
     *     and not throw
     */
    Outcome follow(PlaceId place, Runnable changed);

    /** What came of asking to follow a place. */
    sealed interface Outcome {}

    /**
     * It is followed.
     *
     * @param following the place from now on; to be closed
     */
    record Followed(Following following) implements Outcome {}

    /** There is no such place. */
    record NoSuchPlace() implements Outcome {}

    /**
     * So many other places are followed that this one cannot be: each stays in memory, and costs calls of providers.
     *
     * @param limit how many may be, besides the watched ones
     */
    record TooMany(int limit) implements Outcome {}

    /** A place that is followed. */
    interface Following extends AutoCloseable {

        /** What is served of the place at this moment; empty if nothing is known. Asks no source and waits for none. */
        Optional<PlaceWeather> weather();

        /** Ends it; whoever follows may be told of a change once more. The second time does nothing. */
        @Override
        void close();
    }
}
