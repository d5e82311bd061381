package dev.vane.application.spi;

import static dev.vane.application.spi.ArchiveSamples.ALPHA;
import static dev.vane.application.spi.ArchiveSamples.BETA;
import static dev.vane.application.spi.ArchiveSamples.NOON;
import static dev.vane.application.spi.ArchiveSamples.observation;
import static dev.vane.application.spi.ArchiveSamples.report;
import static dev.vane.application.spi.ArchiveSamples.reportOf;
import static dev.vane.application.spi.ArchiveSamples.run;
import static dev.vane.application.spi.ArchiveSamples.town;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.application.spi.WeatherRecord.ObservationChunk;
import dev.vane.application.spi.WeatherRecord.Observed;
import dev.vane.application.spi.WeatherRecord.SourceRun;
import dev.vane.application.spi.WeatherRecord.Span;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.RainCounter;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link WeatherRecord} must give back of what its archive has kept. A subclass gives both, empty. */
public abstract class WeatherRecordContract {

    private static final Place ZURICH = town(2657896, "Zürich");
    private static final Place ELSEWHERE = town(1, "Elsewhere");
    private static final List<Variable> TEMPERATURE = List.of(Variable.TEMPERATURE);

    /** For subclasses. */
    protected WeatherRecordContract() {}

    /** The archive that fills the record. */
    protected abstract WeatherArchive archive();

    /** The record under test: the same one within a test, empty at its start. */
    protected abstract WeatherRecord record();

    private static Instant hour(int hours) {
        return NOON.plus(Duration.ofHours(hours));
    }

    private void keep(SourceReport report) {
        archive().keep(ZURICH, report);
    }

    /** Keeps a run that became available, and was fetched, some hours after noon. */
    private Run keepRun(SourceId source, int hours, double temperature) {
        Run run = run(hour(hours), 24, temperature);
        keep(reportOf(source, hour(hours), run));
        return run;
    }

    private static Span all() {
        return new Span(ZURICH.id(), Optional.empty(), Instant.MIN, Instant.MAX);
    }

    private static Span from(int first, int end) {
        return new Span(ZURICH.id(), Optional.empty(), hour(first), hour(end));
    }

    private List<SourceRun> runs(Span span) {
        List<SourceRun> runs = new ArrayList<>();
        record().scanRuns(span, runs::add);
        return runs;
    }

    /** What a scan visits, one text an observation. */
    private List<String> scan(Span span, List<Variable> variables) {
        List<String> seen = new ArrayList<>();
        record().scanObservations(span, variables, chunk -> {
            assertThat(chunk.size()).isPositive();
            for (int i = 0; i < chunk.size(); i++) {
                seen.add(text(chunk, variables.size(), i));
            }
        });
        return seen;
    }

    private static String text(ObservationChunk chunk, int variables, int index) {
        StringBuilder text = new StringBuilder(chunk.source().name())
                .append(' ')
                .append(Duration.between(NOON, Instant.ofEpochMilli(chunk.time(index)))
                        .toMinutes());
        for (int variable = 0; variable < variables; variable++) {
            text.append(' ').append(chunk.value(variable, index));
        }
        return text.toString();
    }

    @Test
    void knowsNothingOfAPlaceNeverHeardOf() {
        archive().keep(ELSEWHERE, report(ALPHA, NOON, 5));

        assertThat(record().sources(ZURICH.id())).isEmpty();
        assertThat(record().observations(ZURICH.id(), Instant.MIN, Instant.MAX)).isEmpty();
        assertThat(record().runsKnownAt(ZURICH.id(), Instant.MAX, Instant.MIN)).isEmpty();
        assertThat(scan(all(), TEMPERATURE)).isEmpty();
        assertThat(runs(all())).isEmpty();
    }

