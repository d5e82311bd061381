package dev.vane.application.spi;

import dev.vane.domain.weather.SourceId;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * What is always true of a source.
 *
 * @param id its name in URLs, tables and metrics
 * @param name its name for people
 * @param attribution the credit that its terms ask to show beside the data
 * @param link where the credit leads
 * @param refreshInterval how long an answer stays fresh, positive
 * @param simulated whether it makes its data up
 */
public record SourceInfo(
        SourceId id, String name, String attribution, URI link, Duration refreshInterval, boolean simulated) {

    /** Checks that nothing is missing and that the interval is positive. */
    public SourceInfo {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(attribution, "attribution");
        Objects.requireNonNull(link, "link");
        if (!refreshInterval.isPositive()) {
            throw new IllegalArgumentException("refresh interval of " + id + " is " + refreshInterval);
        }
    }
}
