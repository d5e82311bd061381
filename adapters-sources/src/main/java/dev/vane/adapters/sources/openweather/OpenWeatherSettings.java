package dev.vane.adapters.sources.openweather;

import dev.vane.adapters.sources.http.BaseUrl;
import dev.vane.adapters.sources.http.Secret;
import java.time.Duration;
import java.util.Objects;

/**
 * How OpenWeather is asked. Without a token there is no such source: the composition root then makes none.
 *
 * @param baseUrl where its APIs begin
 * @param token the account's key
 * @param oneCall whether One Call 3.0 is used, which is a subscription of its own, in place of the free APIs
 * @param refreshInterval how long an answer stays fresh, positive
 */
public record OpenWeatherSettings(BaseUrl baseUrl, Secret token, boolean oneCall, Duration refreshInterval) {

    /** Checks that nothing is missing and that the interval is positive. */
    public OpenWeatherSettings {
        Objects.requireNonNull(baseUrl, "baseUrl");
        Objects.requireNonNull(token, "token");
        if (!refreshInterval.isPositive()) {
            throw new IllegalArgumentException("refresh interval of OpenWeather is " + refreshInterval);
        }
    }

    /** The public API without One Call, every 10 minutes: as often as its data change. */
    public static OpenWeatherSettings standard(Secret token) {
        return new OpenWeatherSettings(
                BaseUrl.of("https://api.openweathermap.org"), token, false, Duration.ofMinutes(10));
    }
}