    @Test
    void givesSourcesInTheirOrder() {
        for (String name : List.of("gamma", "alpha", "beta-2", "beta")) {
            keep(reportOf(new SourceId(name), NOON, observation(NOON, 5)));
        }
        keep(reportOf(new SourceId("delta"), NOON, run(NOON, 24, 5)));

        assertThat(record().sources(ZURICH.id()))
                .extracting(SourceId::name)
                .containsExactly("alpha", "beta", "beta-2", "delta", "gamma");
    }

    @Test
    void givesObservationsBackByTimeThenSource() {
        for (int hours : new int[] {2, 0, 1}) {
            keep(reportOf(BETA, hour(3), observation(hour(hours), hours)));
            keep(reportOf(ALPHA, hour(3), observation(hour(hours), -hours)));
        }

        assertThat(record().observations(ZURICH.id(), NOON, hour(2)))
                .containsExactly(
                        new Observed(ALPHA, observation(NOON, 0)),
                        new Observed(BETA, observation(NOON, 0)),
                        new Observed(ALPHA, observation(hour(1), -1)),
                        new Observed(BETA, observation(hour(1), 1)),
                        new Observed(ALPHA, observation(hour(2), -2)),
                        new Observed(BETA, observation(hour(2), 2)));
    }

    @Test
    void givesObservationsBackFromTheFirstTimeToTheLast() {
        for (int hours = 0; hours < 5; hours++) {
            keep(reportOf(ALPHA, hour(hours), observation(hour(hours), hours)));
        }

        assertThat(record().observations(ZURICH.id(), hour(1), hour(3)))
                .extracting(observed -> observed.observation().validTime())
                .containsExactly(hour(1), hour(2), hour(3));
        assertThat(record().observations(ZURICH.id(), hour(1).plusNanos(1), hour(3).minusNanos(1)))
                .extracting(observed -> observed.observation().validTime())
                .containsExactly(hour(2));
        assertThat(record().observations(ZURICH.id(), hour(3), hour(1))).isEmpty();
    }

    @Test
    void givesBackWhatARainGaugeHasCounted() {
        int hours = 0;
        for (RainCounter.Reset reset : RainCounter.Reset.values()) {
            Conditions dry = new Conditions(Sky.UNKNOWN, Values.none(Variable.class));
            RainCounter counter = new RainCounter(reset, hours * 254 / 1000.0);
            Observation observation = new Observation(hour(hours), Duration.ZERO, dry, Optional.of(counter));
            keep(reportOf(ALPHA, hour(hours), observation));

            assertThat(record().observations(ZURICH.id(), hour(hours), hour(hours)))
                    .containsExactly(new Observed(ALPHA, observation));
            assertThat(archive().latest(ZURICH.id()).getFirst().report().current())
                    .contains(observation);
            record().scanObservations(
                            from(hours, hours + 1),
                            List.of(),
                            chunk -> assertThat(chunk.rainCounter(0)).contains(counter));
            hours++;
        }
        keep(reportOf(ALPHA, hour(hours), observation(hour(hours), 5)));
        record().scanObservations(
                        from(hours, hours + 1),
                        List.of(),
                        chunk -> assertThat(chunk.rainCounter(0)).isEmpty());
    }

    @Test
    void keepsEveryObservationOfAnAnswer() {
        List<SourceReport> reports = IntStream.range(0, 5)
                .mapToObj(i -> reportOf(ALPHA, hour(4), observation(hour(i), i)))
                .toList();

        archive().keep(ZURICH, reports, Optional.empty());

        assertThat(scan(all(), TEMPERATURE))
                .containsExactly("alpha 0 0.0", "alpha 60 1.0", "alpha 120 2.0", "alpha 180 3.0", "alpha 240 4.0");
        assertThat(archive().latest(ZURICH.id()))
                .singleElement()
                .satisfies(last -> assertThat(last.report().current()).contains(observation(hour(4), 4)));
    }

