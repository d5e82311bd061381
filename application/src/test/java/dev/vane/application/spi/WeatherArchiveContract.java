package dev.vane.application.spi;

import static dev.vane.application.spi.ArchiveSamples.ALPHA;
import static dev.vane.application.spi.ArchiveSamples.BETA;
import static dev.vane.application.spi.ArchiveSamples.NOON;
import static dev.vane.application.spi.ArchiveSamples.everything;
import static dev.vane.application.spi.ArchiveSamples.observation;
import static dev.vane.application.spi.ArchiveSamples.report;
import static dev.vane.application.spi.ArchiveSamples.reportOf;
import static dev.vane.application.spi.ArchiveSamples.run;
import static dev.vane.application.spi.ArchiveSamples.sea;
import static dev.vane.application.spi.ArchiveSamples.town;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every {@link WeatherArchive} must do. A subclass gives one that is empty. */
public abstract class WeatherArchiveContract extends ArchivedAnswersContract {

    private static final Place ZURICH = town(2657896, "Zürich");
    private static final Instant ONE_O_CLOCK = NOON.plus(Duration.ofHours(1));
    private static final Instant TWO_O_CLOCK = NOON.plus(Duration.ofHours(2));

    /** For subclasses. */
    protected WeatherArchiveContract() {}

    private List<SourceReport> latest(PlaceId place) {
        return archive().latest(place).stream()
                .map(WeatherArchive.Remembered::report)
                .toList();
    }

    @Test
    void knowsNothingOfAPlaceNeverHeardOf() {
        archive().keep(ZURICH, report(ALPHA, NOON, 5));

        assertThat(latest(new PlaceId.Town(1))).isEmpty();
    }

    @Test
    void givesBackWhatWasKept() {
        SourceReport report = report(ALPHA, NOON, 5.5);

        archive().keep(ZURICH, report);

        assertThat(latest(ZURICH.id())).containsExactly(report);
    }

    @Test
    void givesBackEveryVariableAndEverySky() {
        for (double share : new double[] {0, 0.3, 1}) {
            Observation observation = new Observation(
                    NOON,
                    Duration.ofMinutes(10),
                    new Conditions(
                            new Sky(Condition.SNOW, Sky.Intensity.HEAVY, true), everything(Variable.class, share)));
            Run run = new Run(Optional.empty(), NOON, everySky(share), everyDay(share));
            Place place = town(1 + Math.round(share * 10), "Here");
            SourceReport report = new SourceReport(ALPHA, NOON, Optional.of(observation), Optional.of(run));

            archive().keep(place, report);

            assertThat(latest(place.id())).containsExactly(report);
        }
    }

    @Test
    void givesBackConditionsOfWhichNothingIsKnown() {
        Conditions nothing = new Conditions(Sky.UNKNOWN, Values.none(Variable.class));
        SourceReport report = new SourceReport(
                ALPHA,
                NOON,
                Optional.of(new Observation(NOON, Duration.ZERO, nothing)),
                Optional.of(new Run(
                        Optional.empty(),
                        NOON,
                        List.of(new ForecastStep(ONE_O_CLOCK, Duration.ZERO, nothing)),
                        List.of())));

        archive().keep(ZURICH, report);

        assertThat(latest(ZURICH.id())).containsExactly(report);
    }

    @Test
    void givesBackARunWithoutAnyStep() {
        SourceReport report = reportOf(ALPHA, NOON, new Run(Optional.of(NOON), NOON, List.of(), List.of()));

        archive().keep(ZURICH, report);

        assertThat(latest(ZURICH.id())).containsExactly(report);
    }

    @Test
    void replacesAnObservationOfTheSameTime() {
        archive().keep(ZURICH, reportOf(ALPHA, NOON, observation(NOON, 5)));
        SourceReport corrected = reportOf(ALPHA, ONE_O_CLOCK, observation(NOON, 6));

        archive().keep(ZURICH, corrected);

        assertThat(latest(ZURICH.id())).containsExactly(corrected);
    }

    @Test
    void forgetsAValueThatTheCorrectedObservationLacks() {
        archive().keep(ZURICH, reportOf(ALPHA, NOON, observation(NOON, 5)));
        Conditions less = new Conditions(Sky.UNKNOWN, Values.none(Variable.class));
        SourceReport corrected = reportOf(ALPHA, NOON, new Observation(NOON, Duration.ZERO, less));

        archive().keep(ZURICH, corrected);

        assertThat(latest(ZURICH.id())).containsExactly(corrected);
    }

    @Test
    void joinsTheLatestRunAndTheLatestObservation() {
        Run run = run(NOON, 24, 5);
        Observation observation = observation(ONE_O_CLOCK, 7);

        archive().keep(ZURICH, reportOf(ALPHA, NOON, run));
        archive().keep(ZURICH, reportOf(ALPHA, ONE_O_CLOCK, observation));

        assertThat(latest(ZURICH.id()))
                .containsExactly(new SourceReport(ALPHA, ONE_O_CLOCK, Optional.of(observation), Optional.of(run)));
    }

    @Test
    void makesNoNewRunOfTheSameForecastButMovesTheTimeOfItsFetch() {
        Run first = run(NOON, 24, 5);
        Run again = new Run(Optional.of(ONE_O_CLOCK), ONE_O_CLOCK, first.hourly(), first.daily());

        archive().keep(ZURICH, reportOf(ALPHA, NOON, first));
        archive().keep(ZURICH, reportOf(ALPHA, ONE_O_CLOCK, again));

        assertThat(latest(ZURICH.id())).containsExactly(reportOf(ALPHA, ONE_O_CLOCK, first));
    }

