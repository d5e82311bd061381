package dev.vane.application.weather;

import dev.vane.application.api.FindPlaces;
import dev.vane.application.api.ReadWeather;
import dev.vane.application.api.RefreshPolicy;
import dev.vane.application.api.WeatherOutcome;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.place.PlaceQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Serves what is known and has it refreshed behind the reader's back; waits only where nothing is known at all. */
final class WeatherReader implements ReadWeather {

    private static final int CANDIDATES = 10;

    private final Clock clock;
    private final RefreshPolicy policy;
    private final FindPlaces places;
    private final PlaceMemories memories;
    private final Refresher refresher;

    WeatherReader(Clock clock, RefreshPolicy policy, FindPlaces places, PlaceMemories memories, Refresher refresher) {
        this.clock = clock;
        this.policy = policy;
        this.places = places;
        this.memories = memories;
        this.refresher = refresher;
    }

    @Override
    public WeatherOutcome read(Target target) {
        return switch (target) {
            case ById(PlaceId id) -> read(id);
            case ByCoordinates(var point) -> read(new PlaceId.Point(point));
            case ByQuery(PlaceQuery query) -> read(query);
        };
    }

    /** Most reads are of a place in memory of which no source is due: they ask neither the gazetteer nor a lock. */
    private WeatherOutcome read(PlaceId id) {
        return memories.find(id)
                .flatMap(memory -> memory.unchangedAt(clock.instant()))
                .<WeatherOutcome>map(WeatherOutcome.Served::new)
                .orElseGet(() -> read(places.byId(id)));
    }

    private WeatherOutcome read(PlaceQuery query) {
        if (query.coordinates().isPresent()) {
            return read(new PlaceId.Point(query.coordinates().get()));
        }
        List<Place> candidates = Ambiguity.among(places.search(query, CANDIDATES));
        return candidates.size() > 1
                ? new WeatherOutcome.AmbiguousPlace(candidates)
                : read(candidates.stream().findFirst());
    }

    private WeatherOutcome read(Optional<Place> place) {
        return place.map(this::readPlace).orElseGet(WeatherOutcome.UnknownPlace::new);
    }

    private WeatherOutcome readPlace(Place place) {
        PlaceMemory memory = memories.of(place);
        refresher.restore(memory);
        refresher.refreshForReader(memory);
        if (memory.weather().isEmpty()) {
            memory.awaitProviders(policy.firstAnswerLimit());
            refresher.simulate(memory);
            memory.awaitSimulation(policy.firstAnswerLimit()); // another reader may be asking it just now
        }
        return memory.weather().<WeatherOutcome>map(WeatherOutcome.Served::new).orElseGet(() -> noWeather(memory));
    }

    private WeatherOutcome noWeather(PlaceMemory memory) {
        Instant now = clock.instant();
        Duration wait = Duration.between(now, memory.nextAttempt(now));
        Duration atLeast = Duration.ofSeconds(1);
        return new WeatherOutcome.NoWeather(
                memory.place(), memory.statuses(), wait.compareTo(atLeast) > 0 ? wait : atLeast);
    }
}
