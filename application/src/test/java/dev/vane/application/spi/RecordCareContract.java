package dev.vane.application.spi;

import static dev.vane.application.spi.ArchiveSamples.ALPHA;
import static dev.vane.application.spi.ArchiveSamples.BETA;
import static dev.vane.application.spi.ArchiveSamples.NOON;
import static dev.vane.application.spi.ArchiveSamples.everything;
import static dev.vane.application.spi.ArchiveSamples.observation;
import static dev.vane.application.spi.ArchiveSamples.report;
import static dev.vane.application.spi.ArchiveSamples.reportOf;
import static dev.vane.application.spi.ArchiveSamples.run;
import static dev.vane.application.spi.ArchiveSamples.town;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.application.spi.WeatherRecord.Observed;
import dev.vane.application.spi.WeatherRecord.SourceRun;
import dev.vane.application.spi.WeatherRecord.Span;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.RainCounter;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link RecordCare} must do with what its archive has kept. A subclass gives all three, empty. */
public abstract class RecordCareContract {

    private static final Place ZURICH = town(2657896, "Zürich");
    private static final Place ELSEWHERE = town(1, "Elsewhere");
    private static final Instant MIDNIGHT = Instant.parse("2026-03-15T00:00:00Z");
    private static final List<Variable> SOME = List.of(Variable.PRECIPITATION, Variable.TEMPERATURE);
    private static final List<RainCounter.Reset> RESETS = List.of(RainCounter.Reset.values());

    /** For subclasses. */
    protected RecordCareContract() {}

    /** The archive that is cared for. */
    protected abstract WeatherArchive archive();

    /** Its record. */
    protected abstract WeatherRecord record();

    /** The care under test: the same one within a test. */
    protected abstract RecordCare care();

    private static Instant hour(int hours) {
        return NOON.plus(Duration.ofHours(hours));
    }

    /** Keeps an observation each hour, from noon on. */
    private void keepHours(Place place, SourceId source, int hours) {
        List<SourceReport> reports = new ArrayList<>();
        for (int i = 0; i < hours; i++) {
            reports.add(reportOf(source, hour(i), observation(hour(i), i % 40)));
        }
        archive().keep(place, reports, Optional.empty());
    }

    private List<Observed> observations() {
        return record().observations(ZURICH.id(), Instant.MIN, Instant.MAX);
    }

    private List<Observed> observations(int from, int to) {
        return record().observations(ZURICH.id(), hour(from), hour(to));
    }

    private List<String> scan() {
        List<String> seen = new ArrayList<>();
        record().scanObservations(all(), SOME, chunk -> {
            for (int i = 0; i < chunk.size(); i++) {
                seen.add("%s %d %d %s %s %s"
                        .formatted(
                                chunk.source(),
                                chunk.time(i),
                                chunk.period(i),
                                chunk.value(0, i),
                                chunk.value(1, i),
                                chunk.rainCounter(i)));
            }
        });
        return seen;
    }

    private static Span all() {
        return new Span(ZURICH.id(), Optional.empty(), Instant.MIN, Instant.MAX);
    }

    private List<Instant> runTimes() {
        List<Instant> times = new ArrayList<>();
        record().scanRuns(all(), run -> times.add(run.run().availableAt()));
        return times;
    }

    @Test
    void hasNothingToDoWithNothing() {
        assertThat(care().pack(Instant.MAX)).isZero();
        assertThat(care().deleteRuns(Instant.MAX)).isZero();
        assertThat(care().deleteObservations(Instant.MAX)).isZero();
        assertThat(care().oldestRun()).isEqualTo(Instant.MAX);
        care().shrink();
        assertThat(care().bytesUsed()).isPositive();
    }

