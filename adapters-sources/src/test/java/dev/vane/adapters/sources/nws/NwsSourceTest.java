package dev.vane.adapters.sources.nws;

import static dev.vane.adapters.sources.Replies.NOW;
import static dev.vane.adapters.sources.Replies.daily;
import static dev.vane.adapters.sources.Replies.failure;
import static dev.vane.adapters.sources.Replies.hourly;
import static dev.vane.adapters.sources.Replies.report;
import static dev.vane.adapters.sources.Replies.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vane.adapters.sources.CapturedLog;
import dev.vane.adapters.sources.Replies;
import dev.vane.adapters.sources.StubAnswer;
import dev.vane.adapters.sources.StubProvider;
import dev.vane.adapters.sources.TestPlaces;
import dev.vane.adapters.sources.http.BaseUrl;
import dev.vane.adapters.sources.http.ProviderHttp;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.SourceInfo;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.domain.weather.Alert;
import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.SourceReport;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class NwsSourceTest {

    private static final String POINT = "/points/40.7143,-74.006";
    private static final String GRID = "/gridpoints/OKX/33,35";
    private static final String HOURLY = GRID + "/forecast/hourly";
    private static final String STATIONS = GRID + "/stations";
    private static final String NEAREST = "/stations/KNYC/observations/latest";

    private static final String CELL = """
            {"properties": {"gridId": "OKX", "gridX": 33, "gridY": 35,
             "forecastHourly": "http://elsewhere.example/gridpoints/OKX/33,35/forecast/hourly"}}""";

    /** Two days from 16:00 in New York on, 10 °C, a chance of 0, 1, 2 … %. */
    private static final String HOURS =
            """
            {"properties": {"updateTime": "2026-02-06T20:00:00+00:00", "periods": [%s]}}""".formatted(IntStream.range(0, 48).mapToObj(NwsSourceTest::period).collect(Collectors.joining(",")));

    private static final String RAW = """
            {"properties": {"updateTime": "2026-02-06T19:00:00+00:00",
             "temperature": {"uom": "wmoUnit:degC", "values": [{"validTime": "2026-02-06T18:00:00+00:00/P2D", "value": 9}]},
             "windGust": {"uom": "wmoUnit:km_h-1", "values": [{"validTime": "2026-02-06T21:00:00+00:00/PT2H", "value": 36},
               {"validTime": "2026-02-06T23:00:00+00:00/PT1H", "value": null}]},
             "skyCover": {"uom": "wmoUnit:percent", "values": [{"validTime": "2026-02-06T18:00:00+00:00/PT12H", "value": 40}]},
             "probabilityOfPrecipitation": {"uom": "wmoUnit:percent",
               "values": [{"validTime": "2026-02-06T18:00:00+00:00/PT6H", "value": 55}]},
             "quantitativePrecipitation": {"uom": "wmoUnit:mm", "values": [
               {"validTime": "2026-02-06T18:00:00+00:00/PT6H", "value": 3.5},
               {"validTime": "2026-02-07T00:00:00+00:00/P1DT6H", "value": 0}]},
             "snowfallAmount": {"uom": "wmoUnit:mm", "values": [
               {"validTime": "2026-02-06T18:00:00+00:00/PT6H", "value": 20}]},
             "weather": {"values": [{"validTime": "2026-02-06T18:00:00+00:00/PT4H", "value": [
               {"coverage": "likely", "weather": "rain", "intensity": "light"},
               {"coverage": "chance", "weather": "snow", "intensity": "heavy"}]}]},
             "pressure": {"values": []}}}""";

    private static final String STATION_LIST = """
            {"features": [%s]}""".formatted(stations("KNYC", "KLGA", "KEWR", "KJFK"));

    private static final String OBSERVED = """
            {"properties": {"timestamp": "2026-02-06T21:00:00+00:00",
             "textDescription": "Light Rain", "icon": null,
             "temperature": {"unitCode": "wmoUnit:degC", "value": 7.2, "qualityControl": "V"},
             "dewpoint": {"unitCode": "wmoUnit:degC", "value": null, "qualityControl": "Z"},
             "windSpeed": {"unitCode": "wmoUnit:km_h-1", "value": 18, "qualityControl": "qc:C"},
             "windGust": {"unitCode": "wmoUnit:km_h-1", "value": 99, "qualityControl": "X"},
             "windDirection": {"unitCode": "wmoUnit:degree_(angle)", "value": 90, "qualityControl": "qc:Q"},
             "seaLevelPressure": {"unitCode": "wmoUnit:Pa", "value": 101230, "qualityControl": "V"},
             "barometricPressure": {"unitCode": "wmoUnit:Pa", "value": 99000, "qualityControl": "V"},
             "precipitationLastHour": {"unitCode": "wmoUnit:mm", "value": 1.5, "qualityControl": "C"}}}""";

    private static final String ALERTS = "/alerts/active";

    private static final String WATCH = """
            {"features": [{"properties": {"id": "urn:watch", "event": "Flood Watch", "sent": "2026-02-06T20:00:00+00:00",
             "ends": "2026-02-07T12:00:00+00:00", "status": "Actual", "messageType": "Alert"}}]}""";

    private static final StubAnswer DOWN = StubAnswer.json("{\"title\": \"Unexpected Problem\", \"status\": 500}")
            .withStatus(500);

    private static String stations(String... ids) {
        return Arrays.stream(ids)
                .map(id -> "{\"properties\": {\"stationIdentifier\": \"" + id + "\"}}")
                .collect(Collectors.joining(","));
    }

    private static String period(int hour) {
        Instant start = Instant.parse("2026-02-06T21:00:00Z").plus(Duration.ofHours(hour));
        return """
                {"startTime": "%s", "endTime": "%s", "temperature": 50, "temperatureUnit": "F",
                 "probabilityOfPrecipitation": {"unitCode": "wmoUnit:percent", "value": %d},
                 "windSpeed": "10 mph", "windDirection": "NW",
                 "icon": "https://api.weather.gov/icons/land/day/bkn?size=small"}""".formatted(start, start.plus(Duration.ofHours(1)), hour);
    }

    private final StubProvider stub = StubProvider.start();
    private final MovableClock clock = new MovableClock(NOW);
    private final ProviderHttp http = new ProviderHttp(Replies.HTTP, clock);
    private final NwsSource source = source(http);

    private NwsSource source(ProviderHttp through) {
        return new NwsSource(new NwsSettings(BaseUrl.of(stub.baseUrl()), Duration.ofMinutes(30)), through, clock);
    }

    @BeforeEach
    void answerAll() {
        stub.answer(POINT, StubAnswer.json(CELL))
                .answer(HOURLY, StubAnswer.json(HOURS))
                .answer(GRID, StubAnswer.json(RAW))
                .answer(STATIONS, StubAnswer.json(STATION_LIST))
                .answer(NEAREST, StubAnswer.json(OBSERVED))
                .answer(ALERTS, StubAnswer.json("{\"features\": []}"));
    }

    @AfterEach
    void stop() {
        http.close();
        stub.close();
    }

    private SourceReply ask() {
        return source.ask(TestPlaces.NEW_YORK, CallMeter.UNLIMITED);
    }

    private void answer(StubAnswer answer, String... paths) {
        for (String path : paths) {
            stub.answer(path, answer);
        }
    }

    @Test
    void asksForCellAndStationsOnceADay() {
        for (int i = 0; i < 3; i++) {
            ask();
            clock.advance(Duration.ofMinutes(30));
        }
        assertThat(stub.calls(POINT)).isEqualTo(1);
        assertThat(stub.calls(STATIONS)).isEqualTo(1);
        assertThat(stub.calls(HOURLY)).isEqualTo(3);
        assertThat(stub.calls(GRID)).isEqualTo(3);
        assertThat(stub.calls(NEAREST)).isEqualTo(3);
        assertThat(stub.calls(ALERTS)).isEqualTo(3);
        assertThat(stub.calls()).isEqualTo(14);
        clock.advance(Duration.ofDays(1));
        ask();
        assertThat(stub.calls(POINT)).isEqualTo(2);
        assertThat(stub.calls(STATIONS)).isEqualTo(2);
    }

    @Test
    void usesTheEarlierCellAndStationsWhenTheyCannotBeAskedForAgain() {
        ask();
        clock.advance(Duration.ofDays(2));
        answer(DOWN, POINT, STATIONS);
        answer(StubAnswer.json(OBSERVED.replace("2026-02-06", "2026-02-08")), NEAREST);
        SourceReport report = report(ask());
        assertThat(stub.calls(POINT)).isEqualTo(2);
        assertThat(hourly(report)).hasSize(48);
        assertThat(report.current()).isPresent();
    }

    @Test
    void remembersForADayThatAPlaceIsNotCovered() {
        StubAnswer nowhere = StubAnswer.json("""
                {"type": "https://api.weather.gov/problems/InvalidPoint", "status": 404,
                 "title": "Data Unavailable For Requested Point"}""").withStatus(404);
        stub.answer("/points/52.5244,13.4105", nowhere);
        Failed first = failure(source.ask(TestPlaces.BERLIN, CallMeter.UNLIMITED));
        assertThat(first.reason()).isEqualTo(Reason.NOT_COVERED);
        assertThat(first.retryAfter()).contains(Duration.ofDays(1));
        clock.advance(Duration.ofHours(20));
        Failed later = failure(source.ask(TestPlaces.BERLIN, CallMeter.UNLIMITED));
        assertThat(later.reason()).isEqualTo(Reason.NOT_COVERED);
        assertThat(later.detail())
                .isEqualTo("The US National Weather Service answered 404: Data Unavailable For Requested Point");
        assertThat(later.retryAfter()).contains(Duration.ofHours(4));
        assertThat(stub.calls()).isEqualTo(1);
        clock.advance(Duration.ofHours(4));
        source.ask(TestPlaces.BERLIN, CallMeter.UNLIMITED);
        assertThat(stub.calls()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "OKX" | "../../x"
            "OKX" | "okx"
            "OKX" | "OKXYZ"
            "OKX" | ""
            "OKX" | "OKX/1,1/x?"
            "OKX" | null
            33    | -1
            33    | 1.5
            33    | "33"
            35    | 10000
            35    | 1e300
            """)
    void callsNoPathThatAHostileCellNames(String right, String wrong) {
        answer(StubAnswer.json(CELL.replace(": " + right, ": " + wrong)), POINT);
        Failed failed = failure(ask());
        assertThat(failed.reason()).isEqualTo(Reason.MALFORMED);
        assertThat(failed.detail()).contains("properties.grid").doesNotContain("../");
        assertThat(stub.calls()).isEqualTo(1);
    }

    @Test
    void followsNoAddressToAnotherHost() {
        try (StubProvider elsewhere = StubProvider.start()) {
            answer(StubAnswer.json(CELL.replace("http://elsewhere.example", elsewhere.baseUrl())), POINT);
            answer(StubAnswer.status(302).withHeader("Location", elsewhere.baseUrl()), GRID);
            assertThat(hourly(report(ask()))).hasSize(48);
            assertThat(elsewhere.calls()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../KNYC", "knyc", "", "K/1", "KNYCKNYCK"})
    void callsNoPathThatAHostileStationNames(String station) {
        answer(StubAnswer.json(STATION_LIST.replace("KNYC", station)), STATIONS);
        assertThat(report(ask()).current()).isEmpty();
        assertThat(stub.calls()).isEqualTo(5);
    }

    @Test
    void standsAtTheStartOfEachHourWithTheChanceOfTheHourBefore() {
        answer(DOWN, GRID);
        SourceReport report = report(ask());
        assertThat(report.fetchedAt()).isEqualTo(NOW);
        assertThat(report.run().orElseThrow().issuedAt()).contains(Instant.parse("2026-02-06T20:00:00Z"));
        ForecastStep first = hourly(report).getFirst();
        assertThat(first.validTime()).isEqualTo(Instant.parse("2026-02-06T21:00:00Z"));
        assertThat(first.period()).isZero();
        assertThat(value(first.conditions(), Variable.TEMPERATURE)).isEqualTo(10);
        assertThat(value(first.conditions(), Variable.WIND_SPEED)).isCloseTo(4.4704, within(1e-9));
        assertThat(first.conditions().sky()).isEqualTo(Sky.of(Condition.MOSTLY_CLOUDY));
        ForecastStep last = hourly(report).getLast();
        assertThat(last.period()).isEqualTo(Duration.ofHours(1));
        assertThat(value(last.conditions(), Variable.PRECIPITATION_PROBABILITY)).isEqualTo(46);
        assertThat(last.conditions().values().has(Variable.PRECIPITATION)).isFalse();
    }

    @Test
    void completesTheHourlyForecastFromTheRawGrid() {
        Conditions first = hourly(report(ask())).getFirst().conditions();
        assertThat(value(first, Variable.TEMPERATURE)).isEqualTo(10); // not the 9 of the raw grid
        assertThat(first.sky()).isEqualTo(Sky.of(Condition.MOSTLY_CLOUDY));
        assertThat(value(first, Variable.WIND_GUST)).isEqualTo(10);
        assertThat(value(first, Variable.CLOUD_COVER)).isEqualTo(40);
        assertThat(value(first, Variable.PRECIPITATION_PROBABILITY)).isEqualTo(55);
        Conditions third = hourly(report(ask())).get(2).conditions();
        assertThat(third.values().has(Variable.WIND_GUST)).isFalse();
    }

    @Test
    void keepsAnAmountOfSixHoursWhole() {
        var steps = hourly(report(ask()));
        ForecastStep wet = steps.get(3);
        assertThat(wet.validTime()).isEqualTo(Instant.parse("2026-02-07T00:00:00Z"));
        assertThat(wet.period()).isEqualTo(Duration.ofHours(6));
        assertThat(value(wet.conditions(), Variable.PRECIPITATION)).isEqualTo(3.5);
        assertThat(value(wet.conditions(), Variable.SNOWFALL)).isEqualTo(2);
        assertThat(value(wet.conditions(), Variable.PRECIPITATION_PROBABILITY)).isEqualTo(55);
        for (ForecastStep within : steps.subList(0, 3)) {
            assertThat(within.period()).isEqualTo(Duration.ofHours(1));
            assertThat(within.conditions().values().has(Variable.PRECIPITATION)).isFalse();
        }
    }

    @Test
    void takesNoneInManyHoursForNoneInEach() {
        ForecastStep dry = hourly(report(ask())).get(10);
        assertThat(dry.period()).isEqualTo(Duration.ofHours(1));
        assertThat(value(dry.conditions(), Variable.PRECIPITATION)).isZero();
        assertThat(value(dry.conditions(), Variable.PRECIPITATION_PROBABILITY)).isEqualTo(9);
    }

    @Test
    void makesDaysInTheZoneOfThePlace() {
        SourceReport report = report(ask());
        var day = daily(report).getFirst();
        assertThat(day.date()).isEqualTo(LocalDate.of(2026, 2, 7));
        assertThat(value(day, DailyVariable.PRECIPITATION_SUM)).isZero();
        assertThat(value(day, DailyVariable.TEMPERATURE_MAX)).isEqualTo(10);
    }

    @Test
    void addsTheAmountsOfADayUp() {
        String amounts = """
                {"validTime": "2026-02-07T00:00:00+00:00/PT6H", "value": 1},
                {"validTime": "2026-02-07T06:00:00+00:00/PT6H", "value": 2},
                {"validTime": "2026-02-07T12:00:00+00:00/PT6H", "value": 4},
                {"validTime": "2026-02-07T18:00:00+00:00/PT6H", "value": 8},
                {"validTime": "2026-02-08T00:00:00+00:00/PT5H", "value": 0.5},
                {"validTime": "2026-02-08T05:00:00+00:00/PT6H", "value": 16}]},""";
        int from = RAW.indexOf("{\"validTime\": \"2026-02-07T00");
        String raw = RAW.substring(0, from) + amounts + RAW.substring(RAW.indexOf("\"snowfallAmount\""));
        answer(StubAnswer.json(raw), GRID);
        var steps = hourly(report(ask()));
        assertThat(steps.get(21).period()).isEqualTo(Duration.ofHours(6));
        assertThat(value(steps.get(21).conditions(), Variable.PRECIPITATION_PROBABILITY))
                .isEqualTo(20); // the highest of the hours of the interval: that of the last one
        var day = daily(report(ask())).getFirst();
        assertThat(day.date()).isEqualTo(LocalDate.of(2026, 2, 7)); // from 05:00 UTC on
        assertThat(value(day, DailyVariable.PRECIPITATION_SUM)).isEqualTo(14.5);
    }

    @ParameterizedTest
    @CsvSource({ // in the polar night, where all icons are for the night; and east of the date line
        "71.2906, -156.7887, America/Anchorage, 2026-02-06, 3",
        "13.4443, 144.7937, Pacific/Guam, 2026-02-07, 2"
    })
    void cutsDaysWhereverThePlaceLies(double latitude, double longitude, String zone, LocalDate first, int days) {
        answer(StubAnswer.json(CELL), "/points/" + latitude + "," + longitude);
        answer(StubAnswer.json(HOURS.replace("/day/", "/night/")), HOURLY);
        var place = TestPlaces.place(latitude, longitude, OptionalInt.empty(), zone);
        SourceReport report = report(source.ask(place, CallMeter.UNLIMITED));
        assertThat(hourly(report).getFirst().conditions().sky()).isEqualTo(Sky.of(Condition.MOSTLY_CLOUDY));
        assertThat(daily(report)).hasSize(days);
        assertThat(daily(report).getFirst().date()).isEqualTo(first);
    }

    @Test
    void standsInWithTheRawGridWhenTheHourlyForecastFails() {
        answer(StubAnswer.html(503), HOURLY);
        SourceReport report = report(ask());
        assertThat(report.run().orElseThrow().issuedAt()).contains(Instant.parse("2026-02-06T19:00:00Z"));
        var steps = hourly(report);
        assertThat(steps).hasSize(45); // from 21:00 to the end of the temperature
        assertThat(steps.getFirst().validTime()).isEqualTo(Instant.parse("2026-02-06T21:00:00Z"));
        assertThat(value(steps.getFirst().conditions(), Variable.TEMPERATURE)).isEqualTo(9);
        assertThat(steps.getFirst().conditions().sky()).isEqualTo(Sky.of(Condition.SNOW, Sky.Intensity.HEAVY));
        assertThat(steps.get(1).conditions().sky()).isEqualTo(Sky.of(Condition.PARTLY_CLOUDY));
        assertThat(value(steps.get(3).conditions(), Variable.PRECIPITATION)).isEqualTo(3.5);
        assertThat(value(steps.get(3).conditions(), Variable.PRECIPITATION_PROBABILITY))
                .isEqualTo(55);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wmoUnit:mm              | wmoUnit:inch
            "value": 3.5            | "value": "3.5"
            "value": 3.5            | "value": -3.5
            18:00:00+00:00/PT6H", "value": 3.5 | 18:00:00+00:00/PT0H", "value": 3.5
            18:00:00+00:00/PT6H", "value": 3.5 | 18:00:00+00:00/P1M", "value": 3.5
            18:00:00+00:00/PT6H", "value": 3.5 | 18:00:00+00:00/P99D", "value": 3.5
            18:00:00+00:00/PT6H", "value": 3.5 | 18:00:00+00:00", "value": 3.5
            18:00:00+00:00/PT6H", "value": 3.5 | 18:00:00/PT6H", "value": 3.5
            18:00:00+00:00/PT6H", "value": 3.5 | 18:00:00+00:00/PT7H", "value": 3.5
            """)
    void leavesOutOnlyTheLayerWithAFault(String right, String wrong) {
        answer(StubAnswer.json(RAW.replace(right, wrong)), GRID);
        Conditions conditions = hourly(report(ask())).get(3).conditions();
        assertThat(conditions.values().has(Variable.PRECIPITATION)).isFalse();
        assertThat(value(conditions, Variable.CLOUD_COVER)).isEqualTo(40);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10 mph       | 4.4704
            5 to 10 mph  | 3.3528
            0 mph        | 0
            Calm         | 0
            18 km/h      | 5
            2 to 34 km/h | 5
            """)
    void readsWindWrittenAsText(String text, double speed) {
        answer(StubAnswer.json(HOURS.replace("10 mph", text)), HOURLY);
        assertThat(value(hourly(report(ask())).getFirst().conditions(), Variable.WIND_SPEED))
                .isCloseTo(speed, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "10 mph"              | "fast"       | windSpeed is a string that is no speed such as '5 to 10 mph'
            "10 mph"              | "10 knots"   | windSpeed is a string that is no speed
            "10 mph"              | "999 mph"    | windSpeed is 999.0 mph; windSpeed lies between
            "10 mph"              | 10           | windSpeed is a number, not a string
            "NW"                  | "up"         | windDirection is a string that is no point of the compass
            "temperature": 50     | "temperature": "50" | temperature is a string, not a number
            "temperature": 50     | "temperature": 500  | temperature is 500.0 °F
            "F"                   | "K"          | temperatureUnit is 'K', not F or C
            "F"                   | null         | temperatureUnit is missing
            wmoUnit:percent       | wmoUnit:degC | value is in °C, which does not measure precipitationProbability
            wmoUnit:percent       | wmoUnit:x    | unitCode is 'wmoUnit:x', a unit that is not known
            "2026-02-06T21:00:00Z", "endTime" | "today", "endTime" | startTime is a string that is no ISO 8601 time
            "2026-02-06T21:00:00Z", "endTime" | null, "endTime" | startTime is missing
            "2026-02-06T21:00:00Z", "endTime" | "+999999999-01-01T00:00:00Z", "endTime" | startTime is in the year
            "endTime": "2026-02-06T22 | "endTime": "2026-02-06T20 | endTime is 2026-02-06T20:00:00Z, not after the start
            "endTime": "2026-02-06T22 | "endTime": "2026-02-06T23 | before the end of the period before it
            "periods"             | "hours"      | properties.periods is missing
            """)
    void namesTheFaultInTheHourlyForecast(String right, String wrong, String fault) {
        String body = HOURS.replace(right, wrong);
        assertThat(body).isNotEqualTo(HOURS);
        answer(StubAnswer.json(body), HOURLY);
        answer(DOWN, GRID, STATIONS);
        Failed failed = failure(ask());
        assertThat(failed.reason()).isEqualTo(Reason.MALFORMED);
        assertThat(failed.detail()).contains(fault);
    }

    @Test
    void toleratesWhatMayBeAbsentInAPeriod() {
        String bare = """
                {"properties": {"periods": [{"startTime": "2026-02-06T21:00:00Z", "endTime": "2026-02-06T22:00:00Z",
                 "temperature": 1, "temperatureUnit": "C", "windSpeed": "", "windDirection": null, "icon": null,
                 "dewpoint": {"unitCode": "wmoUnit:degC", "value": null}, "probabilityOfPrecipitation": null}]}}""";
        answer(StubAnswer.json(bare), HOURLY);
        answer(DOWN, GRID);
        Conditions only = hourly(report(ask())).getFirst().conditions();
        assertThat(only.values().known()).containsExactly(Variable.TEMPERATURE);
        assertThat(only.sky()).isEqualTo(Sky.UNKNOWN);
    }

    @Test
    void readsAnObservationWithoutWhatFailedItsChecks() {
        var now = report(ask()).current().orElseThrow();
        assertThat(now.validTime()).isEqualTo(Instant.parse("2026-02-06T21:00:00Z"));
        assertThat(now.period()).isEqualTo(Duration.ofHours(1));
        assertThat(now.conditions().sky()).isEqualTo(Sky.of(Condition.RAIN, Sky.Intensity.LIGHT));
        assertThat(value(now.conditions(), Variable.TEMPERATURE)).isEqualTo(7.2);
        assertThat(value(now.conditions(), Variable.WIND_SPEED)).isEqualTo(5);
        assertThat(value(now.conditions(), Variable.PRESSURE_MSL)).isEqualTo(1012.3);
        assertThat(value(now.conditions(), Variable.PRECIPITATION)).isEqualTo(1.5);
        assertThat(now.conditions().values().known()).hasSize(4);
    }

    @Test
    void asksTheNextStationWhenTheNearestHasNoTemperature() {
        answer(StubAnswer.json(OBSERVED.replace("7.2", "null")), NEAREST);
        answer(StubAnswer.json(OBSERVED.replace("7.2", "6.1")), "/stations/KLGA/observations/latest");
        assertThat(value(report(ask()).current().orElseThrow().conditions(), Variable.TEMPERATURE))
                .isEqualTo(6.1);
    }

    @Test
    void asksThreeStationsAtMostAndTakesWhatTheNearestHas() {
        answer(
                StubAnswer.json(OBSERVED.replace("7.2", "null")),
                NEAREST,
                "/stations/KEWR/observations/latest",
                "/stations/KJFK/observations/latest");
        Conditions now = report(ask()).current().orElseThrow().conditions();
        assertThat(now.values().has(Variable.TEMPERATURE)).isFalse();
        assertThat(value(now, Variable.WIND_SPEED)).isEqualTo(5);
        assertThat(stub.calls("/stations/KEWR/observations/latest")).isEqualTo(1);
        assertThat(stub.calls("/stations/KJFK/observations/latest")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-06T19:39:59Z, false",
        "2026-02-06T19:40:00Z, true",
        "2026-02-06T21:50:00Z, true",
        "2026-02-06T21:50:01Z, false"
    })
    void takesNoObservationThatIsTooFarFromNow(String time, boolean taken) {
        answer(StubAnswer.json(OBSERVED.replace("2026-02-06T21:00:00+00:00", time)), NEAREST);
        assertThat(report(ask()).current().isPresent()).isEqualTo(taken);
    }

    @Test
    void keepsTheCurrentWeatherWhenBothForecastsFail() {
        answer(DOWN, HOURLY, GRID);
        SourceReport report = report(ask());
        assertThat(report.current()).isPresent();
        assertThat(report.run()).isEmpty();
    }

    @Test
    void keepsTheForecastWhenThereIsNoObservation() {
        answer(StubAnswer.html(502), NEAREST);
        SourceReport report = report(ask());
        assertThat(report.current()).isEmpty();
        assertThat(hourly(report)).hasSize(48);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            500 | {"title":"Unexpected Problem","detail":"An <b>unexpected</b> problem"} | PROVIDER_ERROR | answered 500: An unexpected problem
            500 | {"title":"Unexpected Problem"}           | PROVIDER_ERROR | answered 500: Unexpected Problem
            503 | <html>down</html>                        | PROVIDER_ERROR | answered 503.
            404 | {"type":"https://api.weather.gov/problems/NotFound"} | REJECTED | answered 404.
            404 | {"type":7,"detail":[]}                   | REJECTED       | answered 404.
            403 | <html>Access Denied</html>               | UNAUTHORIZED   | answered 403.
            301 | ''                                       | MALFORMED      | answered 301.
            200 | ''                                       | MALFORMED      | cannot be used: the answer is empty.
            200 | <html>maintenance</html>                 | MALFORMED      | cannot be used: the answer is markup
            200 | []                                       | MALFORMED      | cannot be used: the answer is an array, not an object.
            """)
    void readsHowTheServiceSaysNo(int status, String body, Reason reason, String detail) {
        StubAnswer no = StubAnswer.json(body).withStatus(status);
        answer(no, HOURLY, GRID, STATIONS);
        assertThat(failure(ask()).reason()).isEqualTo(reason);
        assertThat(failure(ask()).detail())
                .startsWith("The ")
                .contains("US National Weather Service")
                .contains(detail);
        answer(no, POINT);
        clock.advance(Duration.ofDays(2));
        assertThat(failure(source(http).ask(TestPlaces.NEW_YORK, CallMeter.UNLIMITED))
                        .detail())
                .contains(detail);
    }

    @Test
    void reportsTheWarningsForThePoint() {
        assertThat(report(ask()).alerts()).contains(List.of());
        answer(StubAnswer.json(WATCH), ALERTS);
        assertThat(report(ask()).alerts().orElseThrow())
                .singleElement()
                .returns("urn:watch", Alert::id)
                .returns("Flood Watch", Alert::event);
        assertThat(stub.requests().stream().map(request -> request.uri().toString()))
                .contains(ALERTS + "?point=40.7143,-74.006");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 429, 500, 503})
    void losesNothingElseWhenTheWarningsFail(int status) {
        answer(StubAnswer.json("{\"features\": {}}").withStatus(status), ALERTS);
        try (CapturedLog log = CapturedLog.start()) {
            SourceReport report = report(ask());
            assertThat(report.alerts()).isEmpty();
            assertThat(hourly(report)).hasSize(48);
            assertThat(report.current()).isPresent();
            assertThat(log.text()).contains("part of the answer of nws is lost: [no warnings: The");
        }
    }

    @Test
    void keepsTheWarningsThatAreAsDocumented() {
        answer(StubAnswer.json(WATCH.replace("\"features\": [", "\"features\": [null, ")), ALERTS);
        try (CapturedLog log = CapturedLog.start()) {
            assertThat(report(ask()).alerts().orElseThrow()).hasSize(1);
            assertThat(log.text()).contains("[a warning is lost: features[0] is null, not an object]");
        }
    }

    @Test
    void reportsNoWarningsWithoutWeather() {
        answer(DOWN, HOURLY, GRID, NEAREST);
        answer(StubAnswer.json(WATCH), ALERTS);
        assertThat(failure(ask()).reason()).isEqualTo(Reason.PROVIDER_ERROR);
    }

    @Test
    void waitsWhenAnyPartAsksForIt() {
        answer(DOWN, HOURLY, STATIONS);
        answer(StubAnswer.status(429).withHeader("Retry-After", "5"), GRID);
        Failed failed = failure(ask());
        assertThat(failed.reason()).isEqualTo(Reason.RATE_LIMITED);
        assertThat(failed.retryAfter()).contains(Duration.ofSeconds(5));
    }

    @Test
    void asksForTheCellAgainWhenItsOfficeDoesNotKnowIt() {
        answer(StubAnswer.status(404), HOURLY, GRID);
        ask();
        ask();
        assertThat(stub.calls(POINT)).isEqualTo(2);
    }

    @Test
    void usesWhatCameWithinTheOneTimeLimit() {
        StubAnswer late = StubAnswer.json("{}").after(Duration.ofMinutes(10));
        try (ProviderHttp hasty = new ProviderHttp(Replies.impatient(2500), clock)) {
            NwsSource nws = source(hasty);
            answer(late, STATIONS, GRID);
            assertThat(hourly(report(nws.ask(TestPlaces.NEW_YORK, CallMeter.UNLIMITED))))
                    .hasSize(48);
            clock.advance(Duration.ofDays(2));
            answer(late, POINT); // half of the time is left for the rest
            assertThat(hourly(report(nws.ask(TestPlaces.NEW_YORK, CallMeter.UNLIMITED))))
                    .hasSize(48);
            assertThat(stub.calls(POINT)).isEqualTo(2);
        }
    }

    @Test
    void endsWithinOneTimeLimitWhateverHangs() {
        StubAnswer late = StubAnswer.json("{}").after(Duration.ofMinutes(10));
        answer(late, HOURLY, GRID, STATIONS);
        ask(Duration.ofMillis(700), Reason.TIMED_OUT);
        answer(late, POINT);
        ask(Duration.ofMillis(200), Reason.TIMED_OUT);
    }

    private void ask(Duration limit, Reason reason) {
        try (ProviderHttp hasty = new ProviderHttp(Replies.impatient(limit.toMillis()), clock)) {
            assertThat(failure(source(hasty).ask(TestPlaces.NEW_YORK, CallMeter.UNLIMITED))
                            .reason())
                    .isEqualTo(reason);
        }
    }

    @Test
    void comesBackAtOnceWhenItIsStopped() {
        Thread.currentThread().interrupt();
        assertThat(failure(ask()).reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void neverThrowsWhateverItIsAnswered() {
        long seed = new Random().nextLong();
        System.out.println("NwsSourceTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 80; i++) {
            answer(StubAnswer.json(broken(HOURS, random)), HOURLY);
            answer(StubAnswer.json(broken(RAW, random)), GRID);
            answer(StubAnswer.json(broken(OBSERVED, random)), NEAREST);
            answer(StubAnswer.json(broken(STATION_LIST, random)), STATIONS);
            answer(StubAnswer.json(random.nextInt(4) == 0 ? broken(CELL, random) : CELL), POINT);
            assertThat(ask()).isNotNull();
            clock.advance(Duration.ofDays(1));
        }
    }

    private static String broken(String text, Random random) {
        StringBuilder broken = new StringBuilder(text);
        for (int j = random.nextInt(4); j >= 0; j--) {
            broken.setCharAt(random.nextInt(broken.length()), "{}[]\",:0-9enulPT/ ".charAt(random.nextInt(18)));
        }
        return broken.toString();
    }

    @Test
    void tellsWhoItIs() {
        SourceInfo info = source.info();
        assertThat(info.id()).hasToString("nws");
        assertThat(info.name()).isEqualTo("US National Weather Service");
        assertThat(info.attribution()).isEqualTo("Data from the US National Weather Service (public domain)");
        assertThat(info.link()).hasToString("https://www.weather.gov/");
        assertThat(info.refreshInterval()).isEqualTo(Duration.ofMinutes(30));
        assertThat(info.simulated()).isFalse();
    }

    @Test
    void pinsTheDefaultSettings() {
        NwsSettings settings = NwsSettings.standard();
        assertThat(settings.baseUrl()).isEqualTo(BaseUrl.of("https://api.weather.gov"));
        assertThat(settings.refreshInterval()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void refusesARefreshIntervalThatIsNone() {
        BaseUrl url = BaseUrl.of(stub.baseUrl());
        assertThatThrownBy(() -> new NwsSettings(url, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT0S");
    }
}
