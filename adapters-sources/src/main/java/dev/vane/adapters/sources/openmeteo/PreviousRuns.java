package dev.vane.adapters.sources.openmeteo;

import dev.vane.adapters.sources.http.ProviderText;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.adapters.sources.json.JsonTree;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.SourceInfo;
import dev.vane.application.spi.SourceInfo.Rhythm;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.SourceId;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What single models forecast in the past, from Open-Meteo's API of previous runs (open-meteo.com/en/docs/previous-runs-api), put
 * together to runs as a reader could have had them: see {@link PastRuns} for how, and for what is approximate about it.
 * The archive begins in January 2024 for most models.
 *
 * <p>One call for a range of days, within the quota of {@link OpenMeteoClient#ACCOUNT}, in turn with all other calls of
 * Open-Meteo. Each range by itself gives the same runs as any other that holds its days, so that work can be cut up and taken up
 * again anywhere. Safe for use by several threads.
 */
public final class PreviousRuns {

    /** The greatest distance in days that is kept. */
    static final int MOST_DAYS_BEFORE = 7;

    /** The names of all columns, without those of the models behind them. */
    static final List<String> COLUMNS = IntStream.rangeClosed(1, MOST_DAYS_BEFORE)
            .mapToObj(PreviousRuns::daysBefore)
            .flatMap(suffix ->
                    OpenMeteoVariables.OF_PREVIOUS_RUN.keySet().stream().map(name -> name + suffix))
            .toList();

    private static final System.Logger LOG = System.getLogger("dev.vane.adapters.sources");

    /** Room for what is in an answer besides the columns. */
    private static final double COLUMNS_ARE_MOST = 0.95;

    private static final int HOURS_A_DAY = 24;

    private final PreviousRunsSettings settings;
    private final OpenMeteoClient client;
    private final Clock clock;
    private final SourceInfo info;

    /** What came of asking. */
    public sealed interface Answer {}

    /**
     * There is an answer.
     *
     * @param runs by model in the order asked for, then ascending in time; none of a model, or a day, of which nothing is kept
     */
    public record Found(List<ModelRun> runs) implements Answer {
        /** Copies the list. */
        public Found {
            runs = List.copyOf(runs);
        }
    }

    /**
     * There is no answer; the same may be asked again later.
     *
     * @param why what went wrong
     */
    public record Refused(Failed why) implements Answer {}

    /**
     * A run of a model.
     *
     * @param source the model, by the name that it has as a source
     * @param run what it forecast, without days; it has no issue time, since it may be made of several runs
     */
    public record ModelRun(SourceId source, Run run) {
        /** Checks that nothing is missing. */
        public ModelRun {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(run, "run");
        }
    }

    /** Makes it with the client that all sources of Open-Meteo share; nothing is called yet. */
    public PreviousRuns(PreviousRunsSettings settings, OpenMeteoClient client, Clock clock) {
        this.settings = settings;
        this.client = client;
        this.clock = clock;
        Rhythm once = new Rhythm(Duration.ofDays(1), Duration.ofDays(1));
        info = OpenMeteoSource.describe(
                new SourceId("open-meteo-previous-runs"), "Previous runs via Open-Meteo", "", once);
    }

    /** Whose quota calls count on, at {@link #weight} a call. */
    public static SourceId account() {
        return OpenMeteoClient.ACCOUNT;
    }

    /**
     * How many days can be asked for at once: more would be too large an answer.
     *
     * @param models how many models are asked for, at least 1
     */
    public static int mostDays(int models) {
        int columns = COLUMNS.size() * models + 1;
        int days = (int) (JsonTree.MAXIMUM_VALUES * COLUMNS_ARE_MOST / (HOURS_A_DAY * columns));
        return days - MOST_DAYS_BEFORE;
    }

    /**
     * How many calls an ask counts for: a tenth of one for each variable, distance in days and model, times the fortnights. The
     * hours of a run reach seven days beyond the last day, and are asked for too.
     */
    public static int weight(int models, int days) {
        return OpenMeteoRequest.weight(COLUMNS.size() * models, days + MOST_DAYS_BEFORE);
    }

    /** What stands behind the name of a variable that was forecast so many days before. */
    static String daysBefore(int days) {
        return "_previous_day" + days;
    }

    /**
     * Asks for the runs that a reader could have had on some days. Blocks for at most twice the total time limit of a call.
     *
     * @param from the first day, UTC
     * @param to the last day, UTC, inclusive; runs of times to come are left out
     * @param models at least one, each once
     * @param calls is asked for leave before the call, for its weight
     * @throws IllegalArgumentException if there is no day or no model, one of the latter is there twice, or there are more days
     *     than {@link #mostDays}
     */
    public Answer ask(Place place, LocalDate from, LocalDate to, List<OpenMeteoModel> models, CallMeter calls) {
        requireAskable(from, to, List.copyOf(models));
        OpenMeteoRequest request = OpenMeteoRequest.previousRuns(
                settings.baseUrl(), place, from, to.plusDays(MOST_DAYS_BEFORE), List.copyOf(models));
        return client.read(info, request, calls, root -> found(root, from, to, models), Refused::new);
    }

    private static void requireAskable(LocalDate from, LocalDate to, List<OpenMeteoModel> models) {
        if (models.isEmpty() || EnumSet.copyOf(models).size() < models.size()) {
            throw new IllegalArgumentException("models are " + models + ", not at least one and each once");
        }
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1 || days > mostDays(models.size())) {
            throw new IllegalArgumentException("from " + from + " to " + to + " are " + days + " days, not 1 to "
                    + mostDays(models.size()) + " for " + models.size() + " models");
        }
    }

    private Answer found(JsonObject root, LocalDate from, LocalDate to, List<OpenMeteoModel> models) {
        PastRuns past = new PastRuns(root, models.size() > 1);
        List<ModelRun> runs = new ArrayList<>();
        List<JsonFault> faults = new ArrayList<>();
        for (OpenMeteoModel model : models) {
            try {
                past.of(model, from, to).stream()
                        .filter(run -> !run.availableAt().isAfter(clock.instant()))
                        .forEach(run -> runs.add(new ModelRun(model.id(), run)));
            } catch (JsonFault fault) {
                faults.add(fault);
            }
        }
        if (faults.size() == models.size()) {
            throw faults.getFirst();
        }
        faults.forEach(fault -> LOG.log(
                System.Logger.Level.WARNING,
                "a model of {0} is lost: {1}",
                info.id(),
                ProviderText.clean(fault.getMessage())));
        return new Found(runs);
    }
}
