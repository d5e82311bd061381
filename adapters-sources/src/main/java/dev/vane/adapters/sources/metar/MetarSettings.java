package dev.vane.adapters.sources.metar;

import dev.vane.adapters.sources.http.BaseUrl;
import java.time.Duration;

/**
 * How the Aviation Weather Center is asked.
 *
 * @param baseUrl where its API begins
 * @param refreshInterval how long an answer stays fresh, positive
 */
public record MetarSettings(BaseUrl baseUrl, Duration refreshInterval) {

    /** Checks the range. */
    public MetarSettings {
        if (!refreshInterval.isPositive()) {
            throw new IllegalArgumentException("refresh interval of the Aviation Weather Center is " + refreshInterval);
        }
    }

    /** The public API, every 20 minutes: stations report every hour or half-hour. */
    public static MetarSettings standard() {
        return new MetarSettings(BaseUrl.of("https://aviationweather.gov"), Duration.ofMinutes(20));
    }
}
