package dev.vane.adapters.rest;

import dev.vane.application.spi.WeatherArchive;
import dev.vane.application.spi.WeatherRecord;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/** Remembers what a station says, where three sources have said the same for ever. */
final class StationMemory implements WeatherArchive, WeatherRecord {

    static final Map<Variable, Double> AGREED =
            Map.of(Variable.TEMPERATURE, 12.0, Variable.DEW_POINT, 6.0, Variable.PRESSURE_MSL, 1013.0);

    private static final SourceId STATION = new SourceId("station");

    final NavigableMap<Instant, Observation> own = new ConcurrentSkipListMap<>();

    @Override
    public void keep(Place place, List<SourceReport> reports, Optional<Instant> dueAt, Collection<Instant> hours) {
        for (SourceReport report : reports) {
            Observation observation = report.current().orElseThrow();
            own.put(observation.validTime(), observation);
        }
    }

    @Override
    public List<Observed> observations(PlaceId place, Instant from, Instant to) {
        List<Observed> observed = new ArrayList<>();
        own.subMap(from, true, to, true).values().forEach(one -> observed.add(new Observed(STATION, one)));
        Instant time = from.truncatedTo(ChronoUnit.HOURS);
        for (; !time.isAfter(to); time = time.plus(30, ChronoUnit.MINUTES)) {
            for (int source = 0; source < 3; source++) {
                observed.add(new Observed(new SourceId("source-" + source), agreed(time, source - 1)));
            }
        }
        observed.sort(Comparator.comparing(one -> one.observation().validTime()));
        return observed;
    }

    private static Observation agreed(Instant time, int off) {
        Values.Builder<Variable> values = Values.of(Variable.class);
        AGREED.forEach((variable, value) -> values.set(variable, value + off * 0.5));
        return new Observation(time, Duration.ZERO, new Conditions(Sky.UNKNOWN, values.build()));
    }

    @Override
    public List<Remembered> latest(PlaceId place) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SourceRun> runsKnownAt(PlaceId place, Instant at, Instant notBefore) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<SourceId> sources(PlaceId place) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void scanObservations(Span span, List<Variable> variables, Consumer<ObservationChunk> visitor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void scanRuns(Span span, Consumer<SourceRun> visitor) {
        throw new UnsupportedOperationException();
    }
}
