package dev.vane.application.weather;

import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The places in memory: those that are watched, and a given number of others. Beyond it, the one unused for longest is
 * dropped, and comes back from the archive when it is asked for; but for those that somebody follows, which may be up to
 * half of that number. Safe for use by several threads.
 */
final class PlaceMemories {

    private static final float LOAD_FACTOR = 0.75f;

    private final int limit;
    private final Function<Place, PlaceMemory> make;
    private final LinkedHashMap<PlaceId, PlaceMemory> memories = new LinkedHashMap<>(16, LOAD_FACTOR, true);
    private final Map<PlaceId, PlaceMemory> watched = new HashMap<>();
    private final Map<PlaceId, Followed> followed = new HashMap<>();

    /** A place that somebody follows, and how many do. */
    private record Followed(PlaceMemory memory, int followers) {}

    PlaceMemories(int limit, Function<Place, PlaceMemory> make) {
        this.limit = limit;
        this.make = make;
    }

    /** A place in memory; empty if it is not there. */
    synchronized Optional<PlaceMemory> find(PlaceId place) {
        PlaceMemory onRecord = watched.get(place);
        Followed kept = followed.get(place);
        if (onRecord == null && kept != null) {
            return Optional.of(kept.memory());
        }
        return Optional.ofNullable(onRecord != null ? onRecord : memories.get(place));
    }

    synchronized PlaceMemory of(Place place) {
        PlaceMemory onRecord = watched.get(place.id());
        if (onRecord != null) {
            return onRecord;
        }
        Followed kept = followed.get(place.id());
        if (kept != null) {
            return kept.memory();
        }
        PlaceMemory memory = memories.computeIfAbsent(place.id(), id -> make.apply(place));
        dropUnused();
        return memory;
    }

    private void dropUnused() {
        if (memories.size() + followed.size() > limit && memories.size() > 1) {
            memories.remove(memories.firstEntry().getKey());
        }
    }

    /** How many places may be followed besides the watched ones. */
    int mostFollowed() {
        return Math.max(1, limit / 2);
    }

    /** A place that stays in memory until everybody who follows it has {@link #unfollow ended}; empty if there are too many. */
    synchronized Optional<PlaceMemory> follow(Place place) {
        PlaceId id = place.id();
        long others = followed.keySet().stream()
                .filter(one -> !one.equals(id) && !watched.containsKey(one))
                .count();
        if (others >= mostFollowed() && !watched.containsKey(id)) {
            return Optional.empty();
        }
        PlaceMemory memory = of(place);
        memories.remove(id);
        followed.merge(id, new Followed(memory, 1), (before, one) -> new Followed(memory, before.followers() + 1));
        return Optional.of(memory);
    }

    /** Ends following once. */
    synchronized void unfollow(PlaceId place) {
        Followed left =
                followed.computeIfPresent(place, (id, before) -> new Followed(before.memory(), before.followers() - 1));
        if (left != null && left.followers() == 0) {
            followed.remove(place);
            putBack(place, left.memory());
        }
    }

    /** Those that are followed, watched or not. */
    synchronized List<PlaceMemory> followed() {
        return followed.values().stream().map(Followed::memory).toList();
    }

    private void putBack(PlaceId place, PlaceMemory memory) {
        if (!watched.containsKey(place) && !followed.containsKey(place)) {
            memories.put(place, memory);
            dropUnused();
        }
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
            putBack(place, memory);
        }
    }

    /** What is remembered of a place if it is watched. */
    synchronized Optional<PlaceMemory> watched(PlaceId place) {
        return Optional.ofNullable(watched.get(place));
    }

    /** Those that are watched. */
    synchronized List<PlaceMemory> watched() {
        return List.copyOf(watched.values());
    }
}
