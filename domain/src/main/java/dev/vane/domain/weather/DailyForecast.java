package dev.vane.domain.weather;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The forecast of one day.
 *
 * @param date the day in the place's time zone
 * @param sky the most significant sky of the day, {@link Sky#UNKNOWN} if not known
 * @param values what else is expected, in canonical units
 */
public record DailyForecast(LocalDate date, Sky sky, Values<DailyVariable> values) {

    /** Checks that nothing is missing. */
    public DailyForecast {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(sky, "sky");
        Objects.requireNonNull(values, "values");
    }
}
