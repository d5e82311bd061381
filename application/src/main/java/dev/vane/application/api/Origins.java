package dev.vane.application.api;

import dev.vane.domain.weather.SourceId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where values are from that are not from the main source of the conditions that they stand in.
 *
 * @param filled the sources of values that the main one did not give
 * @param derived values that no source gave: they are computed from the others
 * @param sky the source of the sky, if it is not the main one
 * @param <Q> the kind of quantity
 */
public record Origins<Q>(Map<Q, SourceId> filled, Set<Q> derived, Optional<SourceId> sky) {

    /** Copies the collections. */
    public Origins {
        filled = Map.copyOf(filled);
        derived = Set.copyOf(derived);
    }

    /** Everything is from the main source. */
    public static <Q> Origins<Q> none() {
        return new Origins<>(Map.of(), Set.of(), Optional.empty());
    }

    /** The source of a value that is not {@link #derived}. */
    public SourceId of(Q quantity, SourceId main) {
        return filled.getOrDefault(quantity, main);
    }
}
