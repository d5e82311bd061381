package dev.vane.application.weather;

import dev.vane.application.api.FindPlaces;
import dev.vane.application.api.KeepUpToDate;
import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.RefreshPolicy.BackgroundPolicy;
import dev.vane.application.api.WatchPlaces;
import dev.vane.application.spi.WatchList;
import dev.vane.application.spi.WatchList.Watch;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps watched places up to date. At the first call after a start, the refreshes that are overdue are spread over a time;
 * what is not yet due stays so, because the archive knows when each source was heard. Places that somebody follows are
 * refreshed beside them, as if a reader came.
 */
final class Watcher implements WatchPlaces, KeepUpToDate {

    private static final Duration SHORTEST_NAP = Duration.ofSeconds(1);

    /** A flight that lands sets the next time: it is seen after this at the latest. */
    private static final Duration LONGEST_NAP = Duration.ofSeconds(5);

    private final Clock clock;
    private final BackgroundPolicy policy;
    private final FindPlaces places;
    private final WatchList list;
    private final PlaceMemories memories;
    private final Refresher refresher;
    private final ReentrantLock changing = new ReentrantLock();
    private boolean begun;

    Watcher(Clock clock, BackgroundPolicy policy, FindPlaces places, WatchList list, Memory memory) {
        this.clock = clock;
        this.policy = policy;
        this.places = places;
        this.list = list;
        this.memories = memory.places();
        this.refresher = memory.refresher();
    }

    /** What is remembered of places, and what brings it up to date. */
    record Memory(PlaceMemories places, Refresher refresher) {}

    @Override
    public List<Watch> watches() {
        return list.all();
    }

    @Override
    public Optional<PlaceWeather> remembered(PlaceId place) {
        return memories.watched(place).flatMap(PlaceMemory::weather);
    }

    @Override
    public Outcome watch(PlaceId id) {
        Optional<Place> place = places.byId(id);
        if (place.isEmpty()) {
            return new NoSuchPlace();
        }
        changing.lock();
        try {
            Optional<Watch> earlier = find(place.get().id());
            if (earlier.isPresent()) {
                return new Watched(earlier.get(), false);
            }
            if (list.all().size() >= policy.mostWatches()) {
                return new TooMany(policy.mostWatches());
            }
            list.add(place.get(), clock.instant());
            refresh(memories.watch(place.get()));
            return new Watched(find(place.get().id()).orElseThrow(), true);
        } finally {
            changing.unlock();
        }
    }

    private void refresh(PlaceMemory memory) {
        refresher.restore(memory);
        refresher.refreshInBackground(memory);
    }

    private Optional<Watch> find(PlaceId id) {
        return list.all().stream()
                .filter(watch -> watch.place().id().equals(id))
                .findFirst();
    }

    @Override
    public boolean unwatch(PlaceId place) {
        changing.lock();
        try {
            boolean watched = list.remove(place);
            memories.unwatch(place);
            return watched;
        } finally {
            changing.unlock();
        }
    }

    @Override
    public Instant refreshDue() {
        Instant now = clock.instant();
        changing.lock();
        try {
            List<PlaceMemory> watched = list.all().stream()
                    .map(watch -> memories.watch(watch.place()))
                    .toList();
            if (!begun) {
                watched.forEach(memory -> begin(memory, now));
                begun = true;
            }
            watched.forEach(refresher::refreshInBackground);
            memories.followed().forEach(refresher::refreshForReader);
            return next(watched, now);
        } finally {
            changing.unlock();
        }
    }

    private void begin(PlaceMemory memory, Instant now) {
        refresher.restore(memory);
        memory.spread(now, policy.restartSpread());
    }

    private static Instant next(List<PlaceMemory> watched, Instant now) {
        Instant latest = now.plus(LONGEST_NAP);
        Instant earliest = now.plus(SHORTEST_NAP);
        Instant due = watched.stream()
                .flatMap(memory -> memory.nextInBackground().stream())
                .min(Instant::compareTo)
                .orElse(latest);
        Instant bounded = due.isBefore(earliest) ? earliest : due;
        return bounded.isAfter(latest) ? latest : bounded;
    }
}
