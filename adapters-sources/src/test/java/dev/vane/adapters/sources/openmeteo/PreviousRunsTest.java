package dev.vane.adapters.sources.openmeteo;

import static dev.vane.adapters.sources.Replies.NOW;
import static dev.vane.adapters.sources.Replies.value;
import static dev.vane.adapters.sources.openmeteo.OpenMeteoModel.ECMWF_IFS025;
import static dev.vane.adapters.sources.openmeteo.OpenMeteoModel.GFS_SEAMLESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.adapters.sources.CapturedLog;
import dev.vane.adapters.sources.CountingMeter;
import dev.vane.adapters.sources.Fault;
import dev.vane.adapters.sources.ProviderSources;
import dev.vane.adapters.sources.Replies;
import dev.vane.adapters.sources.StubAnswer;
import dev.vane.adapters.sources.StubProvider;
import dev.vane.adapters.sources.TestPlaces;
import dev.vane.adapters.sources.http.BaseUrl;
import dev.vane.adapters.sources.openmeteo.PreviousRuns.Answer;
import dev.vane.adapters.sources.openmeteo.PreviousRuns.Found;
import dev.vane.adapters.sources.openmeteo.PreviousRuns.ModelRun;
import dev.vane.adapters.sources.openmeteo.PreviousRuns.Refused;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PreviousRunsTest {

    private static final String PATH = "/v1/forecast";
    private static final LocalDate FIRST = LocalDate.parse("2025-11-01");
    private static final Instant START = Instant.parse("2025-11-01T00:00:00Z");

    private final StubProvider stub = StubProvider.start();
    private final ProviderSources sources = new ProviderSources(Replies.HTTP, Replies.CLOCK);
    private final PreviousRuns previous = sources.previousRuns(new PreviousRunsSettings(BaseUrl.of(stub.baseUrl())));

    @AfterEach
    void stop() {
        sources.close();
        stub.close();
    }

    /**
     * An answer as Open-Meteo makes it: at each hour, in each column, the initial time of the run that is in it, as hours
     * since the start divided by ten: of runs every so many hours the latest that began at least N days before.
     */
    private static String answer(Instant start, int days, String behind, int hoursBetweenRuns) {
        int hours = 24 * days;
        List<String> columns = new ArrayList<>();
        List<String> units = new ArrayList<>();
        for (int before = 1; before <= 7; before++) {
            int away = 24 * before;
            String name = "\"temperature_2m_previous_day" + before + behind + "\": ";
            columns.add(name
                    + values(
                            hours,
                            hour -> Double.toString(
                                    Math.floorDiv(hour - away, hoursBetweenRuns) * hoursBetweenRuns / 10.0)));
            units.add(name + "\"°C\"");
            String rain = "\"precipitation_previous_day" + before + behind + "\": ";
            columns.add(rain + values(hours, hour -> Integer.toString(away)));
            units.add(rain + "\"mm\"");
            String gust = "\"wind_gusts_10m_previous_day" + before + behind + "\": ";
            columns.add(gust + values(hours, hour -> "null"));
            units.add(gust + "\"undefined\"");
        }
        String times = values(hours, hour -> Long.toString(start.getEpochSecond() + 3600L * hour));
        return "{\"utc_offset_seconds\": 0, \"hourly_units\": {\"time\": \"unixtime\", " + String.join(",", units)
                + "}, \"hourly\": {\"time\": " + times + ", " + String.join(",", columns) + "}}";
    }

    private static String values(int count, IntFunction<String> value) {
        return IntStream.range(0, count).mapToObj(value).collect(Collectors.joining(",", "[", "]"));
    }

    private Answer ask(LocalDate from, LocalDate to, String body, OpenMeteoModel... models) {
        stub.answer(PATH, StubAnswer.json(body));
        return previous.ask(TestPlaces.NEW_YORK, from, to, Arrays.asList(models), CallMeter.UNLIMITED);
    }

    private static List<ModelRun> runs(Answer answer) {
        assertThat(answer).isInstanceOf(Found.class);
        return ((Found) answer).runs();
    }

    @Test
    void asksForTheDaysAndTheSevenThatTheRunsReach() {
        CountingMeter meter = CountingMeter.open();
        stub.answer(PATH, StubAnswer.json(answer(START, 9, "", 6)));
        previous.ask(TestPlaces.NEW_YORK, FIRST, FIRST.plusDays(1), List.of(GFS_SEAMLESS), meter);
        Map<String, String> query = LastQuery.of(stub);
        assertThat(query)
                .containsAllEntriesOf(Map.of(
                        "start_date", "2025-11-01",
                        "end_date", "2025-11-09",
                        "models", "gfs_seamless",
                        "timezone", "GMT",
                        "timeformat", "unixtime",
                        "wind_speed_unit", "ms",
                        "elevation", "10"))
                .doesNotContainKeys("forecast_days", "past_days", "daily", "current");
        assertThat(query.get("hourly").split(","))
                .hasSize(56)
                .startsWith(
                        "temperature_2m_previous_day1",
                        "dew_point_2m_previous_day1",
                        "pressure_msl_previous_day1",
                        "wind_speed_10m_previous_day1",
                        "wind_gusts_10m_previous_day1",
                        "wind_direction_10m_previous_day1",
                        "cloud_cover_previous_day1",
                        "precipitation_previous_day1",
                        "temperature_2m_previous_day2")
                .endsWith("precipitation_previous_day7");
        assertThat(meter.asked()).containsExactly(6).containsExactly(PreviousRuns.weight(1, 2));
        assertThat(stub.calls()).isEqualTo(1);
    }

    /** Nothing that a reader is given is of a run that began less than six hours before, and nothing is older than need be. */
    @ParameterizedTest
    @CsvSource({"6, 6, 24", "12, 6, 30"})
    void givesNothingThatWasNotOutYet(int hoursBetweenRuns, int youngest, int oldest) {
        List<ModelRun> runs = runs(ask(FIRST, FIRST.plusDays(1), answer(START, 9, "", hoursBetweenRuns), GFS_SEAMLESS));
        assertThat(runs).hasSize(8);
        for (int i = 0; i < runs.size(); i++) {
            Instant available = START.plus(Duration.ofHours(6L * i));
            Run run = runs.get(i).run();
            assertThat(runs.get(i).source()).hasToString("gfs-seamless");
            assertThat(run.availableAt()).isEqualTo(available);
            assertThat(run.issuedAt()).isEmpty();
            assertThat(run.daily()).isEmpty();
            assertThat(run.hourly()).hasSize(150);
            for (int j = 0; j < 150; j++) {
                ForecastStep step = run.hourly().get(j);
                assertThat(step.validTime()).isEqualTo(available.plus(Duration.ofHours(18 + j)));
                long age = 6L * i - Math.round(value(step.conditions(), Variable.TEMPERATURE) * 10);
                assertThat(age).isBetween((long) youngest, (long) oldest);
            }
        }
    }

    /** By hand: the run that was out at 06 on the first began at 00, and its hours 24 to 29 are in the archive as of day 1. */
    @ParameterizedTest
    @CsvSource({
        // hours ahead, days before, hours from initial time to valid time
        "18, 1, 24",
        "23, 1, 29",
        "24, 2, 48",
        "36, 2, 48",
        "41, 2, 53",
        "42, 2, 48",
        "47, 2, 53",
        "48, 3, 72",
        "66, 3, 72",
        "90, 4, 96",
        "96, 5, 120",
        "144, 7, 168",
        "167, 7, 173"
    })
    void takesEachHourOfTheLatestRunThatIsKept(int ahead, int daysBefore, int reach) {
        Run run = runs(ask(FIRST, FIRST, answer(START, 8, "", 6), GFS_SEAMLESS))
                .get(1)
                .run();
        ForecastStep step = run.hourly().get(ahead - 18);
        assertThat(step.validTime()).isEqualTo(START.plus(Duration.ofHours(6 + ahead)));
        assertThat(value(step.conditions(), Variable.PRECIPITATION)).isEqualTo(24.0 * daysBefore);
        assertThat(value(step.conditions(), Variable.TEMPERATURE)).isEqualTo((6 + ahead - reach) / 10.0);
        assertThat(step.period()).isEqualTo(Duration.ofHours(1));
        assertThat(step.conditions().sky()).isEqualTo(Sky.UNKNOWN);
        assertThat(step.conditions().values().known()).hasSize(2);
    }

    @Test
    void givesTheSameRunsInWhateverRangesItIsAsked() {
        String all = answer(START, 12, "", 6);
        List<ModelRun> whole = runs(ask(FIRST, FIRST.plusDays(4), all, GFS_SEAMLESS));
        List<ModelRun> parts = new ArrayList<>(runs(ask(FIRST, FIRST.plusDays(1), all, GFS_SEAMLESS)));
        parts.addAll(runs(ask(FIRST.plusDays(2), FIRST.plusDays(4), all, GFS_SEAMLESS)));
        assertThat(whole).hasSize(20).isEqualTo(parts);
    }

    @Test
    void tellsModelsApartByWhatStandsBehindTheColumns() {
        String one = answer(START, 8, "_ecmwf_ifs025", 6);
        String other = answer(START, 8, "_gfs_seamless", 12);
        String both = one.replace("\"hourly_units\": {", "\"hourly_units\": {" + part(other, "hourly_units"))
                .replace("\"hourly\": {", "\"hourly\": {" + part(other, "hourly"));
        List<ModelRun> runs = runs(ask(FIRST, FIRST, both, GFS_SEAMLESS, ECMWF_IFS025));
        assertThat(runs).hasSize(8);
        assertThat(runs.stream().map(run -> run.source().name()))
                .startsWith("gfs-seamless")
                .endsWith("ecmwf-ifs025");
        assertThat(temperature(runs.get(1))).as("began at 12 the day before").isEqualTo(0.0);
        assertThat(temperature(runs.get(2))).as("of 12 hours, still of 00").isEqualTo(0.0);
        assertThat(temperature(runs.get(6))).as("of 6 hours").isEqualTo(0.6);
    }

    private static String part(String answer, String name) {
        int start = answer.indexOf("\"" + name + "\": {") + name.length() + 5;
        String members = answer.substring(start, answer.indexOf('}', start));
        return members.substring(members.indexOf("\"temperature")) + ",";
    }

    private static double temperature(ModelRun run) {
        return value(run.run().hourly().getFirst().conditions(), Variable.TEMPERATURE);
    }

    @Test
    void losesOnlyTheModelThatIsWrong() {
        String body = answer(START, 8, "_gfs_seamless", 6);
        try (CapturedLog log = CapturedLog.start()) {
            List<ModelRun> runs = runs(ask(FIRST, FIRST, body, ECMWF_IFS025, GFS_SEAMLESS));
            assertThat(runs)
                    .hasSize(4)
                    .allSatisfy(run -> assertThat(run.source()).hasToString("gfs-seamless"));
            assertThat(log.text()).contains("is lost: hourly has no column of ecmwf_ifs025");
        }
    }

    @Test
    void leavesOutWhatIsNotKept() {
        String body = answer(START, 8, "", 6).replaceAll("previous_day[1-6]\": \\[[^]]*]", "previous_day1x\": 0");
        String unique = body.replaceAll("\"[a-z0-9_]*_previous_day1x\": 0,", "");
        List<ModelRun> runs = runs(ask(FIRST, FIRST, unique, GFS_SEAMLESS));
        assertThat(runs)
                .hasSize(4)
                .allSatisfy(run -> assertThat(run.run().hourly()).hasSize(24));
        String nulls = answer(START, 8, "", 6).replaceAll("(precipitation_previous_day.\": )\\[[^]]*]", "$1[]");
        String empty = "{\"utc_offset_seconds\": 0, \"hourly_units\": {\"time\": \"unixtime\"},"
                + " \"hourly\": {\"time\": [1761955200], \"temperature_2m_previous_day1\": [null]}}";
        assertThat(runs(ask(FIRST, FIRST, empty, GFS_SEAMLESS))).isEmpty();
        assertThat(ask(FIRST, FIRST, nulls, GFS_SEAMLESS)).isInstanceOf(Refused.class);
    }

    /** It is 21:40 on 6 February. */
    @Test
    void makesNoRunOfTimesToCome() {
        LocalDate today = LocalDate.parse("2026-02-06");
        Instant start = Instant.parse("2026-02-06T00:00:00Z");
        List<ModelRun> runs = runs(ask(today, today.plusDays(1), answer(start, 9, "", 6), GFS_SEAMLESS));
        assertThat(runs).hasSize(4);
        assertThat(runs.getLast().run().availableAt()).isBefore(NOW).isEqualTo("2026-02-06T18:00:00Z");
    }

    /** A tenth for each of 56 columns and model, and the fortnights of the days and seven more. */
    @ParameterizedTest
    @CsvSource({"1, 1, 6", "1, 7, 6", "1, 14, 9", "2, 7, 12", "7, 7, 40", "7, 12, 54", "1, 131, 56"})
    void countsForAsManyCallsAsOpenMeteoCounts(int models, int days, int calls) {
        assertThat(PreviousRuns.weight(models, days)).isEqualTo(calls);
        assertThat(PreviousRuns.account()).hasToString("open-meteo");
    }

    @Test
    void makesNoCallWithoutLeave() {
        CountingMeter meter = CountingMeter.granting(0);
        Answer answer = previous.ask(TestPlaces.NEW_YORK, FIRST, FIRST, List.of(GFS_SEAMLESS), meter);
        assertThat(answer).isEqualTo(new Refused(CountingMeter.SPENT));
        assertThat(stub.calls()).isZero();
    }

    /** The greatest answers that can be asked for are not too great to be read. */
    @Test
    void canReadTheGreatestAnswers() {
        assertThat(PreviousRuns.mostDays(1)).isEqualTo(131);
        assertThat(PreviousRuns.mostDays(7)).isEqualTo(13);
        String names = PreviousRuns.COLUMNS.stream()
                .map(name -> "\"" + name + "\": " + values(24 * 138, hour -> "-12.5"))
                .collect(Collectors.joining(","));
        String units = PreviousRuns.COLUMNS.stream()
                .map(name -> "\"" + name + "\": \"" + (name.startsWith("temp") ? "°C" : "furlong") + "\"")
                .collect(Collectors.joining(","));
        String times = values(24 * 138, hour -> Long.toString(START.getEpochSecond() - 86_400L * 100 + 3600L * hour));
        String body = "{\"utc_offset_seconds\": 0, \"hourly_units\": {\"time\": \"unixtime\", " + units
                + "}, \"hourly\": {\"time\": " + times + ", " + names + "}}";
        Answer answer = ask(FIRST.minusDays(100), FIRST.plusDays(30), body, GFS_SEAMLESS);
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.why().detail())
                                .as("read to the end, and stopped by the unit only")
                                .contains("furlong"));
    }

    @Test
    void refusesWhatCannotBeAsked() {
        List<OpenMeteoModel> one = List.of(GFS_SEAMLESS);
        assertRefused(FIRST, FIRST.minusDays(1), one, "0 days, not 1 to 131 for 1 models");
        assertRefused(FIRST, FIRST.plusDays(131), one, "132 days");
        assertRefused(FIRST, FIRST, List.of(), "not at least one");
        assertRefused(FIRST, FIRST, List.of(GFS_SEAMLESS, GFS_SEAMLESS), "each once");
        assertThat(stub.calls()).isZero();
    }

    private void assertRefused(LocalDate from, LocalDate to, List<OpenMeteoModel> models, String why) {
        assertThatThrownBy(() -> previous.ask(TestPlaces.NEW_YORK, from, to, models, CallMeter.UNLIMITED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HANG", "DRIP", "FROZEN", "SKEWED_AHEAD", "SKEWED_BEHIND", "NULLS_IN_ARRAYS"})
    void saysWhatWentWrong(Fault fault) {
        stub.answer(PATH, fault.applyTo(StubAnswer.json(answer(START, 8, "", 6))));
        Answer answer = previous.ask(TestPlaces.NEW_YORK, FIRST, FIRST, List.of(GFS_SEAMLESS), CallMeter.UNLIMITED);
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.why().detail())
                                .doesNotContain("Exception", "<", "{")
                                .endsWith("."));
    }

    @Test
    void saysWhenToComeAgain() {
        stub.answer(
                PATH,
                StubAnswer.json("{\"error\": true, \"reason\": \"Minutely API request limit exceeded.\"}")
                        .withStatus(429));
        Refused refused =
                (Refused) previous.ask(TestPlaces.NEW_YORK, FIRST, FIRST, List.of(GFS_SEAMLESS), CallMeter.UNLIMITED);
        assertThat(refused.why().reason()).isEqualTo(Reason.RATE_LIMITED);
        assertThat(refused.why().retryAfter()).isEqualTo(Optional.of(Duration.ofMinutes(1)));
    }

    @Test
    void pinsTheDefaultSettings() {
        assertThat(PreviousRunsSettings.standard().baseUrl())
                .isEqualTo(BaseUrl.of("https://previous-runs-api.open-meteo.com"));
    }
}
