package dev.vane.application.weather;

import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.RefreshPolicy;
import dev.vane.application.api.SourceStatus;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.WeatherArchive;
import dev.vane.application.spi.WeatherArchive.Remembered;
import dev.vane.application.spi.WeatherSource;
import dev.vane.application.weather.ProviderGate.Purpose;
import dev.vane.application.weather.ProviderGate.Refusal;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What is known of one place: what each source said, and the weather that is served from it.
 *
 * <p>Safe for use by several threads. One lock guards the sources' states; the served weather is an immutable value that
 * readers take without it. Nothing is awaited while the lock is held but the archive's first answer: whoever comes second
 * needs it too. Who follows the place is told after the lock is given back.
 */
final class PlaceMemory {

    private final Place place;
    private final List<SourceMemory> sources;
    private final Choice choice;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean restored;
    private volatile boolean watched;
    private volatile Optional<PlaceWeather> weather = Optional.empty();
    private final Set<Runnable> followers = ConcurrentHashMap.newKeySet();
    private boolean news;

    /** Until when no source is due for a reader; where there is no weather, it says nothing. */
    private volatile Instant calmUntil = Instant.MIN;

    PlaceMemory(Place place, List<WeatherSource> sources, RefreshPolicy policy, Choice.Rule rule) {
        this.place = place;
        this.sources = sources.stream()
                .map(source -> new SourceMemory(source, place.id(), policy))
                .toList();
        choice = new Choice(place, this.sources, rule);
    }

    Place place() {
        return place;
    }

    /** The weather to serve, if anything is known. */
    Optional<PlaceWeather> weather() {
        return weather;
    }

    /** The weather to serve, if a reader at this time has nothing to do but take it. */
    Optional<PlaceWeather> unchangedAt(Instant now) {
        Instant calm = calmUntil; // before the weather: whoever changes both does so the other way round
        Optional<PlaceWeather> served = weather;
        return now.isBefore(calm) ? served : Optional.empty();
    }

    /**
     * Takes what the archive remembers, once. An archive that failed is asked again only as long as nothing is known: later,
     * what it remembers would replace what has been heard since.
     */
    void restoreOnce(WeatherArchive archive, Instant now) {
        locked(() -> {
            if (!restored && weather.isEmpty()) {
                archive.latest(place.id()).forEach(this::restore);
                restored = true;
                choose(now);
            }
            return restored;
        });
    }

    private void restore(Remembered remembered) {
        sources.forEach(source -> source.restore(remembered));
    }

    /** Has the sources asked that are for the record. */
    void watch(boolean onRecord) {
        locked(() -> watched = onRecord);
    }

    /** Tells somebody of each change of the weather from now on. */
    void follow(Runnable follower) {
        followers.add(follower);
    }

    /** Tells somebody no more. */
    void unfollow(Runnable follower) {
        followers.remove(follower);
    }

    /** Puts off what is overdue in the background, each source by a part of a time that is its own. */
    void spread(Instant now, Duration over) {
        locked(() -> {
            sources.forEach(source -> source.spread(now, over));
            return sources;
        });
    }

    /**
     * Claims the sources that a reader wants asked now; each is claimed by one caller until it has {@link #land landed}.
     * The simulation is due only where it is all there is.
     */
    List<WeatherSource> claimForReader(Instant now, Gates gates) {
        boolean onlySimulated = weather.map(PlaceWeather::simulated).orElse(false);
        return locked(() -> claim(
                now,
                Purpose.READER,
                gates,
                source -> source.due(now) && (source.simulated() ? onlySimulated : wanted(source))));
    }

    /** Claims the sources that are due in the background; see {@link #claimForReader}. */
    List<WeatherSource> claimForBackground(Instant now, Gates gates) {
        return locked(() -> claim(
                now,
                Purpose.BACKGROUND,
                gates,
                source -> source.backgroundDue(now) && !source.simulated() && wanted(source)));
    }

    /** Claims the simulation, if nothing else has said anything. */
    List<WeatherSource> claimSimulated(Instant now, Gates gates) {
        return locked(() -> claim(
                now, Purpose.READER, gates, source -> source.simulated() && !source.inFlight() && weather.isEmpty()));
    }

