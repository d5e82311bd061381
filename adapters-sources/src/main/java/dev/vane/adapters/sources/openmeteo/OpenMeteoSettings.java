package dev.vane.adapters.sources.openmeteo;

import dev.vane.adapters.sources.http.BaseUrl;
import java.time.Duration;

/**
 * How Open-Meteo is asked.
 *
 * @param baseUrl where its API begins
 * @param forecastDays how many days are asked for, today included, from 1 to 16; 7 or more give 168 hours
 * @param refreshInterval how long an answer stays fresh, positive
 */
public record OpenMeteoSettings(BaseUrl baseUrl, int forecastDays, Duration refreshInterval) {

    /** Checks the ranges. */
    public OpenMeteoSettings {
        requireRanges(forecastDays, refreshInterval);
    }

    static void requireRanges(int forecastDays, Duration refreshInterval) {
        if (forecastDays < 1 || forecastDays > 16) {
            throw new IllegalArgumentException("forecast days of Open-Meteo are " + forecastDays + ", not 1 to 16");
        }
        if (!refreshInterval.isPositive()) {
            throw new IllegalArgumentException("refresh interval of Open-Meteo is " + refreshInterval);
        }
    }

    /** The public API, 10 days, every 15 minutes: the interval of its current conditions. */
    public static OpenMeteoSettings standard() {
        return new OpenMeteoSettings(BaseUrl.of("https://api.open-meteo.com"), 10, Duration.ofMinutes(15));
    }
}
