package dev.vane.application.spi;

import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.weather.Alert;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/** A weather archive that forgets everything when it is dropped: the fake for tests of use cases. */
public final class InMemoryWeatherArchive implements WeatherArchive {

    private final Map<PlaceId, Map<SourceId, Shelf>> shelves = new HashMap<>();

    /** Makes an empty archive. */
    public InMemoryWeatherArchive() {}

    @Override
    public synchronized void keep(Place place, List<SourceReport> reports, Optional<Instant> dueAt) {
        for (SourceReport report : reports) {
            shelves.computeIfAbsent(place.id(), id -> new HashMap<>())
                    .computeIfAbsent(report.source(), Shelf::new)
                    .add(report, dueAt);
        }
    }

    @Override
    public synchronized List<Remembered> latest(PlaceId place) {
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
        private Instant alertsAt = Instant.MIN;
        private Optional<Instant> dueAt = Optional.empty();
        private Optional<Instant> runSince = Optional.empty();
        private Optional<Run> runHeardLast = Optional.empty();
        private Optional<List<Alert>> alerts = Optional.empty();

        private Shelf(SourceId source) {
            this.source = source;
        }

        private void add(SourceReport report, Optional<Instant> due) {
            if (!heardAt.isAfter(report.fetchedAt())) {
                heardAt = report.fetchedAt();
                dueAt = due;
            }
            report.current().ifPresent(observation -> observations.put(observation.validTime(), observation));
            report.run().ifPresent(this::add);
            report.alerts().ifPresent(given -> warn(report.fetchedAt(), given));
        }

        private void add(Run run) {
            boolean late = latestRun()
                    .filter(known -> known.availableAt().isAfter(run.availableAt()))
                    .isPresent();
            if (isNews(run)) {
                runs.add(run);
            }
            if (!late) {
                if (runHeardLast.filter(run::repeats).isEmpty()) {
                    runSince = Optional.of(run.availableAt());
                }
                runHeardLast = Optional.of(run);
            }
        }

        private void warn(Instant at, List<Alert> given) {
            if (!alertsAt.isAfter(at)) {
                alertsAt = at;
                SequencedMap<String, Alert> byId = new LinkedHashMap<>();
                given.forEach(alert -> byId.putLast(alert.id(), alert));
                alerts = Optional.of(List.copyOf(byId.values()));
            }
        }

        private boolean isNews(Run run) {
            return latestRun().map(last -> !last.forecastsTheSameAs(run)).orElse(true);
        }

        /** The run that became available last; of those at one time, the one kept last. */
        private Optional<Run> latestRun() {
            return runs.stream().reduce((a, b) -> a.availableAt().isAfter(b.availableAt()) ? a : b);
        }

        private Remembered latest() {
            Optional<Observation> current =
                    Optional.ofNullable(observations.lastEntry()).map(Map.Entry::getValue);
            SourceReport report = new SourceReport(source, heardAt, current, latestRun(), alerts);
            return new Remembered(report, dueAt, runSince);
        }
    }
}
