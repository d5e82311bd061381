package dev.vane.domain.weather;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One forecast of one source for one place, issued at one time.
 *
 * @param issuedAt the issue time that the provider gives; empty if it gives none
 * @param availableAt when Vane had it; lead time is valid time minus this
 * @param hourly the steps by ascending valid time, of an hour or several; may be empty
 * @param daily the days by ascending date; may be empty
 */
public record Run(
        Optional<Instant> issuedAt, Instant availableAt, List<ForecastStep> hourly, List<DailyForecast> daily) {

    /** Copies the lists and checks their order. */
    public Run {
        Objects.requireNonNull(issuedAt, "issuedAt");
        Objects.requireNonNull(availableAt, "availableAt");
        hourly = List.copyOf(hourly);
        daily = List.copyOf(daily);
        Steps.requireAscending("step", hourly, ForecastStep::validTime);
        Steps.requireAscending("day", daily, DailyForecast::date);
    }

    /** Tells whether two runs forecast the same, whenever they were issued and fetched. */
    public boolean forecastsTheSameAs(Run other) {
        return hourly.equals(other.hourly) && daily.equals(other.daily);
    }

    /** Tells whether this is another run's forecast over again: of the same issue time, or the same in every value. */
    public boolean repeats(Run other) {
        boolean sameIssue = issuedAt.isPresent() && issuedAt.equals(other.issuedAt);
        return sameIssue || forecastsTheSameAs(other);
    }
}
