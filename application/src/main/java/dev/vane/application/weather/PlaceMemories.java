package dev.vane.application.weather;

import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import java.util.LinkedHashMap;
import java.util.function.Function;

/**
 * The places in memory, at most a given number: beyond it, the one unused for longest is dropped, and comes back from the
 * archive when it is asked for. Safe for use by several threads.
 */
final class PlaceMemories {

    private static final float LOAD_FACTOR = 0.75f;

    private final int limit;
    private final Function<Place, PlaceMemory> make;
    private final LinkedHashMap<PlaceId, PlaceMemory> memories = new LinkedHashMap<>(16, LOAD_FACTOR, true);

    PlaceMemories(int limit, Function<Place, PlaceMemory> make) {
        this.limit = limit;
        this.make = make;
    }

    synchronized PlaceMemory of(Place place) {
        PlaceMemory memory = memories.computeIfAbsent(place.id(), id -> make.apply(place));
        if (memories.size() > limit) {
            memories.remove(memories.firstEntry().getKey());
        }
        return memory;
    }
}
