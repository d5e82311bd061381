package dev.vane.application.api;

import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.SourceId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The weather of one place as Vane serves it: immutable, and the same object until a source says something new.
 *
 * @param place where
 * @param lastModified when anything of this last changed
 * @param current the conditions now with the source they are from; empty if no source has them
 * @param forecast the forecast with the source it is from; empty if no source has one
 * @param sources every source in the order of preference with its state for this place
 */
public record PlaceWeather(
        Place place,
        Instant lastModified,
        Optional<Sourced<Observation>> current,
        Optional<Sourced<Run>> forecast,
        List<SourceStatus> sources) {

    /** Copies the list and checks that there is weather. */
    public PlaceWeather {
        Objects.requireNonNull(lastModified, "lastModified");
        sources = List.copyOf(sources);
        if (current.isEmpty() && forecast.isEmpty()) {
            throw new IllegalArgumentException("no weather of " + place.id());
        }
    }

    /** Tells whether anything served here is made up by the simulation and not from a provider. */
    public boolean simulated() {
        return current.map(Sourced::simulated).orElse(false)
                || forecast.map(Sourced::simulated).orElse(false);
    }

    /** When the first of the sources that served here is due to be asked again; it may be past. */
    public Instant nextRefresh() {
        return sources.stream()
                .filter(status -> serves(status.source().id()))
                .flatMap(status -> status.staleAfter().stream())
                .min(Instant::compareTo)
                .orElse(lastModified);
    }

    private boolean serves(SourceId source) {
        return current.map(Sourced::source).filter(source::equals).isPresent()
                || forecast.map(Sourced::source).filter(source::equals).isPresent();
    }

    /**
     * Data with where they are from.
     *
     * @param source who said it
     * @param simulated whether the source makes its data up
     * @param value what it said
     * @param <T> the kind of data
     */
    public record Sourced<T>(SourceId source, boolean simulated, T value) {

        /** The same with another value. */
        public Sourced<T> with(T other) {
            return new Sourced<>(source, simulated, other);
        }
    }
}
