package dev.vane.adapters.rest;

import dev.vane.application.api.WeatherOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What can come of asking for weather. */
final class WeatherOutcomes {

    private WeatherOutcomes() {}

    static WeatherOutcome served(Instant fetchedAt) {
        return new WeatherOutcome.Served(Samples.weather(fetchedAt));
    }

    static WeatherOutcome ambiguous() {
        return new WeatherOutcome.AmbiguousPlace(List.of(Samples.PORTLAND, Samples.OTHER_PORTLAND));
    }

    static WeatherOutcome none() {
        return new WeatherOutcome.NoWeather(Samples.PORTLAND, List.of(Samples.down()), Duration.ofSeconds(30));
    }
}
