package dev.vane.adapters.sources.openmeteo;

import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes runs of an answer of Open-Meteo's API of previous runs.
 *
 * <p><b>What is in it.</b> {@code temperature_2m_previous_dayN} at a valid time {@code v} is what the latest run forecast whose
 * initial time is at least {@code N} days before {@code v}: of each run the first {@code 24 N} hours are left out, and the next
 * ones taken until the following run takes over (openmeteo.substack.com, "Weather forecasts from previous model runs"). Global
 * models are run every 6 hours, so that this run began between {@code 24 N} and {@code 24 N + 6} hours before {@code v}.
 *
 * <p><b>What a reader could have had.</b> Results are out 4 to 6 hours after the initial time for global models, 1 to 3 for
 * regional ones, as Open-Meteo says (open-meteo.com/en/docs/single-runs-api). So at the times {@code A} = 00, 06, 12 and 18 UTC
 * a reader had the run of {@code A - 6 h}, and of it the hours {@code A + 24 N - 6 h} to {@code A + 24 N - 1 h}: a run
 * is made for each {@code A}, available at {@code A}, and these hours are what was really in it. Between them stand, for lack of
 * others, hours of older runs: at a lead time {@code L} in hours the value of the least {@code N} with {@code L < 24 N}. Nothing is
 * said of less than 18 hours ahead, where that would be older by most of the lead time.
 *
 * <p><b>What is approximate.</b> No value is of a run that began later than {@code A - 6 h}, so nothing looks ahead as long as 6
 * hours are enough. Scores made of these runs are never too good for this reason, and a little too bad in the middle of
 * days: a value 36 to 41 hours ahead is that of a run 6 hours older than the newest, one 96 to 101 hours ahead of one 18
 * hours older. For a model that is run every 12 hours it is up to 6 hours more. Finer models that are run more often
 * reach less far than a day mostly; where one of every 3 hours reaches farther and takes more than 3 hours, its values are up
 * to an hour too new.
 */
final class PastRuns {

    private static final Duration BETWEEN = Duration.ofHours(6);
    private static final int NEAREST = 18;
    private static final int HOURS_A_DAY = 24;

    private final JsonObject hourly;
    private final JsonObject units;
    private final List<Instant> validTimes;
    private final boolean several;

    /**
     * Reads what the models share.
     *
     * @param several whether several models were asked for, so that their names stand behind those of the columns
     * @throws JsonFault if the answer has no hours
     */
    PastRuns(JsonObject root, boolean several) {
        hourly = root.requiredObject("hourly");
        units = root.requiredObject("hourly_units");
        validTimes = new OpenMeteoTimes(root).instants(hourly, units);
        this.several = several;
    }

    /**
     * The runs of a model that a reader could have had on some days, ascending; without those that say nothing.
     *
     * @param from the first day, UTC
     * @param to the last day, UTC, inclusive
     * @throws JsonFault if the model has no columns, or one of them is wrong
     */
    List<Run> of(OpenMeteoModel model, LocalDate from, LocalDate to) {
        Map<Integer, Map<Instant, ForecastStep>> steps = steps(model);
        List<Run> runs = new ArrayList<>();
        Instant end = to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant available = from.atStartOfDay(ZoneOffset.UTC).toInstant();
        while (available.isBefore(end)) {
            run(available, steps).ifPresent(runs::add);
            available = available.plus(BETWEEN);
        }
        return runs;
    }

    private Map<Integer, Map<Instant, ForecastStep>> steps(OpenMeteoModel model) {
        String behind = several ? "_" + model.key() : "";
        if (PreviousRuns.COLUMNS.stream().noneMatch(column -> hourly.has(column + behind))) {
            throw new JsonFault("hourly has no column of " + model.key());
        }
        Map<Integer, Map<Instant, ForecastStep>> steps = new HashMap<>();
        for (int days = 1; days <= PreviousRuns.MOST_DAYS_BEFORE; days++) {
            OpenMeteoTable<Variable> table = new OpenMeteoTable<>(
                    hourly, units, PreviousRuns.daysBefore(days) + behind, Variable.class, validTimes.size());
            table.columns(OpenMeteoVariables.OF_PREVIOUS_RUN);
            Map<Instant, ForecastStep> byTime = new TreeMap<>();
            OpenMeteoHours.steps(validTimes, table).forEach(step -> byTime.put(step.validTime(), step));
            steps.put(days, byTime);
        }
        return steps;
    }

    private static Optional<Run> run(Instant available, Map<Integer, Map<Instant, ForecastStep>> steps) {
        List<ForecastStep> hours = new ArrayList<>();
        for (int lead = NEAREST; lead < PreviousRuns.MOST_DAYS_BEFORE * HOURS_A_DAY; lead++) {
            Instant valid = available.plus(Duration.ofHours(lead));
            int days = lead / HOURS_A_DAY + 1;
            Optional.ofNullable(steps.get(days).get(valid)).ifPresent(hours::add);
        }
        return hours.isEmpty() ? Optional.empty() : Optional.of(new Run(Optional.empty(), available, hours, List.of()));
    }
}