    @Test
    void keepsAChangedForecastAsANewRun() {
        archive().keep(ZURICH, reportOf(ALPHA, NOON, run(NOON, 24, 5)));
        SourceReport changed = reportOf(ALPHA, ONE_O_CLOCK, run(ONE_O_CLOCK, 24, 5.1));

        archive().keep(ZURICH, changed);

        assertThat(latest(ZURICH.id())).containsExactly(changed);
    }

    @Test
    void keepsAForecastThatReturnsAsANewRun() {
        archive().keep(ZURICH, reportOf(ALPHA, NOON, run(NOON, 24, 5)));
        archive().keep(ZURICH, reportOf(ALPHA, ONE_O_CLOCK, run(ONE_O_CLOCK, 24, 6)));
        SourceReport returned = reportOf(ALPHA, TWO_O_CLOCK, run(TWO_O_CLOCK, 24, 5));

        archive().keep(ZURICH, returned);

        assertThat(latest(ZURICH.id())).containsExactly(returned);
    }

    @Test
    void prefersTheRunKeptLastOfTwoAtOneTime() {
        archive().keep(ZURICH, reportOf(ALPHA, NOON, run(NOON, 24, 5)));
        SourceReport second = reportOf(ALPHA, NOON, run(NOON, 24, 6));

        archive().keep(ZURICH, second);

        assertThat(latest(ZURICH.id())).containsExactly(second);
    }

    @Test
    void isNotMisledByAReportThatComesLate() {
        SourceReport newest = report(ALPHA, TWO_O_CLOCK, 9);

        archive().keep(ZURICH, newest);
        archive().keep(ZURICH, report(ALPHA, NOON, 5));

        assertThat(latest(ZURICH.id())).containsExactly(newest);
    }

    @Test
    void keepsSourcesApart() {
        archive().keep(ZURICH, report(ALPHA, NOON, 5));
        archive().keep(ZURICH, report(BETA, ONE_O_CLOCK, 8));

        assertThat(latest(ZURICH.id())).containsExactlyInAnyOrder(report(ALPHA, NOON, 5), report(BETA, ONE_O_CLOCK, 8));
    }

    @Test
    void keepsPlacesApart() {
        Place sea = sea(-33.9, 151.2);

        archive().keep(ZURICH, report(ALPHA, NOON, 5));
        archive().keep(sea, report(ALPHA, NOON, 20));

        assertThat(latest(ZURICH.id())).containsExactly(report(ALPHA, NOON, 5));
        assertThat(latest(sea.id())).containsExactly(report(ALPHA, NOON, 20));
    }

    @Test
    void takesAPointWithinTheRoundingForTheSamePlace() {
        archive().keep(sea(10.0001, 20), report(ALPHA, NOON, 5));

        assertThat(latest(new PlaceId.Point(new Coordinates(10.0002, 20)))).hasSize(1);
    }

    @Test
    void takesNamesAsData() {
        List<String> names = List.of("'; DROP TABLE run; --", "a\0b", "東京 \"🌧\"", "\u0301x", "%_\\", "x".repeat(5000));
        for (int i = 0; i < names.size(); i++) {
            Place place = town(100 + i, names.get(i));

            archive().keep(place, report(ALPHA, NOON, i));

            assertThat(latest(place.id())).containsExactly(report(ALPHA, NOON, i));
        }
    }

    @Test
    void keepsAPlaceWhoseNameChanged() {
        archive().keep(ZURICH, report(ALPHA, NOON, 5));
        archive().keep(town(2657896, "Zuerich"), report(ALPHA, ONE_O_CLOCK, 6));

        assertThat(latest(ZURICH.id())).containsExactly(report(ALPHA, ONE_O_CLOCK, 6));
    }

    @Test
    void losesNothingWhenManyKeepAtOnce() throws Exception {
        List<Future<?>> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < 16; writer++) {
                SourceId source = new SourceId("s" + writer);
                writers.add(threads.submit(() -> keepTen(source)));
            }
        }
        for (Future<?> writer : writers) {
            writer.get();
        }

        assertThat(latest(ZURICH.id()))
                .hasSize(16)
                .allSatisfy(last -> assertThat(last.current()).contains(observation(NOON.plusSeconds(9), 9)));
    }

    private void keepTen(SourceId source) {
        for (int i = 0; i < 10; i++) {
            archive().keep(ZURICH, report(source, NOON.plusSeconds(i), i));
        }
    }

    private static List<ForecastStep> everySky(double share) {
        List<ForecastStep> steps = new ArrayList<>();
        for (Condition condition : Condition.values()) {
            for (Sky.Intensity intensity : Sky.Intensity.values()) {
                boolean thunder = steps.size() % 3 == 0;
                Conditions conditions =
                        new Conditions(new Sky(condition, intensity, thunder), everything(Variable.class, share));
                steps.add(new ForecastStep(NOON.plus(Duration.ofHours(steps.size())), Duration.ofHours(1), conditions));
            }
        }
        return steps;
    }

    private static List<DailyForecast> everyDay(double share) {
        return List.of(
                new DailyForecast(LocalDate.parse("2026-03-14"), Sky.UNKNOWN, everything(DailyVariable.class, share)));
    }
}
