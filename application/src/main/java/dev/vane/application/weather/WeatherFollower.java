package dev.vane.application.weather;

import dev.vane.application.api.FindPlaces;
import dev.vane.application.api.FollowWeather;
import dev.vane.application.api.PlaceWeather;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets places be followed: they stay in memory, so that there is one memory to tell of changes. */
final class WeatherFollower implements FollowWeather {

    private final FindPlaces places;
    private final PlaceMemories memories;
    private final Refresher refresher;

    WeatherFollower(FindPlaces places, PlaceMemories memories, Refresher refresher) {
        this.places = places;
        this.memories = memories;
        this.refresher = refresher;
    }

    @Override
    public Outcome follow(PlaceId id, Runnable changed) {
        Optional<Place> place = places.byId(id);
        if (place.isEmpty()) {
            return new NoSuchPlace();
        }
        return memories.follow(place.get())
                .<Outcome>map(memory -> new Followed(begin(memory, changed)))
                .orElseGet(() -> new TooMany(memories.mostFollowed()));
    }

    private Following begin(PlaceMemory memory, Runnable changed) {
        refresher.restore(memory);
        Follower follower = new Follower(memories, memory, changed);
        memory.follow(follower);
        return follower;
    }

    /** One who follows; each is another, whoever is told. */
    private static final class Follower implements Following, Runnable {
        private final PlaceMemories memories;
        private final PlaceMemory memory;
        private final Runnable changed;
        private final AtomicBoolean closed = new AtomicBoolean();

        private Follower(PlaceMemories memories, PlaceMemory memory, Runnable changed) {
            this.memories = memories;
            this.memory = memory;
            this.changed = changed;
        }

        @Override
        public void run() {
            changed.run();
        }

        @Override
        public Optional<PlaceWeather> weather() {
            return memory.weather();
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                memory.unfollow(this);
                memories.unfollow(memory.place().id());
            }
        }
    }
}
