package dev.vane.application.station;

import dev.vane.application.spi.WeatherArchive;
import dev.vane.application.spi.WeatherRecord;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import dev.vane.domain.weather.Variable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The observations of one place, in memory, and how they were asked to be kept. Not safe for use by several threads. */
final class StationRecord implements WeatherArchive, WeatherRecord {

    final List<Observed> observed = new ArrayList<>();
    final Set<Instant> toVerify = new TreeSet<>();
    int transactions;
    boolean broken;

    void observe(String source, Observation observation) {
        SourceId id = new SourceId(source);
        observed.removeIf(
                one -> one.source().equals(id) && one.observation().validTime().equals(observation.validTime()));
        observed.add(new Observed(id, observation));
    }

    @Override
    public void keep(Place place, List<SourceReport> reports, Optional<Instant> dueAt, Collection<Instant> hours) {
        if (broken) {
            throw new IllegalStateException("the disk is full");
        }
        transactions++;
        reports.forEach(
                report -> observe(report.source().name(), report.current().orElseThrow()));
        toVerify.addAll(hours);
    }

    @Override
    public List<Observed> observations(PlaceId place, Instant from, Instant to) {
        return observed.stream()
                .filter(one -> !one.observation().validTime().isBefore(from))
                .filter(one -> !one.observation().validTime().isAfter(to))
                .sorted(Comparator.comparing((Observed one) -> one.observation().validTime())
                        .thenComparing(Observed::source))
                .toList();
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
