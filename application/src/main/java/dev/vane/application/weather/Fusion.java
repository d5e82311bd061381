package dev.vane.application.weather;

import dev.vane.application.api.BlendNote;
import dev.vane.application.api.PlaceWeather.Forecast;
import dev.vane.application.api.PlaceWeather.Sourced;
import dev.vane.domain.place.LocalDay;
import dev.vane.domain.weather.DailyAggregation;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes one weather of what several sources said: the first one's, with its gaps filled from the next ones in their order.
 * Done when something is heard, so that the archive keeps only what the sources said, and readers wait for nothing.
 *
 * <p>A step is filled from steps of the same valid time, a day from the same day. Values over an interval are filled only
 * from the same interval, or all together where the first source has none. Beyond the end of the first source's forecast,
 * the next one's goes on.
 */
final class Fusion {

    /** How far apart two observations may be to complete each other. */
    private static final Duration SAME_NOW = Duration.ofHours(1);

    private static final Duration HOUR = Duration.ofHours(1);

    private Fusion() {}

    /** The conditions now. */
    static Optional<Sourced<Observation, Variable>> current(List<SourceReport> reports) {
        List<SourceReport> having =
                reports.stream().filter(said -> said.current().isPresent()).toList();
        if (having.isEmpty()) {
            return Optional.empty();
        }
        Observation first = having.getFirst().current().orElseThrow();
        StepFusion fusion = new StepFusion(first.conditions(), first.period());
        for (SourceReport other : having.subList(1, having.size())) {
            Observation said = other.current().orElseThrow();
            Duration apart = Duration.between(first.validTime(), said.validTime());
            if (apart.abs().compareTo(SAME_NOW) <= 0) {
                fusion.fillFrom(other.source(), said.conditions(), said.period());
            }
        }
        Observation fused = new Observation(first.validTime(), fusion.period(), fusion.conditions());
        return Optional.of(new Sourced<>(having.getFirst().source(), fused, fusion.origins()));
    }

    /** The forecast. */
    static Optional<Forecast> forecast(List<SourceReport> reports, ZoneId zone) {
        List<Said> said = reports.stream()
                .flatMap(report -> report.run().map(run -> new Said(report.source(), run)).stream())
                .toList();
        if (said.isEmpty()) {
            return Optional.empty();
        }
        List<Sourced<ForecastStep, Variable>> hourly = hourly(said);
        SourceId first = said.getFirst().source();
        return Optional.of(new Forecast(
                first, hourly, daily(first.equals(BlendNote.SOURCE) ? withDays(said, hourly, zone) : said)));
    }

    /** The blend is made of steps: its days are those that its hourly steps cover wholly. */
    private static List<Said> withDays(List<Said> said, List<Sourced<ForecastStep, Variable>> steps, ZoneId zone) {
        Run run = said.getFirst().run();
        List<ForecastStep> hourly = new ArrayList<>();
        for (Sourced<ForecastStep, Variable> step : steps) {
            Instant time = step.value().validTime();
            if (hourly.isEmpty() || hourly.getLast().validTime().plus(HOUR).equals(time)) {
                hourly.add(step.value());
            }
        }
        List<DailyForecast> days = hourly.isEmpty()
                ? List.of()
                : DailyAggregation.of(hourly, zone).stream()
                        .filter(day -> covered(LocalDay.of(day.date(), zone), hourly))
                        .toList();
        List<Said> with = new ArrayList<>(said);
        with.set(0, new Said(said.getFirst().source(), new Run(run.issuedAt(), run.availableAt(), run.hourly(), days)));
        return with;
    }

    private static boolean covered(LocalDay day, List<ForecastStep> hourly) {
        return !hourly.getFirst().validTime().isAfter(day.start().plus(HOUR))
                && !hourly.getLast().validTime().isBefore(day.end().minus(HOUR));
    }

    private record Said(SourceId source, Run run) {}

    private static List<Sourced<ForecastStep, Variable>> hourly(List<Said> said) {
        List<Map<Instant, ForecastStep>> others =
                said.stream().map(one -> byTime(one.run())).toList();
        List<Sourced<ForecastStep, Variable>> steps = new ArrayList<>();
        Instant end = Instant.MIN;
        for (int main = 0; main < said.size(); main++) {
            for (ForecastStep step : said.get(main).run().hourly()) {
                if (!step.validTime().minus(step.period()).isBefore(end)
                        && step.validTime().isAfter(end)) {
                    StepFusion fusion = new StepFusion(step.conditions(), step.period());
                    for (int other = main + 1; other < said.size(); other++) {
                        ForecastStep same = others.get(other).get(step.validTime());
                        if (same != null) {
                            fusion.fillFrom(said.get(other).source(), same.conditions(), same.period());
                        }
                    }
                    steps.add(new Sourced<>(said.get(main).source(), fused(step, fusion), fusion.origins()));
                }
            }
            end = steps.isEmpty() ? end : steps.getLast().value().validTime();
        }
        return steps;
    }

    /** The same object where nothing was missing: most steps are, and they are many. */
    @SuppressWarnings("ReferenceEquality")
    private static ForecastStep fused(ForecastStep step, StepFusion fusion) {
        return fusion.conditions() == step.conditions()
                ? step
                : new ForecastStep(step.validTime(), fusion.period(), fusion.conditions());
    }

    private static Map<Instant, ForecastStep> byTime(Run run) {
        Map<Instant, ForecastStep> steps = new HashMap<>();
        run.hourly().forEach(step -> steps.put(step.validTime(), step));
        return steps;
    }

    private static List<Sourced<DailyForecast, DailyVariable>> daily(List<Said> said) {
        List<Sourced<DailyForecast, DailyVariable>> days = new ArrayList<>();
        LocalDate last = LocalDate.MIN;
        for (int main = 0; main < said.size(); main++) {
            for (DailyForecast day : said.get(main).run().daily()) {
                if (day.date().isAfter(last)) {
                    DayFusion fusion = new DayFusion(day);
                    said.subList(main + 1, said.size())
                            .forEach(other -> other.run().daily().stream()
                                    .filter(same -> same.date().equals(day.date()))
                                    .forEach(same -> fusion.fillFrom(other.source(), same)));
                    days.add(new Sourced<>(said.get(main).source(), fusion.day(), fusion.origins()));
                }
            }
            last = days.isEmpty() ? last : days.getLast().value().date();
        }
        return days;
    }
}
