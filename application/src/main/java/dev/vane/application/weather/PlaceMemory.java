package dev.vane.application.weather;

import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.RefreshPolicy;
import dev.vane.application.api.SourceStatus;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.WeatherArchive;
import dev.vane.application.spi.WeatherSource;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.SourceReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What is known of one place: what each source said, and the weather that is served from it.
 *
 * <p>Safe for use by several threads. One lock guards the sources' states; the served weather is an immutable value that
 * readers take without it. Nothing is awaited while the lock is held but the archive's first answer: whoever comes second
 * needs it too.
 */
final class PlaceMemory {

    private final Place place;
    private final List<SourceMemory> sources;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean restored;
    private volatile Optional<PlaceWeather> weather = Optional.empty();

    PlaceMemory(Place place, List<WeatherSource> sources) {
        this.place = place;
        this.sources = sources.stream().map(SourceMemory::new).toList();
    }

    Place place() {
        return place;
    }

    /** The weather to serve, if anything is known. */
    Optional<PlaceWeather> weather() {
        return weather;
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

    private void restore(SourceReport report) {
        sources.stream()
                .filter(source -> source.info().id().equals(report.source()))
                .forEach(source -> source.restore(report));
    }

    /**
     * Claims the sources that are to be asked now; each is claimed by one caller until it has {@link #land landed}. The
     * simulation is due only where it is all there is.
     */
    List<WeatherSource> claimDue(Instant now) {
        boolean served = weather.isPresent();
        boolean onlySimulated = weather.map(PlaceWeather::simulated).orElse(false);
        return locked(() -> claim(source -> source.due(now) && (!source.simulated() || (served && onlySimulated))));
    }

    /** Claims the simulation, if nothing else has said anything. */
    List<WeatherSource> claimSimulated() {
        return locked(() -> claim(source -> source.simulated() && !source.inFlight() && weather.isEmpty()));
    }

    private List<WeatherSource> claim(Predicate<SourceMemory> wanted) {
        List<SourceMemory> claimed = sources.stream().filter(wanted).toList();
        claimed.forEach(SourceMemory::takeOff);
        return claimed.stream().map(SourceMemory::source).toList();
    }

    /** Takes what a claimed source replied. */
    void land(WeatherSource source, SourceReply reply, Instant now, RefreshPolicy policy) {
        locked(() -> {
            sources.stream()
                    .filter(memory -> memory.info().id().equals(source.info().id()))
                    .forEach(memory -> memory.land(reply, now, policy));
            choose(now);
            changed.signalAll();
            return weather;
        });
    }

    private void choose(Instant now) {
        Optional<PlaceWeather> next = Choice.of(place, sources, now);
        if (!sameBut(weather, next)) {
            weather = next;
        }
    }

    /** Tells whether two choices differ in nothing but when they were made. */
    private static boolean sameBut(Optional<PlaceWeather> one, Optional<PlaceWeather> other) {
        return one.isPresent()
                && other.isPresent()
                && one.get().current().equals(other.get().current())
                && one.get().forecast().equals(other.get().forecast())
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
        return locked(() -> sources.stream().map(SourceMemory::status).toList());
    }

    /** When the first source may be asked again; now if one is being asked. */
    Instant nextAttempt(Instant now) {
        return locked(() -> sources.stream()
                .map(source -> source.inFlight() ? now : source.notBefore())
                .min(Instant::compareTo)
                .orElse(now));
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
