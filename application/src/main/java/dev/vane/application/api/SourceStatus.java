package dev.vane.application.api;

import dev.vane.application.spi.SourceInfo;
import java.time.Instant;
import java.util.Optional;

/**
 * One source's state for one place.
 *
 * @param source who
 * @param reading the times of its latest answer; empty if it has not answered yet
 * @param problem why its latest call failed, in plain words and without secrets; empty if it did not fail
 * @param leftOut why what it says is not used, in plain words; empty if it may be used
 */
public record SourceStatus(
        SourceInfo source, Optional<Reading> reading, Optional<String> problem, Optional<String> leftOut) {

    /**
     * The times of an answer.
     *
     * @param fetchedAt when it was had
     * @param staleAfter when it is due to be replaced
     * @param issuedAt when the provider issued its forecast, if it says so
     * @param nextRefresh when the source may be asked next: when the answer is due and a little jitter later, or when a
     *     failure's wait is over
     */
    public record Reading(Instant fetchedAt, Instant staleAfter, Optional<Instant> issuedAt, Instant nextRefresh) {}
}