    @Test
    void givesTheObservationOfATimeAsItWasKeptLast() {
        keep(reportOf(ALPHA, NOON, observation(NOON, 5)));
        keep(reportOf(ALPHA, hour(1), observation(NOON, 6)));

        assertThat(scan(all(), TEMPERATURE)).containsExactly("alpha 0 6.0");
        assertThat(record().observations(ZURICH.id(), NOON, NOON))
                .containsExactly(new Observed(ALPHA, observation(NOON, 6)));
    }

    @Test
    void scansSourceBySourceByAscendingTime() {
        for (int hours : new int[] {2, 0, 1}) {
            keep(reportOf(BETA, hour(3), observation(hour(hours), hours)));
            keep(reportOf(ALPHA, hour(3), observation(hour(hours), -hours)));
        }

        assertThat(scan(all(), TEMPERATURE))
                .containsExactly(
                        "alpha 0 0.0",
                        "alpha 60 -1.0",
                        "alpha 120 -2.0",
                        "beta-2 0 0.0",
                        "beta-2 60 1.0",
                        "beta-2 120 2.0");
    }

    @Test
    void scansTheVariablesAskedForInTheirOrderAndNothingForWhatIsNotKnown() {
        keep(reportOf(ALPHA, NOON, observation(NOON, 5)));

        assertThat(scan(all(), List.of(Variable.UV_INDEX, Variable.PRECIPITATION, Variable.TEMPERATURE)))
                .containsExactly("alpha 0 NaN 0.2 5.0");
        assertThat(scan(all(), List.of())).containsExactly("alpha 0");
    }

    @Test
    void scansWithThePeriodsOfTheValues() {
        keep(reportOf(ALPHA, NOON, observation(NOON, 5)));

        record().scanObservations(
                        all(), List.of(), chunk -> assertThat(chunk.period(0)).isEqualTo(3_600_000));
    }

    @Test
    void scansFromTheFirstTimeUntilBeforeTheEnd() {
        for (int hours = 0; hours < 5; hours++) {
            keep(reportOf(ALPHA, hour(hours), observation(hour(hours), hours)));
        }

        assertThat(scan(from(1, 3), TEMPERATURE)).containsExactly("alpha 60 1.0", "alpha 120 2.0");
        assertThat(scan(new Span(ZURICH.id(), Optional.empty(), hour(1), hour(3).plusNanos(1)), TEMPERATURE))
                .hasSize(3);
        assertThat(scan(from(3, 3), TEMPERATURE)).isEmpty();
    }

    @Test
    void scansOneSourceOnly() {
        keep(report(ALPHA, NOON, 5));
        keep(report(BETA, NOON, 6));
        Span beta = new Span(ZURICH.id(), Optional.of(BETA), NOON, hour(1));

        assertThat(scan(beta, TEMPERATURE)).containsExactly("beta-2 0 6.0");
        assertThat(runs(beta)).extracting(SourceRun::source).containsExactly(BETA);
        assertThat(scan(new Span(ZURICH.id(), Optional.of(new SourceId("c")), NOON, hour(1)), TEMPERATURE))
                .isEmpty();
    }

    @Test
    void scansMoreObservationsThanFitIntoOnePage() {
        List<SourceReport> reports = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            Instant time = NOON.plus(Duration.ofMinutes(i));
            reports.add(reportOf(ALPHA, time, observation(time, i % 30)));
            expected.add("alpha " + i + " " + i % 30 + ".0");
        }
        archive().keep(ZURICH, reports, Optional.empty());

