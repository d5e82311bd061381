package dev.vane.adapters.sources.metnorway;

import dev.vane.adapters.sources.http.BaseUrl;
import java.time.Duration;
import java.util.Objects;

/**
 * How MET Norway is asked.
 *
 * @param baseUrl where its API begins
 * @param refreshInterval how long an answer stays fresh that does not say so itself, positive
 */
public record MetNorwaySettings(BaseUrl baseUrl, Duration refreshInterval) {

    /** Checks the range. */
    public MetNorwaySettings {
        Objects.requireNonNull(baseUrl, "baseUrl");
        if (!refreshInterval.isPositive()) {
            throw new IllegalArgumentException("refresh interval of MET Norway is " + refreshInterval);
        }
    }

    /** The public API, every 30 minutes where an answer has no {@code Expires}: about what it says when it has one. */
    public static MetNorwaySettings standard() {
        return new MetNorwaySettings(BaseUrl.of("https://api.met.no"), Duration.ofMinutes(30));
    }
}
