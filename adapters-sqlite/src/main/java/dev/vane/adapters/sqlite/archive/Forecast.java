package dev.vane.adapters.sqlite.archive;

import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.ForecastStep;
import java.util.List;

/**
 * What is packed of a run.
 *
 * @param hourly its steps
 * @param daily its days
 */
record Forecast(List<ForecastStep> hourly, List<DailyForecast> daily) {

    /** The most steps that are kept or read back: a year by the hour, and some. */
    static final int MAX_STEPS = 10_000;

    /** The most days that are kept or read back. */
    static final int MAX_DAYS = 1000;
}
