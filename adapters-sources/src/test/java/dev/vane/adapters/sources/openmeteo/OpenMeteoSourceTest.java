package dev.vane.adapters.sources.openmeteo;

import static dev.vane.adapters.sources.Replies.CLOCK;
import static dev.vane.adapters.sources.Replies.NOW;
import static dev.vane.adapters.sources.Replies.daily;
import static dev.vane.adapters.sources.Replies.failure;
import static dev.vane.adapters.sources.Replies.hourly;
import static dev.vane.adapters.sources.Replies.report;
import static dev.vane.adapters.sources.Replies.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vane.adapters.sources.Replies;
import dev.vane.adapters.sources.StubAnswer;
import dev.vane.adapters.sources.StubProvider;
import dev.vane.adapters.sources.TestPlaces;
import dev.vane.adapters.sources.http.BaseUrl;
import dev.vane.adapters.sources.http.ProviderHttp;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.SourceInfo;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.SourceReport;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenMeteoSourceTest {

    /** As Vane's own call is answered; the clocks change on 29 March, between the two days. */
    private static final String ANSWER = """
            {"latitude": 52.52, "longitude": 13.42, "utc_offset_seconds": 3600, "timezone": "Europe/Berlin",
             "current_units": {"time": "unixtime", "interval": "seconds", "temperature_2m": "°C", "precipitation": "mm",
               "rain": "mm", "showers": "mm", "wind_speed_10m": "m/s", "weather_code": "wmo code"},
             "current": {"time": 1774717200, "interval": 900, "temperature_2m": 7.5, "precipitation": 0.3, "rain": 0.1,
               "showers": 0.2, "wind_speed_10m": 4.5, "weather_code": 80},
             "hourly_units": {"time": "unixtime", "temperature_2m": "°F", "rain": "mm", "showers": "mm", "snowfall": "cm",
               "snow_depth": "m", "visibility": "m", "precipitation_probability": "%", "wind_gusts_10m": "km/h",
               "uv_index": "", "shortwave_radiation": "W/m²", "sunshine_duration": "s", "pressure_msl": "hPa",
               "weather_code": "wmo code"},
             "hourly": {"time": [1774738800, 1774742400, 1774746000, 1774749600],
               "temperature_2m": [50, 41, null, null], "rain": [0.5, 0.5, null, null], "showers": [0.25, null, null, null],
               "snowfall": [0.7, 0, null, null], "snow_depth": [0.12, 0.12, null, null],
               "visibility": [24140, 24140, null, null], "precipitation_probability": [55, 54, null, null],
               "wind_gusts_10m": [36, 18, null, null], "uv_index": [0.05, 0, null, null],
               "shortwave_radiation": [12, 0, null, null], "sunshine_duration": [1800, 0, null, null],
               "pressure_msl": [1001.2, 1001.1, 1001.0, null], "weather_code": [95, 3, null, null]},
             "daily_units": {"time": "unixtime", "temperature_2m_max": "°C", "rain_sum": "mm", "showers_sum": "mm",
               "weather_code": "wmo code"},
             "daily": {"time": [1774652400, 1774738800, 1774825200], "temperature_2m_max": [9.5, 11.0, null],
               "rain_sum": [1.5, 0, null], "showers_sum": [0.5, 0, null], "weather_code": [80, 3, null]}}
            """;

    private final StubProvider stub = StubProvider.start();
    private final ProviderHttp http = new ProviderHttp(Replies.HTTP, CLOCK);
    private final OpenMeteoSource source = source(http);

    private OpenMeteoSource source(ProviderHttp client) {
        OpenMeteoSettings settings = new OpenMeteoSettings(BaseUrl.of(stub.baseUrl()), 10, Duration.ofMinutes(15));
        return new OpenMeteoSource(settings, new OpenMeteoClient(client, CLOCK), CLOCK);
    }

    @AfterEach
    void stop() {
        http.close();
        stub.close();
    }

    private SourceReply ask(StubAnswer answer) {
        stub.answer("/v1/forecast", answer);
        return source.ask(TestPlaces.BERLIN, CallMeter.UNLIMITED);
    }

    private SourceReply ask(String body) {
        return ask(StubAnswer.json(body));
    }

    private Map<String, String> query(Place place) {
        stub.answer("/v1/forecast", StubAnswer.json(ANSWER));
        source.ask(place, CallMeter.UNLIMITED);
        return LastQuery.of(stub);
    }

    @Test
    void asksOnceForEverythingInUnitsThatItNames() {
        Map<String, String> query = query(TestPlaces.NEW_YORK);
        assertThat(stub.calls()).isEqualTo(1);
        assertThat(query)
                .containsEntry("latitude", "40.71427")
                .containsEntry("longitude", "-74.00597")
                .containsEntry("elevation", "10")
                .containsEntry("timezone", "America/New_York")
                .containsEntry("timeformat", "unixtime")
                .containsEntry("forecast_days", "10")
                .containsEntry("temperature_unit", "celsius")
                .containsEntry("wind_speed_unit", "ms")
                .containsEntry("precipitation_unit", "mm");
        assertThat(query.get("hourly").split(","))
                .hasSize(20)
                .contains("temperature_2m", "rain", "showers", "weather_code");
        assertThat(query.get("daily").split(",")).hasSize(18).contains("temperature_2m_max", "weather_code");
        assertThat(query.get("current").split(",")).hasSize(18).doesNotContain("precipitation_probability");
    }

    @ParameterizedTest
    @CsvSource({"UTC, GMT", "+02:00, GMT", "Z, GMT", "Etc/UTC, GMT", "Asia/Kolkata, Asia/Kolkata"})
    void asksForTheZoneOnlyIfOpenMeteoKnowsItsName(String zone, String asked) {
        Place place = TestPlaces.place(0.00001, -0.00001, OptionalInt.empty(), zone);
        assertThat(query(place))
                .containsEntry("timezone", asked)
                .containsEntry("latitude", "0.00001")
                .doesNotContainKey("elevation");
    }

    @Test
    void decodesCurrentConditionsOverTheIntervalThatTheyDeclare() {
        Observation now = report(ask(ANSWER)).current().orElseThrow();
        assertThat(now.validTime()).isEqualTo(Instant.parse("2026-03-28T17:00:00Z"));
        assertThat(now.period()).isEqualTo(Duration.ofMinutes(15));
        assertThat(now.conditions().sky()).isEqualTo(Sky.of(Condition.RAIN_SHOWERS, Sky.Intensity.LIGHT));
        assertThat(value(now.conditions(), Variable.RAIN)).isCloseTo(0.3, within(1e-12));
        assertThat(value(now.conditions(), Variable.PRECIPITATION)).isEqualTo(0.3);
    }

    @Test
    void decodesHoursInTheUnitsThatTheAnswerDeclares() {
        ForecastStep step = hourly(report(ask(ANSWER))).getFirst();
        Conditions first = step.conditions();
        assertThat(step.validTime()).isEqualTo(Instant.parse("2026-03-28T23:00:00Z"));
        assertThat(step.period()).isEqualTo(Duration.ofHours(1));
        assertThat(first.sky().thunder()).isTrue();
        assertThat(value(first, Variable.TEMPERATURE)).isCloseTo(10, within(1e-9));
        assertThat(value(first, Variable.WIND_GUST)).isCloseTo(10, within(1e-9));
        assertThat(value(first, Variable.SNOW_DEPTH)).isCloseTo(12, within(1e-9));
        assertThat(value(first, Variable.SNOWFALL)).isEqualTo(0.7);
        assertThat(value(first, Variable.RAIN)).isEqualTo(0.75);
        assertThat(value(first, Variable.SUNSHINE_DURATION)).isEqualTo(1800);
    }

    @Test
    void leavesOutNullValuesAndStepsOfWhichNothingIsKnown() {
        List<ForecastStep> steps = hourly(report(ask(ANSWER)));
        assertThat(steps).hasSize(3);
        assertThat(steps.get(1).conditions().values().has(Variable.RAIN))
                .isFalse(); // there are showers, of unknown depth
        assertThat(steps.get(2).conditions().values().known()).containsExactly(Variable.PRESSURE_MSL);
        assertThat(steps.get(2).period()).isZero();
    }

    @Test
    void datesDaysByTheOffsetOfTheAnswerAlsoBeyondAChangeOfTheClocks() {
        List<DailyForecast> days = daily(report(ask(ANSWER)));
        assertThat(days)
                .extracting(DailyForecast::date)
                .containsExactly(LocalDate.of(2026, 3, 28), LocalDate.of(2026, 3, 29));
        assertThat(value(days.getFirst(), DailyVariable.RAIN_SUM)).isEqualTo(2.0);
    }

    @Test
    void datesDaysRightIfTheyBeginAtTheZonesOwnMidnight() {
        String atMidnight = ANSWER.replace("1774825200]", "1774821600]").replace("11.0, null]", "11.0, 12.0]");
        assertThat(daily(report(ask(atMidnight))).getLast().date()).isEqualTo(LocalDate.of(2026, 3, 30));
    }

    @Test
    void takesAColumnOfNullsForNotSaidWhateverItsUnit() {
        String noGusts = ANSWER.replace("\"wind_gusts_10m\": \"km/h\"", "\"wind_gusts_10m\": \"undefined\"")
                .replace("\"wind_gusts_10m\": [36, 18,", "\"wind_gusts_10m\": [null, null,");
        Conditions first = hourly(report(ask(noGusts))).getFirst().conditions();
        assertThat(first.values().has(Variable.WIND_GUST)).isFalse();
        assertThat(first.values().has(Variable.TEMPERATURE)).isTrue();
    }

    @Test
    void knowsAPlaceThatNoModelCoversFromAWrongRequest() {
        String reason = "{\"error\":true,\"reason\":\"No data is available for this location\"}";
        assertThat(failure(ask(StubAnswer.json(reason).withStatus(400))).reason())
                .isEqualTo(Reason.NOT_COVERED);
        assertThat(failure(ask(reason)).reason()).isEqualTo(Reason.NOT_COVERED);
    }

    @Test
    void saysWhenItHadTheAnswerByItsOwnClock() {
        SourceReport report = report(ask(ANSWER));
        assertThat(report.fetchedAt()).isEqualTo(NOW);
        assertThat(report.run().orElseThrow().availableAt()).isEqualTo(NOW);
        assertThat(report.run().orElseThrow().issuedAt()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "temperature_2m": [50, 41        | "temperature_2m": [50, "41"         | hourly.temperature_2m[1] is a string, not a number
            "temperature_2m": [50, 41        | "temperature_2m": [50, 4100         | hourly.temperature_2m[1] is 4100.0 °F; temperature lies between
            "temperature_2m": [50, 41        | "temperature_2m": [50, 41, 1        | hourly.temperature_2m has 5 values, hourly.time has 4
            "temperature_2m": "°F"           | "temperature_2m": "°R"              | hourly_units.temperature_2m is '°R', which is no known unit
            "temperature_2m": "°F"           | "temperature_2n": "°F"              | hourly_units.temperature_2m is missing
            "temperature_2m": "°F"           | "temperature_2m": "hPa"             | hourly.temperature_2m[0] is in hPa, which does not measure temperature
            1774742400, 1774746000           | 1774742400, 1774742400              | hourly.time[2] is 2026-03-29T00:00:00Z, not after 2026-03-29T00:00:00Z
            1774742400, 1774746000           | 1774746000, 1774742400              | hourly.time[2] is 2026-03-29T00:00:00Z, not after 2026-03-29T01:00:00Z
            "hourly": {"time": [             | "hourly": {"time": 1, "times": [    | hourly.time is a number, not an array
            "hourly_units": {"time": "unixtime" | "hourly_units": {"time": "julian" | hourly_units.time is 'julian', not iso8601 or unixtime
            "weather_code": [95, 3           | "weather_code": [9.5, 3             | hourly.weather_code[0] is 9.5, not an integer
            "showers": "mm", "snowfall"      | "showers": "inch", "snowfall"       | hourly_units.showers is another unit than hourly_units.rain
            """)
    void losesTheRunButNotTheCurrentConditionsToAFaultInTheHours(String right, String wrong, String fault) {
        String body = ANSWER.replace(right, wrong);
        assertThat(body).isNotEqualTo(ANSWER);
        SourceReport report = report(ask(body));
        assertThat(report.current()).isPresent();
        assertThat(report.run()).isEmpty();
        String hoursOnly = body.replace("\"current\":", "\"then\":").replace("\"daily\":", "\"weekly\":");
        assertThat(failure(ask(hoursOnly)).reason()).isEqualTo(Reason.MALFORMED);
        assertThat(failure(ask(hoursOnly)).detail())
                .startsWith("The answer of Open-Meteo cannot be used: ")
                .contains(fault);
    }

    @Test
    void keepsTheHoursWhenThereIsAFaultInTheDays() {
        SourceReport report = report(ask(ANSWER.replace("[9.5, 11.0", "[\"9.5\", 11.0")));
        assertThat(hourly(report)).hasSize(3);
        assertThat(daily(report)).isEmpty();
    }

    @Test
    void keepsTheRunWhenThereIsAFaultInTheCurrentConditions() {
        SourceReport report = report(ask(ANSWER.replace("\"interval\": 900,", "")));
        assertThat(report.current()).isEmpty();
        assertThat(hourly(report)).hasSize(3);
    }

    @Test
    void takesACodeThatIsNotDocumentedForAnUnknownSky() {
        SourceReport report = report(ask(ANSWER.replace("[95, 3", "[42, 3")));
        assertThat(hourly(report).getFirst().conditions().sky()).isEqualTo(Sky.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Minutely API request limit exceeded. Please try again in one minute. | PT1M
            Hourly API request limit exceeded. Please try again in the next hour. | PT20M
            Daily API request limit exceeded. Please try again tomorrow.          | PT2H20M
            """)
    void waitsForTheEndOfTheWindowWhoseQuotaIsUsedUp(String reason, Duration wait) {
        SourceReply reply = ask(StubAnswer.json("{\"error\":true,\"reason\":\"" + reason + "\"}")
                .withStatus(429));
        assertThat(failure(reply).reason()).isEqualTo(Reason.RATE_LIMITED);
        assertThat(failure(reply).retryAfter()).contains(wait);
    }

    @Test
    void believesAnErrorInABodyThatCameWithSuccess() {
        SourceReply.Failed failed = failure(ask("{\"error\":true,\"reason\":\"no <b>such</b>\\u0000 thing\"}"));
        assertThat(failed.reason()).isEqualTo(Reason.REJECTED);
        assertThat(failed.detail()).isEqualTo("Open-Meteo answered 400: no such thing");
    }

    @Test
    void showsNothingOfAPageThatIsNoAnswerOfOpenMeteo() {
        SourceReply.Failed failed = failure(ask(StubAnswer.html(503).withHeader("Retry-After", "30")));
        assertThat(failed.reason()).isEqualTo(Reason.PROVIDER_ERROR);
        assertThat(failed.detail()).isEqualTo("Open-Meteo answered 503.");
        assertThat(failed.retryAfter()).contains(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"current\":{}}", "{\"hourly\":{\"time\":[]}}", "<html></html>"})
    void callsAnAnswerWithoutWeatherMalformed(String body) {
        assertThat(failure(ask(body)).reason()).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void neverThrowsWhateverItIsAnswered() {
        BrokenTexts.of(ANSWER, 300, broken -> assertThat(ask(broken)).isNotNull());
    }

    @Test
    void tellsWhoItIs() {
        SourceInfo info = source.info();
        assertThat(info.id()).hasToString("open-meteo");
        assertThat(info.attribution()).isEqualTo("Weather data by Open-Meteo.com (CC BY 4.0)");
        assertThat(info.link()).hasToString("https://open-meteo.com/");
        assertThat(info.refreshInterval()).isEqualTo(Duration.ofMinutes(15));
        assertThat(info.simulated()).isFalse();
    }

    @Test
    void pinsTheDefaultSettings() {
        OpenMeteoSettings settings = OpenMeteoSettings.standard();
        assertThat(settings.baseUrl()).isEqualTo(BaseUrl.of("https://api.open-meteo.com"));
        assertThat(settings.forecastDays()).isEqualTo(10);
        assertThat(settings.refreshInterval()).isEqualTo(Duration.ofMinutes(15));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 17, -1})
    void refusesANumberOfDaysThatOpenMeteoDoesNotGive(int days) {
        BaseUrl url = BaseUrl.of(stub.baseUrl());
        assertThatThrownBy(() -> new OpenMeteoSettings(url, days, Duration.ofMinutes(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(days + ", not 1 to 16");
    }
}
