package dev.vane.application.spi;

import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A watch list that forgets everything when it is dropped: the fake for tests of use cases. */
public final class InMemoryWatchList implements WatchList {

    private final Map<PlaceId, Watch> watches = new LinkedHashMap<>();

    /** Makes an empty list. */
    public InMemoryWatchList() {}

    @Override
    public synchronized List<Watch> all() {
        return watches.values().stream()
                .sorted(Comparator.comparing(Watch::since)) // keeps the order in which those of one time were added
                .toList();
    }

    @Override
    public synchronized boolean add(Place place, Instant since) {
        return watches.putIfAbsent(place.id(), new Watch(place, since)) == null;
    }

    @Override
    public synchronized boolean remove(PlaceId place) {
        return watches.remove(place) != null;
    }
}
