package dev.vane.adapters.sources.nws;

import dev.vane.adapters.sources.http.BaseUrl;
import java.time.Duration;

/**
 * How the US National Weather Service is asked.
 *
 * @param baseUrl where its API begins
 * @param refreshInterval how long an answer stays fresh, positive
 */
public record NwsSettings(BaseUrl baseUrl, Duration refreshInterval) {

    /** Checks the range. */
    public NwsSettings {
        if (!refreshInterval.isPositive()) {
            throw new IllegalArgumentException(
                    "refresh interval of the US National Weather Service is " + refreshInterval);
        }
    }

    /** The public API, every 30 minutes: forecasts are updated about once an hour, observations more often. */
    public static NwsSettings standard() {
        return new NwsSettings(BaseUrl.of("https://api.weather.gov"), Duration.ofMinutes(30));
    }
}
