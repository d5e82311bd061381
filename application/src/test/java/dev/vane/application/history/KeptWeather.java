package dev.vane.application.history;

import dev.vane.application.api.FindPlaces;
import dev.vane.application.spi.WeatherRecord;
import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.place.PlaceQuery;
import dev.vane.domain.place.Region;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.RainCounter;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.Variable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** The record of one place in memory, read in chunks of whatever size. */
final class KeptWeather implements WeatherRecord, FindPlaces {

    static final PlaceId PLACE = new PlaceId.Town(2_950_159);

    private final ZoneId zone;
    private final IntSupplier chunkSize;
    private final SortedMap<SourceId, NavigableMap<Instant, Observation>> observations = new TreeMap<>();
    private final SortedMap<SourceId, List<Run>> runs = new TreeMap<>();

    KeptWeather(ZoneId zone, IntSupplier chunkSize) {
        this.zone = zone;
        this.chunkSize = chunkSize;
    }

    void keep(String source, Observation observation) {
        observations
                .computeIfAbsent(new SourceId(source), absent -> new TreeMap<>())
                .put(observation.validTime(), observation);
    }

    void keep(String source, Run run) {
        runs.computeIfAbsent(new SourceId(source), absent -> new ArrayList<>()).add(run);
    }

    /** Everything observed, by source. */
    SortedMap<SourceId, NavigableMap<Instant, Observation>> observed() {
        return observations;
    }

    @Override
    public void scanObservations(Span span, List<Variable> variables, Consumer<ObservationChunk> visitor) {
        observations.forEach((source, kept) -> {
            if (span.place().equals(PLACE) && span.source().map(source::equals).orElse(true)) {
                List<Observation> found =
                        List.copyOf(kept.subMap(span.from(), span.to()).values());
                for (int start = 0; start < found.size(); ) {
                    int end = Math.min(found.size(), start + chunkSize.getAsInt());
                    visitor.accept(new Chunk(source, found.subList(start, end), variables));
                    start = end;
                }
            }
        });
    }

    private record Chunk(SourceId source, List<Observation> observations, List<Variable> variables)
            implements ObservationChunk {
        @Override
        public int size() {
            return observations.size();
        }

        @Override
        public long time(int index) {
            return observations.get(index).validTime().toEpochMilli();
        }

        @Override
        public long period(int index) {
            return observations.get(index).period().toMillis();
        }

        @Override
        public double value(int variable, int index) {
            return observations
                    .get(index)
                    .conditions()
                    .values()
                    .get(variables.get(variable))
                    .orElse(Double.NaN);
        }

        @Override
        public Optional<RainCounter> rainCounter(int index) {
            return observations.get(index).rainCounter();
        }
    }

    @Override
    public void scanRuns(Span span, Consumer<SourceRun> visitor) {
        runs.forEach((source, kept) -> kept.stream()
                .filter(run -> span.source().map(source::equals).orElse(true))
                .filter(run -> !run.availableAt().isBefore(span.from())
                        && run.availableAt().isBefore(span.to()))
                .forEach(run -> visitor.accept(new SourceRun(source, run))));
    }

    @Override
    public Optional<Place> byId(PlaceId id) {
        return id.equals(PLACE)
                ? Optional.of(new Place(
                        PLACE,
                        "Here",
                        new Region("DE", "", ""),
                        new Coordinates(52.5, 13.4),
                        OptionalInt.empty(),
                        zone,
                        0))
                : Optional.empty();
    }

    @Override
    public List<Observed> observations(PlaceId place, Instant from, Instant to) {
        throw new UnsupportedOperationException("a history is scanned");
    }

    @Override
    public List<SourceRun> runsKnownAt(PlaceId place, Instant at, Instant notBefore) {
        throw new UnsupportedOperationException("a history is scanned");
    }

    @Override
    public Set<SourceId> sources(PlaceId place) {
        throw new UnsupportedOperationException("a history is scanned");
    }

    @Override
    public List<Place> search(PlaceQuery query, int limit) {
        throw new UnsupportedOperationException("a history is of a place that is known by its id");
    }

    @Override
    public List<Place> search(PlaceQuery query, int limit, Coordinates near) {
        throw new UnsupportedOperationException("a history is of a place that is known by its id");
    }

    @Override
    public Place nearest(Coordinates point) {
        throw new UnsupportedOperationException("a history is of a place that is known by its id");
    }
}
