package dev.vane.application.verification;

import dev.vane.application.api.KeepScores;
import dev.vane.application.spi.Stores;
import dev.vane.application.spi.WatchList;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.weather.SourceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Verifies what waits, and has the blends learned anew of the places of which pairs changed. */
final class ScoreKeeper implements KeepScores {

    private static final Duration INTERVAL = Duration.ofMinutes(5);

    private final Clock clock;
    private final WatchList watches;
    private final Verifier verifier;
    private final BlendBook book;
    private final Instant begun;
    private final Map<PlaceId, Instant> changed = new ConcurrentHashMap<>();

    ScoreKeeper(Clock clock, Stores stores, Set<SourceId> official, BlendBook book) {
        this.clock = clock;
        this.watches = stores.watches();
        this.verifier = new Verifier(stores.verification(), stores.record(), stores.watches(), official);
        this.book = book;
        this.begun = clock.instant();
    }

    @Override
    public Instant verifyDue() {
        Instant now = clock.instant();
        Map<PlaceId, Place> toLearn = new LinkedHashMap<>();
        verifier.verify(now, place -> toLearn.put(place.id(), place));
        toLearn.keySet().forEach(place -> changed.put(place, now));
        Map<PlaceId, Place> watched = watches.all().stream()
                .collect(Collectors.toMap(watch -> watch.place().id(), WatchList.Watch::place));
        watched.forEach((id, place) -> {
            if (toLearn.containsKey(id) || !book.knows(id)) {
                book.learn(place, now);
            }
        });
        book.keepOnly(watched.keySet());
        return now.plus(INTERVAL);
    }

    /** When the pairs of a place last changed, or since when this is known. */
    Instant changedAt(PlaceId place) {
        return Optional.ofNullable(changed.get(place)).orElse(begun);
    }
}