    @Test
    void changesNothingThatIsReadByPackingIt() {
        keepHours(ZURICH, ALPHA, 2000);
        keepHours(ZURICH, BETA, 100);
        List<Observed> before = observations();
        List<String> scanned = scan();
        List<WeatherArchive.Remembered> latest = archive().latest(ZURICH.id());

        assertThat(care().pack(hour(5000))).isEqualTo(2098);

        assertThat(observations()).isEqualTo(before);
        assertThat(scan()).isEqualTo(scanned);
        assertThat(observations(777, 1333))
                .isEqualTo(before.stream()
                        .filter(one -> !one.observation().validTime().isBefore(hour(777))
                                && !one.observation().validTime().isAfter(hour(1333)))
                        .toList());
        assertThat(archive().latest(ZURICH.id())).containsExactlyInAnyOrderElementsOf(latest);
    }

    @Test
    void showsEachObservationOnceToAVisitorDuringWhoseVisitOthersPack() {
        keepHours(ZURICH, ALPHA, 9000);
        List<Instant> seen = new ArrayList<>();

        record().scanObservations(all(), SOME, chunk -> {
            for (int i = 0; i < chunk.size(); i++) {
                seen.add(Instant.ofEpochMilli(chunk.time(i)));
            }
            care().pack(hour(9000));
        });

        assertThat(seen).hasSize(9000).doesNotHaveDuplicates();
    }

    @Test
    void packsWholeDaysOnce() {
        keepHours(ZURICH, ALPHA, 100);

        assertThat(care().pack(MIDNIGHT.plusSeconds(86_399))).isEqualTo(12);
        assertThat(care().pack(MIDNIGHT.plusSeconds(86_400))).isEqualTo(24);
        assertThat(care().pack(MIDNIGHT.plusSeconds(86_400))).isZero();
        assertThat(observations()).hasSize(100);
    }

    @Test
    void packsWhatComesToADayThatIsPacked() {
        keepHours(ZURICH, ALPHA, 60);
        care().pack(MIDNIGHT.plusSeconds(86_400));
        Instant between = hour(3).plusSeconds(600);
        archive().keep(ZURICH, reportOf(ALPHA, hour(61), observation(between, -7)));
        archive().keep(ZURICH, reportOf(ALPHA, hour(61), observation(hour(4), -8)));
        archive().keep(ZURICH, reportOf(ALPHA, hour(61), observation(hour(-40), -9)));
        List<Observed> before = observations();
        assertThat(before).hasSize(62).contains(new Observed(ALPHA, observation(hour(4), -8)));

        assertThat(care().pack(MIDNIGHT.plusSeconds(86_400))).isEqualTo(3);

        assertThat(observations()).isEqualTo(before);
        assertThat(scan()).hasSize(62);
    }

    @Test
    void packsDayAfterDay() {
        keepHours(ZURICH, ALPHA, 24 * 70);
        List<Observed> before = observations();
        for (int day = 0; day < 75; day++) {
            care().pack(MIDNIGHT.plus(Duration.ofDays(day)));
        }

        assertThat(observations()).isEqualTo(before);
    }

    @Test
    void packsEverythingThatIsKnownOfAnObservation() {
        List<Observation> kept = new ArrayList<>();
        int hours = 0;
        for (Condition condition : Condition.values()) {
            for (double share : new double[] {0, 0.3, 1}) {
                Sky sky = new Sky(condition, Sky.Intensity.MODERATE, share > 0);
                Optional<RainCounter> counter = hours % 4 == 0
                        ? Optional.empty()
                        : Optional.of(new RainCounter(RESETS.get(hours % 5), hours * 254 / 1000.0));
                Values<Variable> values =
                        hours % 3 == 0 ? Values.none(Variable.class) : everything(Variable.class, share);
                kept.add(new Observation(
                        hour(hours), Duration.ofMinutes(10 + hours), new Conditions(sky, values), counter));
                hours++;
            }
        }
        archive()
                .keep(
                        ZURICH,
                        kept.stream().map(one -> reportOf(ALPHA, NOON, one)).toList(),
                        Optional.empty());

        care().pack(hour(500));

        assertThat(observations()).extracting(Observed::observation).isEqualTo(kept);
    }

