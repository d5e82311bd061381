package dev.vane.application.spi;

import dev.vane.application.spi.WeatherArchive.Remembered;
import dev.vane.domain.weather.Alert;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/** What one source said of one place. */
final class InMemoryShelf {

    private final SourceId source;
    private final NavigableMap<Instant, Observation> observations = new TreeMap<>();
    private final Set<Instant> packed = new HashSet<>();

    /** By the time when they became available; of one time in the order in which they were kept. */
    private final List<Run> runs = new ArrayList<>();

    private Instant heardAt = Instant.MIN;
    private Instant alertsAt = Instant.MIN;
    private Optional<Instant> dueAt = Optional.empty();
    private Optional<Instant> runSince = Optional.empty();
    private Optional<Run> runHeardLast = Optional.empty();
    private Optional<List<Alert>> alerts = Optional.empty();

    InMemoryShelf(SourceId source) {
        this.source = source;
    }

    void add(SourceReport report, Optional<Instant> due) {
        if (!heardAt.isAfter(report.fetchedAt())) {
            heardAt = report.fetchedAt();
            dueAt = due;
        }
        report.current().ifPresent(this::add);
        report.run().ifPresent(this::add);
        report.alerts().ifPresent(given -> warn(report.fetchedAt(), given));
    }

    private void add(Observation observation) {
        observations.put(observation.validTime(), observation);
        packed.remove(observation.validTime());
    }

    private void add(Run run) {
        List<Run> before = runs(Instant.MIN, after(run.availableAt()));
        List<Run> after = runs(after(run.availableAt()), Instant.MAX);
        boolean repeated = before.stream()
                .filter(known ->
                        known.equals(before.getLast()) || known.availableAt().equals(run.availableAt()))
                .anyMatch(run::forecastsTheSameAs);
        if (!repeated) {
            after.stream().findFirst().filter(run::forecastsTheSameAs).ifPresent(runs::remove);
            runs.add(before.size(), run);
        }
        if (after.isEmpty()) {
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

    /** The next time that there is. */
    static Instant after(Instant time) {
        return time.equals(Instant.MAX) ? time : time.plusNanos(1);
    }

    /** The runs that became available in a stretch of time, the end exclusive, in their order. */
    List<Run> runs(Instant from, Instant to) {
        return runs.stream()
                .filter(run ->
                        !run.availableAt().isBefore(from) && run.availableAt().isBefore(to))
                .toList();
    }

    /** The observations of a stretch of time, the end exclusive, in their order. */
    List<Observation> observations(Instant from, Instant to) {
        return from.isBefore(to) ? List.copyOf(observations.subMap(from, to).values()) : List.of();
    }

    /** Packs the observations of whole days before a time, but not the last one; tells how many had not been packed. */
    int pack(Instant before) {
        Instant days = before.truncatedTo(ChronoUnit.DAYS);
        int count = 0;
        for (Instant time : observations.keySet()) {
            boolean old = time.isBefore(days) && time.isBefore(observations.lastKey());
            count += old && packed.add(time) ? 1 : 0;
        }
        return count;
    }

    /** Deletes the runs before a time, but not the last one; tells how many. */
    int deleteRuns(Instant before) {
        List<Run> old = runs(Instant.MIN, before).stream()
                .filter(run -> !run.equals(runs.getLast()))
                .toList();
        runs.removeAll(old);
        return old.size();
    }

    /** Deletes the observations before a time, but not the last one; tells how many. */
    int deleteObservations(Instant before) {
        if (observations.isEmpty()) {
            return 0;
        }
        Instant last = observations.lastKey();
        NavigableMap<Instant, Observation> old = observations.headMap(before.isBefore(last) ? before : last, false);
        int count = old.size();
        old.clear();
        return count;
    }

    Remembered latest() {
        Optional<Observation> current =
                Optional.ofNullable(observations.lastEntry()).map(Map.Entry::getValue);
        SourceReport report = new SourceReport(
                source, heardAt, current, runs.reversed().stream().findFirst(), alerts);
        return new Remembered(report, dueAt, runSince);
    }
}
