package dev.vane.application.api;

import dev.vane.application.spi.SourceInfo;
import java.time.Instant;
import java.util.Optional;

/**
 * One source's state for one place.
 *
 * @param source who
 * @param fetchedAt when its latest answer was had; empty if it has not answered yet
 * @param staleAfter when that answer is due to be replaced; present with {@code fetchedAt}
 * @param issuedAt when the provider issued its forecast, if it says so
 * @param problem why its latest call failed, in plain words and without secrets; empty if it did not fail
 */
public record SourceStatus(
        SourceInfo source,
        Optional<Instant> fetchedAt,
        Optional<Instant> staleAfter,
        Optional<Instant> issuedAt,
        Optional<String> problem) {}