    @Test
    void packsReadingsOfAStationThatReportsEachMinute() {
        List<SourceReport> reports = new ArrayList<>();
        for (int i = 0; i < 15_000; i++) {
            Instant time = NOON.plusSeconds(60L * i + i % 7);
            reports.add(reportOf(ALPHA, time, observation(time, i % 30)));
        }
        archive().keep(ZURICH, reports, Optional.empty());
        List<String> before = scan();

        assertThat(care().pack(hour(5000))).isEqualTo(14_999);

        assertThat(scan()).isEqualTo(before);
    }

    @Test
    void deletesRunsBeforeATimeButNotTheLatest() {
        for (int hours = 0; hours < 10; hours++) {
            archive().keep(ZURICH, reportOf(ALPHA, hour(hours), run(hour(hours), 24, hours)));
        }
        archive().keep(ZURICH, reportOf(BETA, NOON, run(NOON, 24, 5)));
        archive().keep(ELSEWHERE, reportOf(ALPHA, NOON, run(NOON, 24, 5)));
        assertThat(care().oldestRun()).isEqualTo(NOON);

        assertThat(care().deleteRuns(hour(7))).isEqualTo(7);
        assertThat(runTimes()).containsExactly(hour(7), hour(8), hour(9), NOON);
        assertThat(care().deleteRuns(Instant.MAX)).isEqualTo(2);
        assertThat(runTimes()).containsExactly(hour(9), NOON);
        assertThat(record().runsKnownAt(ZURICH.id(), hour(9), NOON))
                .containsExactly(new SourceRun(ALPHA, run(hour(9), 24, 9)), new SourceRun(BETA, run(NOON, 24, 5)));
        assertThat(record().runsKnownAt(ELSEWHERE.id(), NOON, NOON)).hasSize(1);
    }

    @Test
    void tellsWhenTheOldestRunBecameAvailable() {
        archive().keep(ZURICH, reportOf(ALPHA, hour(2), run(hour(2), 24, 5)));
        archive().keep(ELSEWHERE, reportOf(BETA, hour(1), run(hour(1), 24, 5)));
        archive().keep(ELSEWHERE, reportOf(ALPHA, NOON, observation(NOON, 5)));

        assertThat(care().oldestRun()).isEqualTo(hour(1));
    }

    @Test
    void deletesObservationsBeforeATimeWhetherPackedOrNot() {
        keepHours(ZURICH, ALPHA, 100);
        keepHours(ZURICH, BETA, 3);
        care().pack(MIDNIGHT.plusSeconds(2 * 86_400));
        archive().keep(ZURICH, reportOf(ALPHA, hour(100), observation(hour(5), -8)));

        assertThat(care().deleteObservations(hour(20))).isEqualTo(22);
        assertThat(observations()).hasSize(81).contains(new Observed(BETA, observation(hour(2), 2)));
        assertThat(observations(3, 20)).containsExactly(new Observed(ALPHA, observation(hour(20), 20)));

        assertThat(care().deleteObservations(hour(90))).isEqualTo(70);
        assertThat(care().deleteObservations(Instant.MAX)).isEqualTo(9);
        assertThat(observations())
                .containsExactly(
                        new Observed(BETA, observation(hour(2), 2)), new Observed(ALPHA, observation(hour(99), 19)));
        assertThat(archive().latest(ZURICH.id())).hasSize(2);
    }

    @Test
    void keepsAndPacksOnAfterDeleting() {
        keepHours(ZURICH, ALPHA, 100);
        care().pack(hour(1000));
        care().deleteObservations(hour(60));
        keepHours(ZURICH, ALPHA, 120);
        List<Observed> before = observations();

        assertThat(care().pack(hour(1000))).isEqualTo(119);

        assertThat(before).hasSize(120);
        assertThat(observations()).isEqualTo(before);
    }

    @Test
    void takesLessRoomAfterDeleting() {
        for (int hours = 0; hours < 600; hours++) {
            archive().keep(ZURICH, report(ALPHA, hour(hours), hours % 40));
        }
        long before = care().bytesUsed();

        care().deleteRuns(Instant.MAX);
        care().deleteObservations(Instant.MAX);
        care().shrink();

        assertThat(care().bytesUsed()).isLessThan(before);
        assertThat(archive().latest(ZURICH.id())).hasSize(1);
    }
}
