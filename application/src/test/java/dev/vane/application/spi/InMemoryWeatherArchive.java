package dev.vane.application.spi;

import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import dev.vane.domain.weather.Variable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A weather archive and its record that forget everything when they are dropped: the fake for tests of use cases. */
public final class InMemoryWeatherArchive implements WeatherArchive, WeatherRecord {

    private final Map<PlaceId, SortedMap<SourceId, InMemoryShelf>> shelves = new HashMap<>();

    /** Makes an empty archive. */
    public InMemoryWeatherArchive() {}

    @Override
    public synchronized void keep(
            Place place, List<SourceReport> reports, Optional<Instant> dueAt, Collection<Instant> toVerify) {
        for (SourceReport report : reports) {
            shelves.computeIfAbsent(place.id(), id -> new TreeMap<>())
                    .computeIfAbsent(report.source(), InMemoryShelf::new)
                    .add(report, dueAt);
        }
    }

    @Override
    public synchronized List<Remembered> latest(PlaceId place) {
        return of(place).values().stream().map(InMemoryShelf::latest).toList();
    }

    @Override
    public synchronized List<Observed> observations(PlaceId place, Instant from, Instant to) {
        List<Observed> observed = new ArrayList<>();
        of(place)
                .forEach((source, shelf) -> shelf.observations(from, InMemoryShelf.after(to))
                        .forEach(observation -> observed.add(new Observed(source, observation))));
        observed.sort(Comparator.comparing(one -> one.observation().validTime()));
        return List.copyOf(observed);
    }

    @Override
    public synchronized List<SourceRun> runsKnownAt(PlaceId place, Instant at, Instant notBefore) {
        List<SourceRun> known = new ArrayList<>();
        of(place).forEach((source, shelf) -> {
            List<Run> runs = shelf.runs(notBefore, InMemoryShelf.after(at));
            if (!runs.isEmpty()) {
                known.add(new SourceRun(source, runs.getLast()));
            }
        });
        return List.copyOf(known);
    }

    @Override
    public synchronized Set<SourceId> sources(PlaceId place) {
        return new LinkedHashSet<>(of(place).keySet());
    }

    @Override
    public synchronized void scanObservations(Span span, List<Variable> variables, Consumer<ObservationChunk> visitor) {
        of(span).forEach((source, shelf) -> InMemoryChunk.of(
                        source, variables, shelf.observations(span.from(), span.to()))
                .ifPresent(visitor));
    }

    @Override
    public synchronized void scanRuns(Span span, Consumer<SourceRun> visitor) {
        of(span).forEach((source, shelf) ->
                shelf.runs(span.from(), span.to()).forEach(run -> visitor.accept(new SourceRun(source, run))));
    }

    private SortedMap<SourceId, InMemoryShelf> of(PlaceId place) {
        return shelves.getOrDefault(place, new TreeMap<>());
    }

    private SortedMap<SourceId, InMemoryShelf> of(Span span) {
        SortedMap<SourceId, InMemoryShelf> some = new TreeMap<>(of(span.place()));
        span.source().ifPresent(source -> some.keySet().retainAll(Set.of(source)));
        return some;
    }

    /** Every shelf. */
    synchronized List<InMemoryShelf> all() {
        return shelves.values().stream()
                .flatMap(places -> places.values().stream())
                .toList();
    }
}
