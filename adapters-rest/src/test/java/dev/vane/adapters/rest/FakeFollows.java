package dev.vane.adapters.rest;

import dev.vane.application.api.FollowWeather;
import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.ReadWeather;
import dev.vane.application.api.WeatherOutcome;
import dev.vane.domain.place.PlaceId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Follows what the test says is read, and tells of a change when the test does. */
final class FakeFollows implements FollowWeather {

    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private final Supplier<ReadWeather> weather;
    volatile int limit = Integer.MAX_VALUE;

    FakeFollows(Supplier<ReadWeather> weather) {
        this.weather = weather;
    }

    private final class Follower implements Following {
        private final PlaceId place;
        private final Runnable changed;

        private Follower(PlaceId place, Runnable changed) {
            this.place = place;
            this.changed = changed;
        }

        @Override
        public Optional<PlaceWeather> weather() {
            return weather.get().read(new ReadWeather.ById(place)) instanceof WeatherOutcome.Served served
                    ? Optional.of(served.weather())
                    : Optional.empty();
        }

        @Override
        public void close() {
            followers.remove(this);
        }
    }

    @Override
    public Outcome follow(PlaceId place, Runnable changed) {
        if (followers.size() >= limit) {
            return new TooMany(limit);
        }
        Follower follower = new Follower(place, changed);
        followers.add(follower);
        return new Followed(follower);
    }

    /** Tells everybody. */
    void change() {
        followers.forEach(follower -> follower.changed.run());
    }

    int number() {
        return followers.size();
    }
}
