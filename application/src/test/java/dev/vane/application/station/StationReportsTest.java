package dev.vane.application.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vane.application.api.ReportReadings.Credentials;
import dev.vane.application.api.ReportReadings.Forbidden;
import dev.vane.application.api.ReportReadings.Kept;
import dev.vane.application.api.ReportReadings.NotKept;
import dev.vane.application.api.ReportReadings.OutOfTime;
import dev.vane.application.api.ReportReadings.Outcome;
import dev.vane.application.api.ReportReadings.PassKey;
import dev.vane.application.api.ReportReadings.StationPassword;
import dev.vane.application.api.ReportReadings.TooMany;
import dev.vane.application.api.ReportReadings.Upload;
import dev.vane.application.api.ReportReadings.Verdict;
import dev.vane.application.api.StationSettings;
import dev.vane.application.spi.MutableClock;
import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.place.Region;
import dev.vane.domain.quality.QualityFlag;
import dev.vane.domain.quality.QualityRule;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.RainCounter;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens to an upload of the house's own station. */
class StationReportsTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:34:56Z");
    private static final String PASSWORD = "correct horse";
    private static final String KEY = "0123456789ABCDEF0123456789ABCDEF";
    private static final Credentials STATION = new StationPassword("roof", PASSWORD);
    private static final Place HOUSE = new Place(
            PlaceId.parse("45.5,-122.7").orElseThrow(),
            "House",
            Region.NONE,
            new Coordinates(45.5, -122.7),
            OptionalInt.of(50),
            ZoneId.of("America/Los_Angeles"),
            0);

    private final MutableClock clock = new MutableClock(NOW);
    private final StationRecord records = new StationRecord();
    private final StationReports reports = reports(StationSettings.DEFAULT_UPLOADS_PER_MINUTE);

    private StationReports reports(int perMinute) {
        StationSettings settings = StationSettings.of("roof", Optional.of(PASSWORD), Optional.of(KEY), perMinute);
        return new StationReports(clock, HOUSE, settings, records, records);
    }

    private static Observation reading(Instant time, double temperature) {
        return reading(time, Map.of(Variable.TEMPERATURE, temperature));
    }

    private static Observation reading(Instant time, Map<Variable, Double> given) {
        Values.Builder<Variable> values = Values.of(Variable.class);
        given.forEach(values::set);
        return new Observation(time, Duration.ZERO, new Conditions(Sky.UNKNOWN, values.build()));
    }

    private Outcome report(Credentials credentials, Observation... readings) {
        return reports.report(new Upload(credentials, List.of(readings), Map.of()));
    }

    private List<QualityFlag> flags(Observation reading) {
        assertThat(report(STATION, reading)).isInstanceOf(Kept.class);
        return verdicts(report(STATION, reading)).getFirst().flags();
    }

    private static List<Verdict> verdicts(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Kept.class);
        return ((Kept) outcome).verdicts();
    }

    private void sourcesSay(Instant time, double... temperatures) {
        for (int i = 0; i < temperatures.length; i++) {
            records.observe("source-" + i, reading(time, temperatures[i]));
        }
    }

    @Test
    void keepsAReading() {
        Observation reading = new Observation(
                NOW,
                Duration.ZERO,
                reading(NOW, 12.3).conditions(),
                Optional.of(new RainCounter(RainCounter.Reset.YEARLY, 312.4)));
        assertThat(verdicts(report(STATION, reading))).containsExactly(new Verdict(NOW, List.of()));
        assertThat(records.observed).singleElement().satisfies(kept -> {
            assertThat(kept.source().name()).isEqualTo("station");
            assertThat(kept.observation()).isEqualTo(reading);
        });
        assertThat(records.toVerify)
                .containsExactly(Instant.parse("2026-03-10T12:00:00Z"), Instant.parse("2026-03-10T13:00:00Z"));
    }

    @Test
    void hasOneHourVerifiedForAReadingAtTheFullHour() {
        Instant noon = Instant.parse("2026-03-10T12:00:00Z");
        report(STATION, reading(noon, 12.3));
        assertThat(records.toVerify).containsExactly(noon);
    }

    @Test
    void computesTheDewPointThatAStationLeavesOut() {
        report(STATION, reading(NOW, Map.of(Variable.TEMPERATURE, 20.0, Variable.RELATIVE_HUMIDITY, 50.0)));
        assertThat(records.observed
                        .getFirst()
                        .observation()
                        .conditions()
                        .values()
                        .get(Variable.DEW_POINT))
                .hasValueCloseTo(9.26, within(0.05)); // as tables have it
    }

    @Test
    void leavesAGivenDewPointAsItIs() {
        Map<Variable, Double> given =
                Map.of(Variable.TEMPERATURE, 20.0, Variable.RELATIVE_HUMIDITY, 50.0, Variable.DEW_POINT, 9.0);
        report(STATION, reading(NOW, given));
        assertThat(records.observed.getFirst().observation()).isEqualTo(reading(NOW, given));
    }

    @Test
    void knowsAGatewayByItsKeyInEitherCase() {
        assertThat(report(new PassKey(KEY), reading(NOW, 12))).isInstanceOf(Kept.class);
        assertThat(report(new PassKey("0123456789abcdef0123456789abcdef"), reading(NOW, 12)))
                .isInstanceOf(Kept.class);
    }

    @ParameterizedTest
    @CsvSource({
        "roof, correct horsf",
        "roof, ''",
        "roof, CORRECT HORSE",
        "roof, 0123456789ABCDEF0123456789ABCDEF",
        "Roof, correct horse",
        "'', correct horse"
    })
    void keepsNothingOfAnybodyElse(String name, String password) {
        assertThat(report(new StationPassword(name, password), reading(NOW, 12)))
                .isEqualTo(new Forbidden());
        assertThat(records.transactions).isZero();
    }

    @Test
    void keepsNothingForAnotherKey() {
        assertThat(report(new PassKey("1" + KEY.substring(1)), reading(NOW, 12)))
                .isEqualTo(new Forbidden());
        assertThat(report(new PassKey(PASSWORD), reading(NOW, 12))).isEqualTo(new Forbidden());
        assertThat(records.transactions).isZero();
    }

    @Test
    void aStationWithoutAKeyTakesNone() {
        StationSettings settings = StationSettings.of("roof", Optional.of(PASSWORD), Optional.empty(), 120);
        StationReports keyless = new StationReports(clock, HOUSE, settings, records, records);
        assertThat(keyless.report(new Upload(new PassKey(""), List.of(reading(NOW, 12)), Map.of())))
                .isEqualTo(new Forbidden());
    }

    @Test
    void takesSoManyUploadsAMinuteAndSaysWhenTheNextIsTaken() {
        StationReports slow = reports(2);
        Upload upload = new Upload(STATION, List.of(reading(NOW, 12)), Map.of());
        assertThat(slow.report(upload)).isInstanceOf(Kept.class);
        assertThat(slow.report(upload)).isInstanceOf(Kept.class);
        assertThat(slow.report(upload)).isEqualTo(new TooMany(Duration.ofSeconds(30)));
        clock.advance(Duration.ofSeconds(29));
        assertThat(slow.report(upload)).isEqualTo(new TooMany(Duration.ofSeconds(1)));
        clock.advance(Duration.ofSeconds(1));
        assertThat(slow.report(upload)).isInstanceOf(Kept.class);
    }

    @Test
    void aClockThatIsSetBackLocksNobodyOut() {
        StationReports slow = reports(1);
        Upload upload = new Upload(STATION, List.of(reading(NOW.minusSeconds(7200), 12)), Map.of());
        assertThat(slow.report(upload)).isInstanceOf(Kept.class);
        clock.advance(Duration.ofHours(-1));
        assertThat(slow.report(upload)).isInstanceOf(Kept.class);
        assertThat(slow.report(upload)).isEqualTo(new TooMany(Duration.ofMinutes(1)));
    }

    @Test
    void whoGuessesIsToldToWaitAndTheStationIsNot() {
        StationPassword guess = new StationPassword("roof", "a guess");
        for (int i = 0; i < StationReports.WRONG_PER_MINUTE; i++) {
            assertThat(report(guess, reading(NOW, 12))).isEqualTo(new Forbidden());
        }
        assertThat(report(guess, reading(NOW, 12))).isEqualTo(new TooMany(Duration.ofSeconds(6)));
        assertThat(report(STATION, reading(NOW, 12))).isInstanceOf(Kept.class);
    }

    @ParameterizedTest
    @CsvSource({
        "PT5M, true",
        "PT5M0.001S, false",
        "-P31D, true",
        "-P31DT0.001S, false",
        "-P20000D, false",
        "P400000D, false"
    })
    void takesReadingsOfATimeThatCanBe(Duration fromNow, boolean taken) {
        Instant time = NOW.plus(fromNow);
        Outcome outcome = report(STATION, reading(NOW, 12), reading(time, 12));
        if (taken) {
            assertThat(verdicts(outcome)).hasSize(2);
        } else {
            assertThat(outcome)
                    .isEqualTo(new OutOfTime(time, NOW.minus(Duration.ofDays(31)), NOW.plus(Duration.ofMinutes(5))));
            assertThat(records.transactions).isZero();
        }
    }

    @Test
    void keepsAllOfAnUploadInOneTransactionAndAnswersInItsOrder() {
        List<Observation> readings = new ArrayList<>();
        for (int day : List.of(3, 0, 20, 1, 2)) {
            readings.add(reading(NOW.minus(Duration.ofDays(day)), day == 1 ? 60 : 12));
        }
        List<Verdict> verdicts = verdicts(reports.report(new Upload(STATION, readings, Map.of())));
        assertThat(verdicts)
                .extracting(Verdict::validTime)
                .containsExactlyElementsOf(
                        readings.stream().map(Observation::validTime).toList());
        assertThat(verdicts).extracting(verdict -> verdict.flags().size()).containsExactly(0, 0, 0, 1, 0);
        assertThat(records.transactions).isEqualTo(1);
        assertThat(records.observed)
                .extracting(kept -> kept.observation().validTime())
                .isSorted();
        assertThat(records.toVerify)
                .contains(hour(NOW.minus(Duration.ofDays(3))), hour(NOW.minus(Duration.ofDays(20))), hour(NOW));
    }

    private static Instant hour(Instant time) {
        return time.truncatedTo(ChronoUnit.HOURS);
    }

    @Test
    void judgesByWhatTheStationSaidBefore() {
        report(STATION, reading(NOW.minusSeconds(300), 12));
        assertThat(flags(reading(NOW, 30)))
                .singleElement()
                .satisfies(flag -> assertThat(flag.rule()).isEqualTo(QualityRule.STEP));
    }

    @Test
    void judgesByWhatCameEarlierInTheSameUpload() {
        List<Verdict> verdicts = verdicts(report(
                STATION, reading(NOW, 30), reading(NOW.minusSeconds(300), 12), reading(NOW.minusSeconds(600), 12)));
        assertThat(verdicts).extracting(verdict -> verdict.flags().size()).containsExactly(1, 0, 0);
    }

    @Test
    void keepsAReadingThatIsExcluded() {
        assertThat(flags(reading(NOW, 60)))
                .singleElement()
                .satisfies(flag -> assertThat(flag.rule()).isEqualTo(QualityRule.RANGE));
        assertThat(records.observed).hasSize(1);
    }

    @Test
    void judgesByTheMedianOfWhatTheSourcesSayNearestToIt() {
        sourcesSay(NOW.minus(Duration.ofMinutes(50)), 12, 13, 40);
        assertThat(flags(reading(NOW, 25.1))).singleElement().satisfies(flag -> {
            assertThat(flag.rule()).isEqualTo(QualityRule.NEIGHBOURS);
            assertThat(flag.excluded()).isTrue();
            assertThat(flag.detail()).contains("13.0 °C");
        });
        sourcesSay(NOW.plus(Duration.ofMinutes(10)), 20, 22, 23, 25);
        assertThat(flags(reading(NOW, 25.1))).isEmpty();
    }

    @Test
    void asksNoFewerThanThreeSources() {
        sourcesSay(NOW, 0, 0);
        assertThat(flags(reading(NOW, 23.1))).isEmpty();
    }

    @Test
    void asksNoSourceThatSaidNothingForAnHour() {
        sourcesSay(NOW.minus(Duration.ofMinutes(61)), 0, 0, 0);
        assertThat(flags(reading(NOW, 23.1))).isEmpty();
    }

    @Test
    void isNoNeighbourOfItself() {
        sourcesSay(NOW, 0, 0);
        report(STATION, reading(NOW.minusSeconds(3000), 22), reading(NOW.minusSeconds(300), 23));
        assertThat(flags(reading(NOW, 23.1))).isEmpty();
    }

    @Test
    void saysThatNothingIsKeptIfTheRecordCannotBeWritten() {
        records.broken = true;
        assertThat(report(STATION, reading(NOW, 12))).isEqualTo(new NotKept());
        records.broken = false;
        assertThat(report(STATION, reading(NOW, 12))).isInstanceOf(Kept.class);
    }
}
