package dev.vane.application.verification;

import dev.vane.domain.scoring.Series;
import dev.vane.domain.weather.Derivation;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a run forecasts for one time: for an instant of a step, or for an interval that steps cover exactly. */
final class ForecastAt {

    private ForecastAt() {}

    /** The forecast of a series' variable for a valid time, or empty if the run has none of just that interval. */
    static OptionalDouble of(Run run, Series series, Instant validTime) {
        Variable variable = series.variable().variable();
        int index = find(run.hourly(), validTime);
        if (index < 0) {
            return OptionalDouble.empty();
        }
        ForecastStep step = run.hourly().get(index);
        return switch (series.variable()) {
            case PRECIPITATION -> sum(run.hourly(), index, Duration.ofHours(series.hours()));
            case PRECIPITATION_PROBABILITY ->
                step.period().equals(Duration.ofHours(series.hours()))
                        ? step.conditions().values().get(variable)
                        : OptionalDouble.empty();
            case RELATIVE_HUMIDITY, DEW_POINT ->
                Derivation.complete(step.conditions()).values().get(variable);
            default -> step.conditions().values().get(variable);
        };
    }

    /** The step of a run for a valid time, if it has one. */
    static Optional<ForecastStep> step(Run run, Instant validTime) {
        int index = find(run.hourly(), validTime);
        return index < 0 ? Optional.empty() : Optional.of(run.hourly().get(index));
    }

    private static int find(List<ForecastStep> steps, Instant validTime) {
        int low = 0;
        int high = steps.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = steps.get(middle).validTime().compareTo(validTime);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return -1;
    }

    /** The sum of the steps that end with one of them and together are just as long; a longer step is never divided. */
    private static OptionalDouble sum(List<ForecastStep> steps, int last, Duration length) {
        Instant start = steps.get(last).validTime().minus(length);
        Instant end = steps.get(last).validTime();
        double sum = 0;
        for (int i = last; i >= 0 && end.isAfter(start); i--) {
            ForecastStep step = steps.get(i);
            OptionalDouble amount = step.conditions().values().get(Variable.PRECIPITATION);
            if (!step.validTime().equals(end)
                    || amount.isEmpty()
                    || step.period().isZero()) {
                return OptionalDouble.empty();
            }
            sum += amount.getAsDouble();
            end = end.minus(step.period());
        }
        return end.equals(start) ? OptionalDouble.of(sum) : OptionalDouble.empty();
    }
}
