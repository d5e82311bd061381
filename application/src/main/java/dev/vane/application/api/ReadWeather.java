package dev.vane.application.api;

import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.place.PlaceQuery;

/** Reads the weather of one place: what is remembered if it is fresh enough, else what the sources say now. */
public interface ReadWeather {

    /**
     * Reads the weather of one place. Waits for sources only if nothing at all is known of the place, and then no longer
     * than the configured limit. Safe for use by several threads: however many ask, each source is asked once.
     */
    WeatherOutcome read(Target target);

    /** How a caller says which place it means. */
    sealed interface Target {}

    /**
     * A place by its id.
     *
     * @param id the id
     */
    record ById(PlaceId id) implements Target {}

    /**
     * A point on the map.
     *
     * @param coordinates where
     */
    record ByCoordinates(Coordinates coordinates) implements Target {}

    /**
     * A place by what a person typed.
     *
     * @param query what was typed
     */
    record ByQuery(PlaceQuery query) implements Target {}
}
