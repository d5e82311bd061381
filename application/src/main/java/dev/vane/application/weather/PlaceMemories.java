package dev.vane.application.weather;

import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The places in memory: those that are watched, and a given number of others. Beyond it, the one unused for longest is
 * dropped, and comes back from the archive when it is asked for. Safe for use by several threads.
 */
final class PlaceMemories {

    private static final float LOAD_FACTOR = 0.75f;

    private final int limit;
    private final Function<Place, PlaceMemory> make;
    private final LinkedHashMap<PlaceId, PlaceMemory> memories = new LinkedHashMap<>(16, LOAD_FACTOR, true);
    private final Map<PlaceId, PlaceMemory> watched = new HashMap<>();

    PlaceMemories(int limit, Function<Place, PlaceMemory> make) {
        this.limit = limit;
        this.make = make;
    }

    synchronized PlaceMemory of(Place place) {
        PlaceMemory onRecord = watched.get(place.id());
        if (onRecord != null) {
            return onRecord;
        }
        PlaceMemory memory = memories.computeIfAbsent(place.id(), id -> make.apply(place));
        if (memories.size() > limit) {
            memories.remove(memories.firstEntry().getKey());
        }
        return memory;
    }

    /** A place that stays in memory from now on. */
    synchronized PlaceMemory watch(Place place) {
        PlaceMemory memory = of(place);
        memories.remove(place.id());
        watched.put(place.id(), memory);
        memory.watch(true);
        return memory;
    }

    /** Lets a place be dropped again. */
    synchronized void unwatch(PlaceId place) {
        PlaceMemory memory = watched.remove(place);
        if (memory != null) {
            memory.watch(false);
            memories.put(place, memory);
        }
    }

    /** Those that are watched. */
    synchronized List<PlaceMemory> watched() {
        return List.copyOf(watched.values());
    }
}
