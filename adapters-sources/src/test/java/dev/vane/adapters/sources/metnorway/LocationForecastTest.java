package dev.vane.adapters.sources.metnorway;

import static dev.vane.adapters.sources.Replies.daily;
import static dev.vane.adapters.sources.Replies.failure;
import static dev.vane.adapters.sources.Replies.hourly;
import static dev.vane.adapters.sources.Replies.report;
import static dev.vane.adapters.sources.Replies.value;
import static dev.vane.adapters.sources.metnorway.ForecastText.hour;
import static dev.vane.adapters.sources.metnorway.ForecastText.sixHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vane.adapters.sources.Replies;
import dev.vane.adapters.sources.StubAnswer;
import dev.vane.adapters.sources.StubProvider;
import dev.vane.adapters.sources.TestPlaces;
import dev.vane.adapters.sources.http.BaseUrl;
import dev.vane.adapters.sources.http.ProviderHttp;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Sky.Intensity;
import dev.vane.domain.weather.SourceReport;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocationForecastTest {

    /** An hour, a block of six hours and an instant, of which the first has everything. */
    private static final String ANSWER = ForecastText.updated("2026-06-20T09:31:02Z")
            .raw("""
                    {"time": "2026-06-20T10:00:00Z", "data": {
                      "instant": {"details": {"air_temperature": 15.5, "dew_point_temperature": 9.0,
                        "relative_humidity": 65.3, "air_pressure_at_sea_level": 1012.4, "wind_speed": 3.2,
                        "wind_speed_of_gust": 7.1, "wind_from_direction": 220.5, "cloud_area_fraction": 87.5,
                        "fog_area_fraction": 0.0, "ultraviolet_index_clear_sky": 5.4}},
                      "next_1_hours": {"summary": {"symbol_code": "lightrainshowers_day"},
                        "details": {"precipitation_amount": 0.3, "probability_of_precipitation": 61.5}},
                      "next_6_hours": {"summary": {"symbol_code": "rain"}, "details": {"precipitation_amount": 4.0}},
                      "next_12_hours": {"summary": {"symbol_code": "heavyrain"},
                        "details": {"probability_of_precipitation": 99.0}}}}""")
            .entry("2026-06-20T11:00:00Z", 16, sixHours("rain", 3.7))
            .entry("2026-06-20T17:00:00Z", 14)
            .json();

    private final AdjustableClock clock = new AdjustableClock(Instant.parse("2026-06-20T10:10:00Z"));
    private final StubProvider stub = StubProvider.start();
    private final ProviderHttp http = new ProviderHttp(Replies.HTTP, clock);
    private final MetNorwaySource source =
            new MetNorwaySource(new MetNorwaySettings(BaseUrl.of(stub.baseUrl()), Duration.ofMinutes(30)), http, clock);

    @AfterEach
    void stop() {
        http.close();
        stub.close();
    }

    private SourceReply ask(String body) {
        return ask(body, "UTC");
    }

    private SourceReply ask(String body, String zone) {
        stub.answer("/weatherapi/locationforecast/2.0/complete", StubAnswer.json(body));
        return source.ask(TestPlaces.place(60, 10, OptionalInt.empty(), zone), CallMeter.UNLIMITED);
    }

    private static ForecastText june() {
        return ForecastText.updated("2026-06-20T09:31:02Z");
    }

    private static void step(ForecastStep step, String time, int hours, Sky sky) {
        assertThat(step.validTime()).isEqualTo(Instant.parse(time));
        assertThat(step.period()).isEqualTo(Duration.ofHours(hours));
        assertThat(step.conditions().sky()).isEqualTo(sky);
    }

    private static double precipitation(List<ForecastStep> steps) {
        return steps.stream()
                .mapToDouble(step ->
                        step.conditions().values().get(Variable.PRECIPITATION).orElse(0))
                .sum();
    }

    @Test
    void combinesTheInstantOfATimeWithTheBlockThatEndsThere() {
        List<ForecastStep> steps = hourly(report(ask(ANSWER)));
        assertThat(steps).hasSize(3);
        step(steps.get(0), "2026-06-20T10:00:00Z", 0, Sky.UNKNOWN);
        assertThat(steps.get(0).conditions().values().has(Variable.PRECIPITATION))
                .isFalse();
        step(steps.get(1), "2026-06-20T11:00:00Z", 1, Sky.of(Condition.RAIN_SHOWERS, Intensity.LIGHT));
        assertThat(value(steps.get(1).conditions(), Variable.TEMPERATURE)).isEqualTo(16);
        assertThat(value(steps.get(1).conditions(), Variable.PRECIPITATION)).isEqualTo(0.3);
        assertThat(value(steps.get(1).conditions(), Variable.PRECIPITATION_PROBABILITY))
                .isEqualTo(61.5);
        step(steps.get(2), "2026-06-20T17:00:00Z", 6, Sky.of(Condition.RAIN, Intensity.MODERATE));
        assertThat(value(steps.get(2).conditions(), Variable.TEMPERATURE)).isEqualTo(14);
        assertThat(value(steps.get(2).conditions(), Variable.PRECIPITATION)).isEqualTo(3.7);
        assertThat(steps.get(2).conditions().values().has(Variable.PRECIPITATION_PROBABILITY))
                .isFalse();
    }

    @Test
    void readsEveryVariableOfAnInstantButTheUvIndexOfAClearSky() {
        ForecastStep first = hourly(report(ask(ANSWER))).getFirst();
        assertThat(first.conditions().values())
                .hasToString("{TEMPERATURE=15.5, DEW_POINT=9.0, RELATIVE_HUMIDITY=65.3, PRESSURE_MSL=1012.4, "
                        + "WIND_SPEED=3.2, WIND_GUST=7.1, WIND_DIRECTION=220.5, CLOUD_COVER=87.5}");
    }

    @Test
    void goesOverFromHoursToBlocksOfSixHoursWithoutCountingTwice() {
        String body = june().entry("2026-06-20T16:00:00Z", 1, hour("rain", 1), sixHours("rain", 9))
                .entry("2026-06-20T17:00:00Z", 2, hour("rain", 2), sixHours("rain", 8))
                .entry("2026-06-20T18:00:00Z", 3, sixHours("heavyrain", 6))
                .entry("2026-06-21T00:00:00Z", 4, sixHours("fog", 0.5))
                .entry("2026-06-21T06:00:00Z", 5)
                .json();
        List<ForecastStep> steps = hourly(report(ask(body)));
        assertThat(steps).extracting(step -> step.period().toHours()).containsExactly(0L, 1L, 1L, 6L, 6L);
        assertThat(precipitation(steps)).isEqualTo(1 + 2 + 6 + 0.5);
        step(steps.get(3), "2026-06-21T00:00:00Z", 6, Sky.of(Condition.RAIN, Intensity.HEAVY));
        step(steps.get(4), "2026-06-21T06:00:00Z", 6, Sky.of(Condition.FOG));
    }

    @Test
    void usesABlockOfSixHoursOnlyWhereItOverlapsNoHour() {
        String body = june().entry("2026-06-20T09:00:00Z", 1, sixHours("rain", 50))
                .entry("2026-06-20T14:00:00Z", 2, hour("rain", 1))
                .entry("2026-06-20T15:00:00Z", 3, sixHours("rain", 6))
                .entry("2026-06-20T18:00:00Z", 4, sixHours("rain", 60))
                .entry("2026-06-20T21:00:00Z", 5)
                .json();
        List<ForecastStep> steps = hourly(report(ask(body)));
        assertThat(steps).hasSize(5);
        assertThat(precipitation(steps)).isEqualTo(1 + 6);
        assertThat(steps.getLast().period()).isEqualTo(Duration.ofHours(6));
        assertThat(steps.get(3).period()).isZero();
    }

    @Test
    void makesAStepOfABlockThatEndsWhereThereIsNoEntry() {
        String body = june().entry("2026-06-20T10:00:00Z", 1, hour("rain", 1.5))
                .entry("2026-06-20T12:00:00Z", 2)
                .json();
        List<ForecastStep> steps = hourly(report(ask(body)));
        assertThat(steps).hasSize(3);
        step(steps.get(1), "2026-06-20T11:00:00Z", 1, Sky.of(Condition.RAIN, Intensity.MODERATE));
        assertThat(steps.get(1).conditions().values().known()).containsExactly(Variable.PRECIPITATION);
    }

    @Test
    void keepsAnInstantThatHasNothingElseWithoutPeriodAndSky() {
        String body = june().entry("2026-06-20T10:00:00Z", 1)
                .entry("2026-06-20T16:00:00Z", 2)
                .json();
        List<ForecastStep> steps = hourly(report(ask(body)));
        assertThat(steps).hasSize(2);
        step(steps.getFirst(), "2026-06-20T10:00:00Z", 0, Sky.UNKNOWN);
        step(steps.getLast(), "2026-06-20T16:00:00Z", 0, Sky.UNKNOWN);
    }

    @Test
    void takesBlocksThatLackTheirSymbolOrTheirAmount() {
        String body = june().entry(
                        "2026-06-20T10:00:00Z", 1, "\"next_1_hours\": {\"summary\": {\"symbol_code\": \"fog\"}}")
                .entry("2026-06-20T11:00:00Z", 2, "\"next_1_hours\": {\"details\": {\"precipitation_amount\": 0.2}}")
                .entry("2026-06-20T12:00:00Z", 3, "\"next_1_hours\": {}, " + sixHours("rain", 7))
                .entry("2026-06-20T18:00:00Z", 4)
                .json();
        List<ForecastStep> steps = hourly(report(ask(body)));
        step(steps.get(1), "2026-06-20T11:00:00Z", 0, Sky.of(Condition.FOG));
        step(steps.get(2), "2026-06-20T12:00:00Z", 1, Sky.UNKNOWN);
        step(steps.get(3), "2026-06-20T18:00:00Z", 6, Sky.of(Condition.RAIN, Intensity.MODERATE));
    }

    @ParameterizedTest
    @CsvSource({
        "09:59:59, ",
        "10:00:00, 15.5",
        "10:59:59, 15.5",
        "11:00:00, 16",
        "12:00:00, 16",
        "12:00:01, ",
        "17:30:00, 14"
    })
    void takesTheInstantOfTheHourForNow(String time, Double temperature) {
        clock.set("2026-06-20T" + time + "Z");
        SourceReport report = report(ask(ANSWER));
        assertThat(report.current()
                        .map(now -> value(now.conditions(), Variable.TEMPERATURE))
                        .orElse(null))
                .isEqualTo(temperature);
        assertThat(hourly(report)).hasSize(3);
    }

    @Test
    void showsTheSkyOfTheHourThatBeginsAsCurrentButNothingThatIsYetToFall() {
        Observation now = report(ask(ANSWER)).current().orElseThrow();
        assertThat(now.validTime()).isEqualTo(Instant.parse("2026-06-20T10:00:00Z"));
        assertThat(now.period()).isZero();
        assertThat(now.conditions().sky()).isEqualTo(Sky.of(Condition.RAIN_SHOWERS, Intensity.LIGHT));
        assertThat(now.conditions().values().known()).hasSize(8);
        assertThat(now.conditions().values().has(Variable.PRECIPITATION)).isFalse();
    }

    @Test
    void cutsTheDaysOfKathmanduAtAQuarterPastTheHour() {
        // midnight is at 18:15 UTC: a block from 18:00 lies for a quarter of an hour in the day that ends
        String body = june().entry("2026-06-19T18:00:00Z", 30, hour("rain", 1))
                .entry("2026-06-19T19:00:00Z", 20, hour("cloudy", 0.25))
                .entry("2026-06-19T20:00:00Z", 19, sixHours("fog", 2))
                .entry("2026-06-20T02:00:00Z", 18, sixHours("cloudy", 4))
                .entry("2026-06-20T08:00:00Z", 26, sixHours("cloudy", 8))
                .entry("2026-06-20T14:00:00Z", 21, sixHours("cloudy", 16))
                .entry("2026-06-20T20:00:00Z", 12, sixHours("cloudy", 32))
                .entry("2026-06-21T02:00:00Z", 13)
                .json();
        List<DailyForecast> days = daily(report(ask(body, "Asia/Kathmandu")));
        assertThat(days).hasSize(2);
        DailyForecast day = days.getFirst();
        assertThat(day.date()).isEqualTo(LocalDate.of(2026, 6, 20));
        assertThat(value(day, DailyVariable.TEMPERATURE_MAX)).isEqualTo(26);
        assertThat(value(day, DailyVariable.TEMPERATURE_MIN)).isEqualTo(18);
        assertThat(value(day, DailyVariable.PRECIPITATION_SUM)).isCloseTo(1 + 0.25 + 2 + 4 + 8 + 16, within(1e-9));
        assertThat(day.sky()).isEqualTo(Sky.of(Condition.RAIN, Intensity.MODERATE));
        assertThat(value(days.getLast(), DailyVariable.TEMPERATURE_MAX)).isEqualTo(13);
        assertThat(days.getLast().values().has(DailyVariable.PRECIPITATION_SUM))
                .isFalse(); // six hours of it are no day
    }

    @Test
    void readsThePolarNightOfLongyearbyen() {
        clock.set("2026-12-21T06:20:00Z");
        String body = ForecastText.updated("2026-12-21T05:40:00Z")
                .entry("2026-12-21T06:00:00Z", -21.5, hour("clearsky_polartwilight", 0))
                .entry("2026-12-21T07:00:00Z", -22, hour("fair_night", 0))
                .entry("2026-12-21T08:00:00Z", -22.5, sixHours("lightssnowshowersandthunder_polartwilight", 0.4))
                .entry("2026-12-21T14:00:00Z", -23, sixHours("partlycloudy_polartwilight", 0))
                .entry("2026-12-21T20:00:00Z", -24)
                .json();
        SourceReport report = report(ask(body, "Arctic/Longyearbyen"));
        assertThat(report.current().orElseThrow().conditions().sky()).isEqualTo(Sky.of(Condition.CLEAR));
        assertThat(hourly(report))
                .extracting(step -> step.conditions().sky())
                .containsExactly(
                        Sky.UNKNOWN,
                        Sky.of(Condition.CLEAR),
                        Sky.of(Condition.MOSTLY_CLEAR),
                        new Sky(Condition.SNOW_SHOWERS, Intensity.LIGHT, true),
                        Sky.of(Condition.PARTLY_CLOUDY));
        assertThat(daily(report)).hasSize(1);
        assertThat(daily(report).getFirst().date()).isEqualTo(LocalDate.of(2026, 12, 21));
        assertThat(value(daily(report).getFirst(), DailyVariable.TEMPERATURE_MIN))
                .isEqualTo(-24);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "air_temperature": 14.0                      | "air_temperature": "14"                      | properties.timeseries[2].data.instant.details.air_temperature is a string, not a number
            "air_temperature": 14.0                      | "air_temperature": 1e308                     | properties.timeseries[2].data.instant.details.air_temperature is 1.0E308 °C; temperature lies between
            "air_temperature": 14.0                      | "air_temperature": 1e999                     | properties.timeseries[2].data.instant.details.air_temperature is a number beyond all bounds
            "precipitation_amount": 3.7                  | "precipitation_amount": -0.1                 | properties.timeseries[1].data.next_6_hours.details.precipitation_amount is -0.1 mm; precipitation lies between
            "precipitation_amount": 3.7                  | "precipitation_amount": {"1h": 3.7}          | properties.timeseries[1].data.next_6_hours.details.precipitation_amount is an object, not a number
            "precipitation_amount": "mm"                 | "precipitation_amount": "inch"               | properties.meta.units.precipitation_amount is 'inch', which is no known unit
            "precipitation_amount": "mm"                 | "precipitation_amount": "%"                  | precipitation_amount is in %, which does not measure precipitation
            "precipitation_amount": "mm"                 | "precipitation_amounts": "mm"                | properties.meta.units.precipitation_amount is missing
            "symbol_code": "rain"}, "details": {"precipitation_amount": 3.7 | "symbol_code": 9}, "details": {"precipitation_amount": 3.7 | properties.timeseries[1].data.next_6_hours.summary.symbol_code is a number, not a string
            "data": {"instant": {"details": {"air_temperature": 14.0 | "data": {"instant": {"details": [{"air_temperature": 14}], "x": {"y": 14.0 | properties.timeseries[2].data.instant.details is an array, not an object
            """)
    void losesTheRunButNotTheCurrentConditionsToAFaultInALaterStep(String right, String wrong, String fault) {
        String body = ANSWER.replace(right, wrong);
        assertThat(body).isNotEqualTo(ANSWER);
        SourceReport report = report(ask(body));
        assertThat(report.current()).isPresent();
        assertThat(report.run()).isEmpty();
        clock.set("2026-06-20T09:10:00Z"); // before the series begins: there is nothing current to save
        assertThat(failure(ask(body)).reason()).isEqualTo(Reason.MALFORMED);
        assertThat(failure(ask(body)).detail())
                .startsWith("The answer of MET Norway cannot be used: ")
                .contains(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "time": "2026-06-20T17:00:00Z"   | "time": "2026-06-20T11:00:00Z"     | properties.timeseries[2].time is 2026-06-20T11:00:00Z, not after 2026-06-20T11:00:00Z
            "time": "2026-06-20T17:00:00Z"   | "time": "2026-06-20T09:00:00Z"     | properties.timeseries[2].time is 2026-06-20T09:00:00Z, not after 2026-06-20T11:00:00Z
            "time": "2026-06-20T17:00:00Z"   | "time": "2026-06-20T17:00:00"      | properties.timeseries[2].time is a string that is no ISO 8601 time with an offset
            "time": "2026-06-20T17:00:00Z"   | "time": "+999999999-01-01T00:00:00Z" | properties.timeseries[2].time is not a time between 1970 and 2999
            "time": "2026-06-20T10:00:00Z"   | "time": "1969-12-31T23:59:59Z"     | properties.timeseries[0].time is not a time between 1970 and 2999
            "time": "2026-06-20T17:00:00Z"   | "time": 1781974800                 | properties.timeseries[2].time is a number, not a string
            "time": "2026-06-20T17:00:00Z", "data" | "time": "2026-06-20T17:00:00Z", "date" | properties.timeseries[2].data is missing
            "timeseries": [                  | "timeseries": [null,               | properties.timeseries[0] is null, not an object
            "timeseries": [                  | "timeseries": {}, "other": [       | properties.timeseries is an object, not an array
            "timeseries": [                  | "other": [                         | properties.timeseries is missing
            "meta": {                        | "mete": {                          | properties.meta is missing
            "properties": {                  | "property": {                      | properties is missing
            """)
    void losesEverythingToAFaultInTheFrame(String right, String wrong, String fault) {
        String body = ANSWER.replace(right, wrong);
        assertThat(body).isNotEqualTo(ANSWER);
        assertThat(failure(ask(body)).reason()).isEqualTo(Reason.MALFORMED);
        assertThat(failure(ask(body)).detail()).isEqualTo("The answer of MET Norway cannot be used: " + fault + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "+999999999-12-31T23:59:59Z", "2026-06-20"})
    void keepsTheRunWithoutItsIssueTimeIfThatIsNone(String time) {
        SourceReport report = report(ask(ANSWER.replace("2026-06-20T09:31:02Z", time)));
        assertThat(report.run().orElseThrow().issuedAt()).isEmpty();
        assertThat(hourly(report)).hasSize(3);
    }

    @Test
    void readsTimesAtAnyOffset() {
        String body = ANSWER.replace("2026-06-20T17:00:00Z", "2026-06-20T22:45:00+05:45");
        assertThat(hourly(report(ask(body))).getLast().validTime()).isEqualTo(Instant.parse("2026-06-20T17:00:00Z"));
    }

    @Test
    void takesASymbolThatIsNotDocumentedForAnUnknownSky() {
        SourceReport report = report(ask(ANSWER.replace("\"rain\"", "\"frogs\"")));
        assertThat(hourly(report).getLast().conditions().sky()).isEqualTo(Sky.UNKNOWN);
        assertThat(hourly(report).getLast().period()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void needsNoUnitOfWhatIsNotThere() {
        String body =
                ANSWER.replace("\"wind_speed_of_gust\": \"m/s\",", "").replace("\"wind_speed_of_gust\": 7.1,", "");
        assertThat(hourly(report(ask(body)))).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"properties\":null}",
                "{\"properties\":{\"meta\":{},\"timeseries\":[]}}",
                "{\"properties\":{\"meta\":{},\"timeseries\":[{\"time\":\"2026-06-20T10:00:00Z\",\"data\":{}}]}}"
            })
    void callsAnAnswerWithoutWeatherMalformed(String body) {
        assertThat(failure(ask(body)).reason()).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void readsManyEntriesOfBlocksThatOverlapInNoTime() {
        ForecastText many = june();
        Instant start = Instant.parse("2026-06-20T10:00:00Z");
        for (int i = 0; i < 8000; i++) {
            many.entry(start.plusSeconds(i).toString(), 1, hour("rain", 1), sixHours("rain", 2));
        }
        List<ForecastStep> steps = hourly(report(ask(many.json())));
        assertThat(precipitation(steps)).isEqualTo(1 + 1 + 1); // 10:00, 11:00 and 12:00
    }

    @Test
    void neverThrowsWhateverItIsAnswered() {
        long seed = new Random().nextLong();
        System.out.println("LocationForecastTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            StringBuilder broken = new StringBuilder(ANSWER);
            for (int j = random.nextInt(6); j >= 0; j--) {
                int at = random.nextInt(broken.length());
                broken.setCharAt(at, "{}[]\",:0-9enul ".charAt(random.nextInt(15)));
            }
            broken.setLength(random.nextInt(10) == 0 ? random.nextInt(broken.length()) : broken.length());
            assertThat(ask(broken.toString())).isNotNull();
        }
    }
}