        assertThat(scan(all(), TEMPERATURE)).isEqualTo(expected);
    }

    @Test
    void letsAVisitorReadAndKeep() {
        keep(report(ALPHA, NOON, 5));
        keep(report(BETA, NOON, 6));

        record().scanObservations(all(), TEMPERATURE, chunk -> keep(report(chunk.source(), hour(-1), 7)));

        assertThat(scan(all(), TEMPERATURE))
                .containsExactly("alpha -60 7.0", "alpha 0 5.0", "beta-2 -60 7.0", "beta-2 0 6.0");
    }

    @Test
    void givesTheRunThatEachSourceHadMadeKnown() {
        Run old = keepRun(BETA, 0, 5);
        Run recent = keepRun(BETA, 2, 6);
        Run other = keepRun(ALPHA, 1, 7);

        assertThat(known(-1)).isEmpty();
        assertThat(known(0)).containsExactly(new SourceRun(BETA, old));
        assertThat(known(1)).containsExactly(new SourceRun(ALPHA, other), new SourceRun(BETA, old));
        assertThat(known(2)).containsExactly(new SourceRun(ALPHA, other), new SourceRun(BETA, recent));
        assertThat(record().runsKnownAt(ZURICH.id(), hour(2), hour(2))).containsExactly(new SourceRun(BETA, recent));
        assertThat(record().runsKnownAt(ZURICH.id(), hour(9), hour(3))).isEmpty();
    }

    private List<SourceRun> known(int hours) {
        return record().runsKnownAt(ZURICH.id(), hour(hours), Instant.MIN);
    }

    @Test
    void scansRunsByTheTimeWhenTheyBecameAvailable() {
        List<SourceRun> expected = new ArrayList<>();
        for (int hours = 0; hours < 100; hours++) {
            expected.add(new SourceRun(ALPHA, keepRun(ALPHA, hours, hours % 20)));
        }
        Run beta = keepRun(BETA, 7, 5);

        assertThat(runs(from(0, 100)))
                .isEqualTo(Stream.concat(expected.stream(), Stream.of(new SourceRun(BETA, beta)))
                        .toList());
        assertThat(runs(from(3, 5))).isEqualTo(expected.subList(3, 5));
        assertThat(runs(from(3, 3))).isEmpty();
    }

    @Test
    void knowsWhichRunWasTheLatestInWhateverOrderTheyCame() {
        List<Integer> hours = new ArrayList<>(IntStream.range(0, 12).boxed().toList());
        long seed = new Random().nextLong();
        Collections.shuffle(hours, new Random(seed));
        for (int at : hours) {
            keepRun(ALPHA, at, at);
        }

        List<SourceRun> expected = IntStream.range(0, 12)
                .mapToObj(at -> new SourceRun(ALPHA, run(hour(at), 24, at)))
                .toList();
        for (int at = 0; at < 12; at++) {
            assertThat(known(at)).as("at %s, seed %s", at, seed).containsExactly(expected.get(at));
        }
    }

    @Test
    void takesAnEarlierRunOfTheSameForecastForTheSameRun() {
        keepRun(ALPHA, 2, 5);
        Run earlier = keepRun(ALPHA, 1, 5);

        assertThat(runs(all())).containsExactly(new SourceRun(ALPHA, earlier));
        assertThat(known(2)).containsExactly(new SourceRun(ALPHA, earlier));
    }

    @Test
    void comparesALateRunWithItsNeighboursOnly() {
        Run first = keepRun(ALPHA, 0, 5);
        Run third = keepRun(ALPHA, 4, 7);
        Run second = keepRun(ALPHA, 2, 6);
        keepRun(ALPHA, 1, 5);
        Run earlier = keepRun(ALPHA, 3, 7);

        assertThat(third).isNotEqualTo(earlier);
        assertThat(runs(all()))
                .containsExactly(
                        new SourceRun(ALPHA, first), new SourceRun(ALPHA, second), new SourceRun(ALPHA, earlier));
    }

    @Test
    void makesNothingMoreOfWhatIsKeptAgain() {
        for (int again = 0; again < 3; again++) {
            for (int hours = 0; hours < 6; hours++) {
                keep(report(ALPHA, hour(hours), hours % 3));
            }
            keep(reportOf(ALPHA, hour(3), run(hour(3), 24, 9)));
        }

        assertThat(scan(all(), TEMPERATURE)).hasSize(6);
        assertThat(runs(all()))
                .extracting(run -> run.run().availableAt())
                .containsExactly(hour(0), hour(1), hour(2), hour(3), hour(3), hour(4), hour(5));
    }
}