    private Instant nextForReader() {
        boolean onlySimulated = weather.map(PlaceWeather::simulated).orElse(false);
        Instant next = Instant.MAX;
        for (SourceMemory source : sources) {
            boolean asked = source.simulated() ? onlySimulated : wanted(source);
            if (asked && !source.inFlight() && source.notBefore().isBefore(next)) {
                next = source.notBefore();
            }
        }
        return next;
    }

    private boolean wanted(SourceMemory source) {
        return watched || !source.source().watchedOnly();
    }

    private List<WeatherSource> claim(Instant now, Purpose purpose, Gates gates, Predicate<SourceMemory> due) {
        List<WeatherSource> claimed = new ArrayList<>();
        boolean refused = false;
        for (SourceMemory memory : sources) {
            if (due.test(memory)) {
                WeatherSource source = memory.source();
                Optional<Refusal> refusal = gates.of(source).admit(purpose, source.tariff());
                if (refusal.isPresent()) {
                    memory.refused(purpose, refusal.get());
                    refused = true;
                } else {
                    memory.takeOff();
                    claimed.add(source);
                }
            }
        }
        if (refused) {
            choose(now); // what a source said that is not asked any more may have become too old
        }
        return claimed;
    }

    /**
     * Takes what a claimed source replied.
     *
     * @return the members that are left out from now on, because they repeat a run that is too old
     */
    List<SourceId> land(WeatherSource source, SourceReply reply, Instant now) {
        return locked(() -> {
            List<SourceId> repeating = new ArrayList<>();
            for (SourceMemory memory : sources) {
                if (memory.source().info().id().equals(source.info().id())) {
                    memory.land(reply, now);
                    memory.voices().stream()
                            .filter(Voice::repeatsTooLong)
                            .forEach(voice -> repeating.add(voice.info().id()));
                }
            }
            choose(now);
            changed.signalAll();
            return repeating;
        });
    }

    private void choose(Instant now) {
        Optional<PlaceWeather> next = choice.at(now);
        if (!sameBut(weather, next)) {
            weather = next;
            news = true;
        }
    }

    /** Tells whether two choices differ in nothing but when they were made. */
    private static boolean sameBut(Optional<PlaceWeather> one, Optional<PlaceWeather> other) {
        return one.isPresent()
                && other.isPresent()
                && one.get().current().equals(other.get().current())
                && one.get().forecast().equals(other.get().forecast())
                && one.get().alerts().equals(other.get().alerts())
                && one.get().sources().equals(other.get().sources());
    }

    /** Waits until there is weather, or no provider is being asked any more, or the limit is reached. */
    void awaitProviders(Duration limit) {
        await(limit, source -> source.inFlight() && !source.simulated());
    }

    /** Waits until there is weather, or the simulation is not being asked any more, or the limit is reached. */
    void awaitSimulation(Duration limit) {
        await(limit, source -> source.inFlight() && source.simulated());
    }

    private void await(Duration limit, Predicate<SourceMemory> hopeful) {
        locked(() -> {
            long left = limit.toNanos();
            try {
                while (weather.isEmpty() && sources.stream().anyMatch(hopeful) && left > 0) {
                    left = changed.awaitNanos(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return left;
        });
    }

    /** Every source's state for this place. */
    List<SourceStatus> statuses() {
        return locked(choice::statuses);
    }

    /** When the first source is due in the background; empty if none ever is. */
    Optional<Instant> nextInBackground() {
        return locked(() -> sources.stream()
                .filter(source -> !source.simulated() && !source.inFlight() && wanted(source))
                .map(SourceMemory::backgroundNotBefore)
                .min(Instant::compareTo));
    }

    /** When a source is due for this place; empty if it is not asked about it. */
    Optional<Instant> due(WeatherSource source) {
        return locked(() -> sources.stream()
                .filter(memory ->
                        memory.source().info().id().equals(source.info().id()))
                .filter(this::wanted)
                .map(SourceMemory::notBefore)
                .findFirst());
    }

    /** When the first source may be asked again; now if one is being asked. */
    Instant nextAttempt(Instant now) {
        return locked(() -> sources.stream()
                .filter(this::wanted)
                .map(source -> source.inFlight() ? now : source.notBefore())
                .min(Instant::compareTo)
                .orElse(now));
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            calmUntil = nextForReader();
            boolean toTell = news;
            news = false;
            lock.unlock();
            if (toTell) {
                followers.forEach(Runnable::run);
            }
        }
    }
}
