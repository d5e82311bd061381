package dev.vane.application.api;

import dev.vane.domain.place.Place;
import java.time.Duration;
import java.util.List;

/** What came of asking for the weather of a place. */
public sealed interface WeatherOutcome {

    /**
     * There is weather.
     *
     * @param weather what is known, fresh or stale
     */
    record Served(PlaceWeather weather) implements WeatherOutcome {}

    /** There is no such place. */
    record UnknownPlace() implements WeatherOutcome {}

    /**
     * Several places match about equally well.
     *
     * @param candidates the best matches, at least two, the best first
     */
    record AmbiguousPlace(List<Place> candidates) implements WeatherOutcome {
        /** Copies the list. */
        public AmbiguousPlace {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * No source has an answer, and nothing is remembered.
     *
     * @param place the place asked for
     * @param sources what each source says of itself
     * @param retryAfter when it may be worth asking again, at least one second
     */
    record NoWeather(Place place, List<SourceStatus> sources, Duration retryAfter) implements WeatherOutcome {
        /** Copies the list. */
        public NoWeather {
            sources = List.copyOf(sources);
        }
    }
}
