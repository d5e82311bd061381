package dev.vane.adapters.rest.contract;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Optional;

/**
 * Schema {@code Weather}.
 *
 * @param place where
 * @param units the units of every value
 * @param simulated whether anything is made up
 * @param current the conditions now
 * @param hourly the next hours
 * @param daily the next days
 * @param astronomy the sun and the moon of today
 * @param blend how the forecast was made of several sources; only if it was, and the provenance is wanted
 * @param sources every source's state
 */
@Json
public record WeatherView(
        PlaceView place,
        UnitsView units,
        boolean simulated,
        Optional<ConditionsView> current,
        Optional<HourlyView> hourly,
        Optional<DailyView> daily,
        Optional<AstronomyView> astronomy,
        Optional<BlendView> blend,
        List<SourceReadingView> sources) {

    /** Copies the list. */
    public WeatherView {
        sources = List.copyOf(sources);
    }

    /**
     * Schema {@code Hourly}.
     *
     * @param source who forecast it
     * @param steps by time
     */
    @Json
    public record HourlyView(String source, List<ConditionsView> steps) {
        /** Copies the list. */
        public HourlyView {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Schema {@code Daily}.
     *
     * @param source who forecast it
     * @param days by date
     */
    @Json
    public record DailyView(String source, List<ConditionsView> days) {
        /** Copies the list. */
        public DailyView {
            days = List.copyOf(days);
        }
    }
}
