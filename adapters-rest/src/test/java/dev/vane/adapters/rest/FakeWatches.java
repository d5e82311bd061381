package dev.vane.adapters.rest;

import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.WatchPlaces;
import dev.vane.application.spi.WatchList.Watch;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Watches of the two Portlands, in memory. */
final class FakeWatches implements WatchPlaces {

    private final FakePlaces places = new FakePlaces();
    private final List<Watch> watches = new ArrayList<>();

    /** What is known of them; a test adds to it. */
    final Map<PlaceId, PlaceWeather> remembered = new ConcurrentHashMap<>();

    /** How many may be watched; a test lowers it. */
    int limit = 20;

    @Override
    public synchronized List<Watch> watches() {
        return List.copyOf(watches);
    }

    @Override
    public Optional<PlaceWeather> remembered(PlaceId place) {
        return Optional.ofNullable(remembered.get(place));
    }

    @Override
    public synchronized Outcome watch(PlaceId place) {
        Optional<Watch> known = watches.stream()
                .filter(watch -> watch.place().id().equals(place))
                .findFirst();
        if (known.isPresent()) {
            return new Watched(known.get(), false);
        }
        return places.byId(place).map(this::add).orElseGet(NoSuchPlace::new);
    }

    /** Watches a place under another name. */
    synchronized void replace(Place place) {
        watches.replaceAll(watch -> watch.place().id().equals(place.id()) ? new Watch(place, watch.since()) : watch);
    }

    private Outcome add(Place place) {
        if (watches.size() >= limit) {
            return new TooMany(limit);
        }
        Watch watch = new Watch(place, Samples.NOW.plusSeconds(watches.size()));
        watches.add(watch);
        return new Watched(watch, true);
    }

    @Override
    public synchronized boolean unwatch(PlaceId place) {
        return watches.removeIf(watch -> watch.place().id().equals(place));
    }
}
