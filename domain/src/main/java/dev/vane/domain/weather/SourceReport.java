package dev.vane.domain.weather;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What one source said of one place when it was asked.
 *
 * @param source who said it
 * @param fetchedAt when Vane had the answer
 * @param current the conditions now; empty if the source did not give them
 * @param run the forecast; empty if the source did not give one
 */
public record SourceReport(SourceId source, Instant fetchedAt, Optional<Observation> current, Optional<Run> run) {

    /** Checks that nothing is missing, and that there is something at all. */
    public SourceReport {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(fetchedAt, "fetchedAt");
        if (current.isEmpty() && run.isEmpty()) {
            throw new IllegalArgumentException("report of " + source + " at " + fetchedAt + " says nothing");
        }
    }
}
