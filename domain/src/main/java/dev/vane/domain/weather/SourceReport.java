package dev.vane.domain.weather;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one source said of one place when it was asked.
 *
 * @param source who said it
 * @param fetchedAt when Vane had the answer
 * @param current the conditions now; empty if the source did not give them
 * @param run the forecast; empty if the source did not give one
 * @param alerts the official warnings for the place, an empty list if there are none; empty if the source did not say
 */
public record SourceReport(
        SourceId source,
        Instant fetchedAt,
        Optional<Observation> current,
        Optional<Run> run,
        Optional<List<Alert>> alerts) {

    /** Copies the list and checks that nothing is missing, and that there is weather at all. */
    public SourceReport {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(fetchedAt, "fetchedAt");
        alerts = alerts.map(List::copyOf);
        if (current.isEmpty() && run.isEmpty()) {
            throw new IllegalArgumentException("report of " + source + " at " + fetchedAt + " says nothing");
        }
    }

    /** A report of a source that did not say whether there are warnings. */
    public SourceReport(SourceId source, Instant fetchedAt, Optional<Observation> current, Optional<Run> run) {
        this(source, fetchedAt, current, run, Optional.empty());
    }

    /** The same with another run. */
    public SourceReport withRun(Optional<Run> other) {
        return new SourceReport(source, fetchedAt, current, other, alerts);
    }

    /** The same with the warnings for the place. */
    public SourceReport withAlerts(List<Alert> all) {
        return new SourceReport(source, fetchedAt, current, run, Optional.of(all));
    }
}
