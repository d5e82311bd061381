package dev.vane.application.spi;

import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A weather archive that forgets everything when it is dropped: the fake for tests of use cases. */
public final class InMemoryWeatherArchive implements WeatherArchive {

    private final Map<PlaceId, Map<SourceId, Shelf>> shelves = new HashMap<>();

    /** Makes an empty archive. */
    public InMemoryWeatherArchive() {}

    @Override
    public synchronized void keep(Place place, SourceReport report) {
        shelves.computeIfAbsent(place.id(), id -> new HashMap<>())
                .computeIfAbsent(report.source(), Shelf::new)
                .add(report);
    }

    @Override
    public synchronized List<SourceReport> latest(PlaceId place) {
        return shelves.getOrDefault(place, Map.of()).values().stream()
                .map(Shelf::latest)
                .toList();
    }

    /** What one source said of one place. */
    private static final class Shelf {
        private final SourceId source;
        private final NavigableMap<Instant, Observation> observations = new TreeMap<>();
        private final List<Run> runs = new ArrayList<>();
        private Instant heardAt = Instant.MIN;

        private Shelf(SourceId source) {
            this.source = source;
        }

        private void add(SourceReport report) {
            heardAt = heardAt.isAfter(report.fetchedAt()) ? heardAt : report.fetchedAt();
            report.current().ifPresent(observation -> observations.put(observation.validTime(), observation));
            report.run().filter(this::isNews).ifPresent(runs::add);
        }

        private boolean isNews(Run run) {
            return latestRun().map(last -> !last.forecastsTheSameAs(run)).orElse(true);
        }

        /** The run that became available last; of those at one time, the one kept last. */
        private Optional<Run> latestRun() {
            return runs.stream().reduce((a, b) -> a.availableAt().isAfter(b.availableAt()) ? a : b);
        }

        private SourceReport latest() {
            Optional<Observation> current =
                    Optional.ofNullable(observations.lastEntry()).map(Map.Entry::getValue);
            return new SourceReport(source, heardAt, current, latestRun());
        }
    }
}
