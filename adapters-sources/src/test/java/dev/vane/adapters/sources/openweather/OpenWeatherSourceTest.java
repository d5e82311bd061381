package dev.vane.adapters.sources.openweather;

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
import dev.vane.adapters.sources.http.Secret;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.SourceInfo;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.SourceReply.Reason;
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
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenWeatherSourceTest {

    private static final String WEATHER = "/data/2.5/weather";
    private static final String FORECAST = "/data/2.5/forecast";
    private static final String ONE_CALL = "/data/3.0/onecall";

    private static final String CURRENT = """
            {"weather": [{"id": 501, "main": "Rain", "description": "moderate rain", "icon": "10n"}],
             "main": {"temp": 8.72, "feels_like": 3.96, "pressure": 1005, "humidity": 87}, "visibility": 8000,
             "wind": {"speed": 5.7, "deg": 90}, "rain": {"1h": 1.27}, "clouds": {"all": 75}, "dt": 1774717200,
             "sys": {"sunrise": 0, "sunset": 0}, "cod": 200}
            """;

    /** Two days of Berlin in summer time, in steps of three hours, the first one wet. */
    private static final String STEPS = "{\"cod\":\"200\",\"message\":0,\"cnt\":16,\"list\":["
            + IntStream.range(0, 16).mapToObj(OpenWeatherSourceTest::item).collect(Collectors.joining(","))
            + "]}";

    private static final String ONE = """
            {"lat": 52.5, "lon": 13.4, "timezone": "Europe/Berlin", "timezone_offset": 7200,
             "current": {"dt": 1780315200, "temp": 20.5, "dew_point": 11.0, "uvi": 5.5, "wind_speed": 3, "snow": {"1h": 2},
               "weather": [{"id": 601}]},
             "hourly": [{"dt": 1780315200, "temp": 20.5, "pop": 0.57, "rain": {"1h": 0.4}, "weather": [{"id": 500}]},
                        {"dt": 1780318800, "temp": 21.5, "pop": 0}],
             "daily": [{"dt": 1780308000, "temp": {"min": 11, "max": 23}, "rain": 2.5, "snow": 1, "pop": 1, "uvi": 6,
                        "wind_speed": 4, "wind_gust": 9, "weather": [{"id": 501}]},
                       {"dt": 1780394400, "temp": {"min": 12, "max": 24}}]}
            """;

    private static String item(int index) {
        long time = Instant.parse("2026-05-31T22:00:00Z").getEpochSecond() + 3 * 3600L * (index + 1);
        String rain = index < 8 ? "\"rain\":{\"3h\":0.5}," : "";
        return "{\"dt\":" + time + ",\"main\":{\"temp\":" + (10 + index) + "}," + rain + "\"weather\":[{\"id\":"
                + (index < 8 ? 500 : 800) + "}],\"pop\":0.29}";
    }

    private final StubProvider stub = StubProvider.start();
    private final ProviderHttp http = new ProviderHttp(Replies.HTTP, CLOCK);
    private final OpenWeatherSource source = source(false);

    private OpenWeatherSource source(boolean oneCall) {
        BaseUrl url = BaseUrl.of(stub.baseUrl());
        return new OpenWeatherSource(
                new OpenWeatherSettings(url, Secret.of("to-ken"), oneCall, Duration.ofMinutes(10)), http, CLOCK);
    }

    @AfterEach
    void stop() {
        http.close();
        stub.close();
    }

    private SourceReply ask(StubAnswer current, StubAnswer forecast) {
        stub.answer(WEATHER, current).answer(FORECAST, forecast);
        return source.ask(TestPlaces.BERLIN, CallMeter.UNLIMITED);
    }

    private SourceReply ask(String current, String forecast) {
        return ask(StubAnswer.json(current), StubAnswer.json(forecast));
    }

    private SourceReply askOneCall(String body) {
        stub.answer(ONE_CALL, StubAnswer.json(body));
        return source(true).ask(TestPlaces.BERLIN, CallMeter.UNLIMITED);
    }

    @Test
    void asksEachFreeEndpointOnceInMetricUnits() {
        ask(CURRENT, STEPS);
        assertThat(stub.calls(WEATHER)).isEqualTo(1);
        assertThat(stub.calls(FORECAST)).isEqualTo(1);
        assertThat(stub.calls()).isEqualTo(2);
        assertThat(stub.requests())
                .allSatisfy(request -> assertThat(request.uri().getQuery())
                        .isEqualTo("lat=52.52437&lon=13.41053&units=metric&appid=to-ken"));
    }

    @Test
    void decodesTheCurrentWeather() {
        SourceReport report = report(ask(CURRENT, STEPS));
        Observation now = report.current().orElseThrow();
        assertThat(report.fetchedAt()).isEqualTo(NOW);
        assertThat(now.validTime()).isEqualTo(Instant.parse("2026-03-28T17:00:00Z"));
        assertThat(now.period()).isEqualTo(Duration.ofHours(1));
        assertThat(now.conditions().sky()).isEqualTo(Sky.of(Condition.RAIN, Sky.Intensity.MODERATE));
        assertThat(value(now.conditions(), Variable.TEMPERATURE)).isEqualTo(8.72);
        assertThat(value(now.conditions(), Variable.WIND_DIRECTION)).isEqualTo(90);
        assertThat(now.conditions().values().has(Variable.WIND_GUST)).isFalse();
    }

    @Test
    void decodesStepsOfThreeHours() {
        ForecastStep first = hourly(report(ask(CURRENT, STEPS))).getFirst();
        assertThat(first.validTime()).isEqualTo(Instant.parse("2026-06-01T01:00:00Z"));
        assertThat(first.period()).isEqualTo(Duration.ofHours(3));
        assertThat(value(first.conditions(), Variable.RAIN)).isEqualTo(0.5);
        assertThat(value(first.conditions(), Variable.PRECIPITATION_PROBABILITY))
                .isEqualTo(29);
    }

    @Test
    void makesDaysOfTheSteps() {
        SourceReport report = report(ask(CURRENT, STEPS));
        assertThat(daily(report))
                .extracting(DailyForecast::date)
                .startsWith(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 2));
        assertThat(value(daily(report).getFirst(), DailyVariable.PRECIPITATION_SUM))
                .isCloseTo(4, within(1e-9));
        assertThat(value(daily(report).getFirst(), DailyVariable.TEMPERATURE_MAX))
                .isEqualTo(16);
        assertThat(value(daily(report).get(1), DailyVariable.PRECIPITATION_SUM)).isZero();
    }

    @Test
    void takesWhatIsMissingBesideASkyForNoPrecipitation() {
        Conditions dry = report(ask(CURRENT.replace("\"rain\": {\"1h\": 1.27},", ""), STEPS))
                .current()
                .orElseThrow()
                .conditions();
        assertThat(value(dry, Variable.PRECIPITATION)).isZero();
        assertThat(value(dry, Variable.SNOWFALL)).isZero();
    }

    @Test
    void knowsNothingOfPrecipitationWithoutASky() {
        String blind = CURRENT.replace("\"weather\":", "\"whether\":");
        Observation now = report(ask(blind, STEPS)).current().orElseThrow();
        assertThat(now.conditions().values().has(Variable.PRECIPITATION)).isFalse();
        assertThat(now.conditions().sky()).isEqualTo(Sky.UNKNOWN);
        assertThat(now.period()).isZero();
    }

    @Test
    void readsVolumesOfThreeHoursWithTheirPeriod() {
        Observation now =
                report(ask(CURRENT.replace("1h", "3h"), STEPS)).current().orElseThrow();
        assertThat(now.period()).isEqualTo(Duration.ofHours(3));
        assertThat(value(now.conditions(), Variable.RAIN)).isEqualTo(1.27);
    }

    @Test
    void addsSnowAsWaterToThePrecipitation() {
        String wintry = CURRENT.replace("\"rain\":", "\"snow\": {\"1h\": 2.0}, \"rain\":");
        Conditions now = report(ask(wintry, STEPS)).current().orElseThrow().conditions();
        assertThat(value(now, Variable.PRECIPITATION)).isCloseTo(3.27, within(1e-9));
        assertThat(value(now, Variable.SNOWFALL)).isCloseTo(1.4, within(1e-9));
        assertThat(value(now, Variable.RAIN)).isEqualTo(1.27);
    }

    @Test
    void toleratesWhatMayBeAbsent() {
        Observation now = report(ask("{\"dt\":1774717200,\"main\":{\"temp\":1}}", STEPS))
                .current()
                .orElseThrow();
        assertThat(now.conditions().values().known()).containsExactly(Variable.TEMPERATURE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "temp": 8.72      | "temp": "8.72"     | main.temp is a string, not a number
            "temp": 8.72      | "temp": 281.87     | main.temp is 281.87 °C; temperature lies between
            "rain": {"1h"     | "rain": {"1h": -1, "2h" | rain.1h is -1.0 mm; rain lies between
            "dt": 1774717200  | "dt": "today"      | dt is a string, not a number
            "dt": 1774717200  | "dt": null         | dt is missing
            "main":           | "mane":            | main is missing
            {"id": 501        | {"id": "501"       | weather[0].id is a string, not a number
            "wind": {         | "wind": 5, "w": {  | wind is a number, not an object
            """)
    void keepsTheForecastWhenThereIsAFaultInTheCurrentWeather(String right, String wrong, String fault) {
        String body = CURRENT.replace(right, wrong);
        assertThat(body).isNotEqualTo(CURRENT);
        SourceReport report = report(ask(body, STEPS));
        assertThat(report.current()).isEmpty();
        assertThat(hourly(report)).hasSize(16);
        assertThat(failure(ask(body, "{\"cod\":\"200\"}")).detail()).contains(fault);
    }

    @Test
    void keepsTheCurrentWeatherWhenTheForecastFails() {
        SourceReport report = report(ask(StubAnswer.json(CURRENT), StubAnswer.status(500)));
        assertThat(report.current()).isPresent();
        assertThat(report.run()).isEmpty();
    }

    @Test
    void keepsTheForecastWhenTheCurrentWeatherFails() {
        SourceReport report = report(ask(StubAnswer.html(502), StubAnswer.json(STEPS)));
        assertThat(report.current()).isEmpty();
        assertThat(hourly(report)).hasSize(16);
    }

    @Test
    void keepsTheCurrentWeatherWhenTheStepsAreNotInOrder() {
        String twice = STEPS.replace("1780286400", "1780275600");
        SourceReport report = report(ask(CURRENT, twice));
        assertThat(report.current()).isPresent();
        assertThat(report.run()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | {"cod":401, "message": "Invalid API key."}   | UNAUTHORIZED   | OpenWeather answered 401: Invalid API key.
            404 | {"cod":"404","message":"city not found"}     | NOT_COVERED    | OpenWeather answered 404: city not found
            404 | ''                                           | NOT_COVERED    | OpenWeather answered 404.
            404 | <html>                                       | REJECTED       | OpenWeather answered 404.
            400 | {"cod":"400","message":"Nothing to geocode"} | REJECTED       | OpenWeather answered 400: Nothing to geocode
            429 | {"cod":429,"message":"Your account…"}        | RATE_LIMITED   | OpenWeather answered 429: Your account…
            500 | {"cod":"500","message":7}                    | PROVIDER_ERROR | OpenWeather answered 500.
            503 | []                                           | PROVIDER_ERROR | OpenWeather answered 503.
            200 | {"cod":401,"message":"Invalid API key."}     | UNAUTHORIZED   | OpenWeather answered 401: Invalid API key.
            200 | {"cod":"many"}                               | MALFORMED      | The answer of OpenWeather cannot be used: cod is a string that holds no number.
            200 | ''                                           | MALFORMED      | The answer of OpenWeather cannot be used: the answer is empty.
            """)
    void readsHowOpenWeatherSaysNo(int status, String body, Reason reason, String detail) {
        StubAnswer no = StubAnswer.json(body).withStatus(status);
        SourceReply.Failed failed = failure(ask(no, no));
        assertThat(failed.reason()).isEqualTo(reason);
        assertThat(failed.detail()).isEqualTo(detail);
    }

    @Test
    void waitsAsLongAsEitherEndpointAsks() {
        StubAnswer busy = StubAnswer.status(429).withHeader("Retry-After", "Fri, 06 Feb 2026 21:50:00 GMT");
        assertThat(failure(ask(StubAnswer.status(500), busy)).retryAfter()).contains(Duration.ofMinutes(10));
    }

    @Test
    void asksOneCallOnceAndNothingElse() {
        askOneCall(ONE);
        assertThat(stub.calls()).isEqualTo(1);
        assertThat(stub.requests().getFirst().uri().getQuery())
                .isEqualTo("lat=52.52437&lon=13.41053&units=metric&exclude=minutely,alerts&appid=to-ken");
    }

    @Test
    void decodesNowHoursAndDaysOfOneCall() {
        SourceReport report = report(askOneCall(ONE));
        Conditions now = report.current().orElseThrow().conditions();
        assertThat(value(now, Variable.PRECIPITATION)).isEqualTo(2);
        assertThat(value(now, Variable.SNOWFALL)).isCloseTo(1.4, within(1e-9));
        assertThat(value(hourly(report).getFirst().conditions(), Variable.PRECIPITATION_PROBABILITY))
                .isEqualTo(57);
        assertThat(hourly(report).get(1).conditions().values().has(Variable.RAIN))
                .isFalse();
        DailyForecast day = daily(report).getFirst();
        assertThat(day.date()).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(value(day, DailyVariable.PRECIPITATION_SUM)).isEqualTo(3.5);
        assertThat(value(day, DailyVariable.SNOWFALL_SUM)).isCloseTo(0.7, within(1e-9));
        assertThat(daily(report).get(1).values().has(DailyVariable.PRECIPITATION_SUM))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"dt": 1780318800 | {"dt": 1780315200 | hourly[1].dt is 2026-06-01T12:00:00Z, not after 2026-06-01T12:00:00Z
            "rain": {"1h": 0.4} | "rain": 0.4     | hourly[0].rain is a number, not an object
            """)
    void namesTheFaultInTheHoursOfOneCall(String right, String wrong, String fault) {
        String body = ONE.replace(right, wrong).replace("\"current\"", "\"then\"");
        assertThat(failure(askOneCall(body)).detail()).contains(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "dt": 1780394400  | "dt": 1780308001
            "rain": 2.5       | "rain": {"1h": 2.5}
            "max": 23         | "max": "warm"
            """)
    void keepsTheHoursOfOneCallWhenThereIsAFaultInTheDays(String right, String wrong) {
        String body = ONE.replace(right, wrong);
        assertThat(body).isNotEqualTo(ONE);
        SourceReport report = report(askOneCall(body));
        assertThat(hourly(report)).hasSize(2);
        assertThat(daily(report)).isEmpty();
    }

    @Test
    void refusesADocumentThatIsNoOneCall() {
        assertThat(failure(askOneCall("{\"results\":[]}")).detail()).contains("so it is no forecast");
    }

    @Test
    void neverThrowsWhateverItIsAnswered() {
        long seed = new Random().nextLong();
        System.out.println("OpenWeatherSourceTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            assertThat(ask(broken(CURRENT, random), broken(STEPS, random))).isNotNull();
            assertThat(askOneCall(broken(ONE, random))).isNotNull();
        }
    }

    private static String broken(String text, Random random) {
        StringBuilder broken = new StringBuilder(text);
        for (int j = random.nextInt(6); j >= 0; j--) {
            broken.setCharAt(random.nextInt(broken.length()), "{}[]\",:0-9enul ".charAt(random.nextInt(15)));
        }
        return broken.toString();
    }

    @Test
    void tellsWhoItIs() {
        SourceInfo info = source.info();
        assertThat(info.id()).hasToString("openweather");
        assertThat(info.attribution()).isEqualTo("Weather data provided by OpenWeather");
        assertThat(info.link()).hasToString("https://openweathermap.org/");
        assertThat(info.refreshInterval()).isEqualTo(Duration.ofMinutes(10));
        assertThat(info.simulated()).isFalse();
    }

    @Test
    void pinsTheDefaultSettingsAndHidesTheToken() {
        OpenWeatherSettings settings = OpenWeatherSettings.standard(Secret.of("to-ken"));
        assertThat(settings.baseUrl()).isEqualTo(BaseUrl.of("https://api.openweathermap.org"));
        assertThat(settings.oneCall()).isFalse();
        assertThat(settings.refreshInterval()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.toString()).doesNotContain("to-ken").contains("***");
    }

    @Test
    void refusesARefreshIntervalThatIsNone() {
        BaseUrl url = BaseUrl.of(stub.baseUrl());
        assertThatThrownBy(() -> new OpenWeatherSettings(url, Secret.of("x"), false, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT0S");
    }
}
