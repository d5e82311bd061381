package dev.vane.adapters.sources.openmeteo;

import static dev.vane.adapters.sources.Replies.CLOCK;
import static dev.vane.adapters.sources.Replies.NOW;
import static dev.vane.adapters.sources.Replies.daily;
import static dev.vane.adapters.sources.Replies.failure;
import static dev.vane.adapters.sources.Replies.hourly;
import static dev.vane.adapters.sources.Replies.value;
import static dev.vane.adapters.sources.openmeteo.OpenMeteoModel.ECMWF_IFS025;
import static dev.vane.adapters.sources.openmeteo.OpenMeteoModel.GFS_SEAMLESS;
import static dev.vane.adapters.sources.openmeteo.OpenMeteoModel.JMA_SEAMLESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vane.adapters.sources.CapturedLog;
import dev.vane.adapters.sources.CountingMeter;
import dev.vane.adapters.sources.ProviderSources;
import dev.vane.adapters.sources.Replies;
import dev.vane.adapters.sources.StubAnswer;
import dev.vane.adapters.sources.StubProvider;
import dev.vane.adapters.sources.TestPlaces;
import dev.vane.adapters.sources.http.BaseUrl;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.SourceReply.Answered;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.application.spi.Tariff;
import dev.vane.application.spi.WeatherSource;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenMeteoModelsSourceTest {

    /** Three models of different lengths; the second gives other units, the third knows little, the fourth was not asked. */
    private static final String ANSWER = """
            {"latitude": 52.52, "longitude": 13.42, "utc_offset_seconds": 3600, "timezone": "Europe/Berlin",
             "hourly_units": {"time": "unixtime",
               "temperature_2m_ecmwf_ifs025": "°C", "wind_gusts_10m_ecmwf_ifs025": "m/s",
               "precipitation_ecmwf_ifs025": "mm", "precipitation_probability_ecmwf_ifs025": "%",
               "weather_code_ecmwf_ifs025": "wmo code",
               "temperature_2m_gfs_seamless": "°F", "wind_gusts_10m_gfs_seamless": "km/h",
               "precipitation_gfs_seamless": "inch", "precipitation_probability_gfs_seamless": "%",
               "weather_code_gfs_seamless": "wmo code",
               "temperature_2m_jma_seamless": "°C", "wind_gusts_10m_jma_seamless": "undefined",
               "precipitation_jma_seamless": "mm", "weather_code_jma_seamless": "undefined",
               "temperature_2m_other_model": "furlong"},
             "hourly": {"time": [1774738800, 1774742400, 1774746000, 1774749600],
               "temperature_2m_ecmwf_ifs025": [10, 9, 8, 7], "wind_gusts_10m_ecmwf_ifs025": [12, 11, null, 10],
               "precipitation_ecmwf_ifs025": [0.5, 0, 0, 0], "precipitation_probability_ecmwf_ifs025": [80, 5, 5, 5],
               "weather_code_ecmwf_ifs025": [61, 3, 3, 3],
               "temperature_2m_gfs_seamless": [50, 41, 32, null], "wind_gusts_10m_gfs_seamless": [36, 18, 18, null],
               "precipitation_gfs_seamless": [0.1, 0, 0, null],
               "precipitation_probability_gfs_seamless": [70, 10, null, null],
               "weather_code_gfs_seamless": [63, 2, 3, null],
               "temperature_2m_jma_seamless": [11, 10, null, null],
               "wind_gusts_10m_jma_seamless": [null, null, null, null],
               "precipitation_jma_seamless": [null, 0.25, null, null],
               "weather_code_jma_seamless": [null, null, null, null],
               "temperature_2m_other_model": ["warm", 1], "temperature_2m_": 7}}
            """;

    private static final List<OpenMeteoModel> THREE = List.of(ECMWF_IFS025, GFS_SEAMLESS, JMA_SEAMLESS);

    private final StubProvider stub = StubProvider.start();
    private final ProviderSources sources = new ProviderSources(Replies.HTTP, CLOCK);
    private final WeatherSource source = source(THREE, 10);

    private WeatherSource source(List<OpenMeteoModel> models, int days) {
        return sources.openMeteoModels(settings(models, days));
    }

    private OpenMeteoModelsSettings settings(List<OpenMeteoModel> models, int days) {
        return new OpenMeteoModelsSettings(BaseUrl.of(stub.baseUrl()), models, days, Duration.ofHours(3));
    }

    @AfterEach
    void stop() {
        sources.close();
        stub.close();
    }

    private SourceReply ask(WeatherSource asked, Place place, StubAnswer answer) {
        stub.answer("/v1/forecast", answer);
        return asked.ask(place, CallMeter.UNLIMITED);
    }

    private SourceReply ask(String body) {
        return ask(source, TestPlaces.BERLIN, StubAnswer.json(body));
    }

    private SourceReply askOne(OpenMeteoModel model, String body) {
        return ask(source(List.of(model), 10), TestPlaces.BERLIN, StubAnswer.json(body));
    }

    private static List<SourceReport> reports(SourceReply reply) {
        assertThat(reply).isInstanceOf(Answered.class);
        return ((Answered) reply).reports();
    }

    private static List<String> ids(SourceReply reply) {
        return reports(reply).stream().map(report -> report.source().name()).toList();
    }

    private static List<ForecastStep> steps(SourceReply reply, OpenMeteoModel model) {
        return hourly(reports(reply).stream()
                .filter(report -> report.source().equals(model.id()))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void asksOnceForTheHoursOfAllModels() {
        ask(source, TestPlaces.NEW_YORK, StubAnswer.json(ANSWER));
        assertThat(stub.calls("/v1/forecast")).isEqualTo(1);
        Map<String, String> query = LastQuery.of(stub);
        assertThat(query.keySet())
                .contains("longitude", "elevation", "temperature_unit", "wind_speed_unit", "precipitation_unit")
                .doesNotContain("current", "daily");
        assertThat(query)
                .containsAllEntriesOf(Map.of(
                        "models", "ecmwf_ifs025,gfs_seamless,jma_seamless",
                        "timezone", "America/New_York",
                        "timeformat", "unixtime",
                        "forecast_days", "10",
                        "latitude", "40.71427"));
        assertThat(query.get("hourly").split(","))
                .containsExactly(
                        "temperature_2m",
                        "dew_point_2m",
                        "pressure_msl",
                        "wind_speed_10m",
                        "wind_gusts_10m",
                        "wind_direction_10m",
                        "cloud_cover",
                        "precipitation",
                        "precipitation_probability",
                        "weather_code");
    }

    @Test
    void makesAReportOfEachModelInTheOrderAskedFor() {
        List<SourceReport> reports = reports(ask(ANSWER));
        assertThat(ids(ask(ANSWER))).containsExactly("ecmwf-ifs025", "gfs-seamless", "jma-seamless");
        assertThat(reports).allSatisfy(report -> {
            assertThat(report.fetchedAt()).isEqualTo(NOW);
            assertThat(report.current()).isEmpty();
            assertThat(report.run().orElseThrow().availableAt()).isEqualTo(NOW);
            assertThat(report.run().orElseThrow().issuedAt()).isEmpty();
        });
    }

    @Test
    void endsEachModelWhereItsValuesEnd() {
        assertThat(reports(ask(ANSWER)))
                .extracting(report -> hourly(report).size())
                .containsExactly(4, 3, 2);
        ForecastStep last = steps(ask(ANSWER), JMA_SEAMLESS).getLast();
        assertThat(last.validTime()).isEqualTo(Instant.parse("2026-03-29T00:00:00Z"));
        assertThat(last.period()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void readsEachColumnInItsOwnUnit() {
        Conditions gfs = steps(ask(ANSWER), GFS_SEAMLESS).getFirst().conditions();
        assertThat(value(gfs, Variable.TEMPERATURE)).isCloseTo(10, within(1e-9));
        assertThat(value(gfs, Variable.WIND_GUST)).isCloseTo(10, within(1e-9));
        assertThat(value(gfs, Variable.PRECIPITATION)).isCloseTo(2.54, within(1e-9));
        assertThat(gfs.sky()).isEqualTo(Sky.of(Condition.RAIN, Sky.Intensity.MODERATE));
        Conditions ecmwf = steps(ask(ANSWER), ECMWF_IFS025).getFirst().conditions();
        assertThat(value(ecmwf, Variable.TEMPERATURE)).isEqualTo(10);
        assertThat(value(ecmwf, Variable.WIND_GUST)).isEqualTo(12);
        assertThat(value(ecmwf, Variable.PRECIPITATION_PROBABILITY)).isEqualTo(80);
    }

    @Test
    void keepsOfAStepOnlyWhatWasSaid() {
        List<ForecastStep> jma = steps(ask(ANSWER), JMA_SEAMLESS);
        assertThat(jma.getFirst().conditions().values().known()).containsExactly(Variable.TEMPERATURE);
        assertThat(jma.getFirst().conditions().sky()).isEqualTo(Sky.UNKNOWN);
        assertThat(jma.getFirst().period()).isZero();
        assertThat(jma.getLast().conditions().values().known())
                .containsExactly(Variable.TEMPERATURE, Variable.PRECIPITATION);
        assertThat(steps(ask(ANSWER), ECMWF_IFS025).get(2).conditions().values().has(Variable.WIND_GUST))
                .isFalse();
    }

    @Test
    void sharesSkiesAndTimesBetweenSteps() {
        SourceReply reply = ask(ANSWER);
        List<ForecastStep> ecmwf = steps(reply, ECMWF_IFS025);
        assertThat(ecmwf.get(1).conditions().sky())
                .isSameAs(ecmwf.get(2).conditions().sky());
        assertThat(ecmwf.getFirst().validTime())
                .isSameAs(steps(reply, GFS_SEAMLESS).getFirst().validTime());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gfs_seamless": [50, 41,       | gfs_seamless": [50, "41",          | hourly.temperature_2m_gfs_seamless[1] is a string, not a number
            gfs_seamless": [50, 41,       | gfs_seamless": [50, {"a": 1},      | hourly.temperature_2m_gfs_seamless[1] is an object, not a number
            gfs_seamless": [50, 41,       | gfs_seamless": [50, 4100,          | hourly.temperature_2m_gfs_seamless[1] is 4100.0 °F; temperature lies between
            gfs_seamless": [50, 41,       | gfs_seamless": [50,                | hourly.temperature_2m_gfs_seamless has 3 values, hourly.time has 4
            gfs_seamless": [50, 41, 32, null] | gfs_seamless": 50              | hourly.temperature_2m_gfs_seamless is a number, not an array
            gfs_seamless": "°F"           | gfs_seamless": "°R"                | hourly_units.temperature_2m_gfs_seamless is '°R', which is no known unit
            gfs_seamless": "°F"           | gfs_seamless": "undefined"         | hourly_units.temperature_2m_gfs_seamless is 'undefined', which is no known unit
            gfs_seamless": "°F"           | gfs_seamless": 7                   | hourly_units.temperature_2m_gfs_seamless is a number, not a string
            "temperature_2m_gfs_seamless": "°F" | "temperature_2m": "°F"       | hourly_units.temperature_2m_gfs_seamless is missing
            gfs_seamless": "km/h"         | gfs_seamless": "hPa"               | hourly.wind_gusts_10m_gfs_seamless[0] is in hPa, which does not measure wind
            gfs_seamless": [63, 2         | gfs_seamless": [6.3, 2             | hourly.weather_code_gfs_seamless[0] is 6.3, not an integer
            """)
    void losesOnlyTheReportOfAModelWithAFault(String right, String wrong, String fault) {
        String body = ANSWER.replace(right, wrong);
        assertThat(body).isNotEqualTo(ANSWER);
        List<SourceReport> without =
                List.of(reports(ask(ANSWER)).getFirst(), reports(ask(ANSWER)).getLast());
        try (CapturedLog log = CapturedLog.start()) {
            assertThat(reports(ask(body))).isEqualTo(without);
            assertThat(log.text()).contains("a model of open-meteo-models is lost: " + fault);
        }
        String ofGfsOnly = body.replaceAll("_(ecmwf_ifs025|jma_seamless)\"", "_$1_other\"");
        Failed failed = failure(ask(ofGfsOnly));
        assertThat(failed.reason()).isEqualTo(Reason.MALFORMED);
        assertThat(failed.detail())
                .startsWith("The answer of Single models via Open-Meteo cannot be used: ")
                .contains(fault);
    }

    @Test
    void makesNoReportOfAModelWhoseColumnsAreMissingOrNull() {
        String without = ANSWER.replace("_gfs_seamless\"", "_gfs_global\"")
                .replace("[11, 10, null, null]", "[null, null, null, null]")
                .replace("[null, 0.25, null, null]", "[null, null, null, null]");
        try (CapturedLog log = CapturedLog.start()) {
            assertThat(ids(ask(without))).containsExactly("ecmwf-ifs025");
            assertThat(log.text()).contains("a canary").doesNotContain("is lost");
        }
    }

    @Test
    void readsTheColumnsOfASingleModelWithoutItsName() {
        String single = ANSWER.replace("_ecmwf_ifs025\"", "\"");
        SourceReply reply = askOne(ECMWF_IFS025, single);
        assertThat(ids(reply)).containsExactly("ecmwf-ifs025");
        assertThat(LastQuery.of(stub)).containsEntry("models", "ecmwf_ifs025");
        assertThat(steps(reply, ECMWF_IFS025)).isEqualTo(steps(ask(ANSWER), ECMWF_IFS025));
    }

    @Test
    void doesNotTakeTheColumnsOfOneModelForThoseOfAnother() {
        Failed failed = failure(
                ask(ANSWER.replaceAll("_(gfs|jma)_seamless\"", "_$1_other\"").replace("_ecmwf_ifs025\"", "\"")));
        assertThat(failed.reason()).isEqualTo(Reason.NOT_COVERED);
        assertThat(failed.detail())
                .isEqualTo("Open-Meteo has only one of the models at this place and does not say which.");
        assertThat(failure(askOne(JMA_SEAMLESS, ANSWER)).reason()).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void callsAPlaceOfWhichNoModelSaysAnythingNotCovered() {
        String nulls = ANSWER.replaceAll(
                "(_(ecmwf_ifs025|gfs_seamless|jma_seamless)\": \\[)[^]]*]", "$1null, null, null, null]");
        Failed failed = failure(ask(nulls));
        assertThat(failed.reason()).isEqualTo(Reason.NOT_COVERED);
        assertThat(failed.detail())
                .isEqualTo("Open-Meteo has nothing of the models that it was asked for at this place.");
        Failed said = failure(ask("{\"error\":true,\"reason\":\"No data is available for this location\"}"));
        assertThat(said.reason()).isEqualTo(Reason.NOT_COVERED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                                       | the answer is empty
            <html></html>                                            | the answer is markup (HTML or XML), not JSON
            null                                                     | not an object
            []                                                       | not an object
            {}                                                       | hourly is missing
            {"current":{}}                                           | hourly is missing
            {"hourly":[]}                                            | hourly is an array, not an object
            {"hourly":{"time":[]}}                                   | hourly_units is missing
            {"hourly":{"time":[]},"hourly_units":{}}                 | hourly_units.time is missing
            {"hourly":{},"hourly_units":{"time":"unixtime"}}         | hourly.time is missing
            {"hourly":{"time":[]},"hourly_units":{"time":"unixtime"}} | hourly has no column of the models that were asked for
            {"hourly":{"time":[2,1]},"hourly_units":{"time":"unixtime"}} | hourly.time[1] is 1970-01-01T00:00:01Z, not after
            {"hourly":{"time":["soon"]},"hourly_units":{"time":"iso8601"},"utc_offset_seconds":0} | hourly.time[0] is a string that is no ISO 8601 time
            """)
    void callsAnAnswerWithoutTheHoursOfModelsMalformed(String body, String fault) {
        Failed failed = failure(ask(body));
        assertThat(failed.reason()).isEqualTo(Reason.MALFORMED);
        assertThat(failed.detail()).contains(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            429 | Minutely API request limit exceeded. Please try again in one minute. | RATE_LIMITED | PT1M
            429 | Daily API request limit exceeded. Please try again tomorrow.         | RATE_LIMITED | PT2H20M
            400 | Cannot initialize MultiDomains from invalid String value gsf_seamless. | REJECTED   |
            503 | The service is overloaded                                            | PROVIDER_ERROR |
            """)
    void readsRefusalsAsTheOtherSourceOfOpenMeteoDoes(int status, String text, Reason reason, Duration wait) {
        StubAnswer refusal = StubAnswer.json("{\"error\":true,\"reason\":\"" + text + "\"}");
        Failed failed = failure(ask(source, TestPlaces.BERLIN, refusal.withStatus(status)));
        assertThat(failed.reason()).isEqualTo(reason);
        assertThat(failed.detail()).isEqualTo("Open-Meteo answered " + status + ": " + text);
        assertThat(failed.retryAfter().orElse(null)).isEqualTo(wait);
    }

    /** Hours from a time on: the temperature counts them from 0, and each has 1 mm of precipitation. */
    private static String hours(Instant from, int count, String suffix) {
        String times = IntStream.range(0, count)
                .mapToObj(i -> Long.toString(from.getEpochSecond() + i * 3600L))
                .collect(Collectors.joining(","));
        String counted = IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.joining(","));
        String ones = String.join(",", Collections.nCopies(count, "1"));
        return """
                {"hourly_units": {"time": "unixtime", "temperature_2m%1$s": "°C", "precipitation%1$s": "mm"},
                 "hourly": {"time": [%2$s], "temperature_2m%1$s": [%3$s], "precipitation%1$s": [%4$s]}}""".formatted(suffix, times, counted, ones);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,  2026-03-28T23:00:00Z, 47, 22, 23", // the clocks go forward: 23 hours
        "Europe/Berlin,  2026-10-24T22:00:00Z, 49, 24, 25", // the clocks go back: 25 hours
        "Asia/Kathmandu, 2026-03-28T18:00:00Z, 49, 24, 24", // +05:45: the day begins between two full hours
    })
    void makesDaysOfTheHoursByThePlacesOwnCalendar(String zone, Instant from, int count, int warmest, int millimetres) {
        Place place = TestPlaces.place(27.7, 85.3, OptionalInt.empty(), zone);
        String body = hours(from, count, "_gfs_seamless");
        List<DailyForecast> days =
                daily(reports(ask(source, place, StubAnswer.json(body))).getFirst());
        LocalDate first = LocalDate.ofInstant(from.plus(Duration.ofHours(6)), place.zone());
        assertThat(days).extracting(DailyForecast::date).containsExactly(first, first.plusDays(1));
        assertThat(value(days.getFirst(), DailyVariable.TEMPERATURE_MAX)).isEqualTo(warmest);
        assertThat(value(days.getFirst(), DailyVariable.PRECIPITATION_SUM)).isEqualTo(millimetres);
        assertThat(value(days.getLast(), DailyVariable.TEMPERATURE_MIN)).isEqualTo(warmest + 1);
    }

    @ParameterizedTest(name = "{0} models over {1} days count for {2} calls")
    @CsvSource({"1, 1, 1", "1, 14, 1", "1, 16, 2", "3, 10, 3", "7, 10, 7", "7, 14, 7", "7, 15, 8", "7, 16, 8"})
    void countsTheVariablesOfEachModel(int models, int days, int calls) {
        WeatherSource counted = source(List.of(OpenMeteoModel.values()).subList(0, models), days);
        CountingMeter meter = CountingMeter.open();
        counted.ask(TestPlaces.BERLIN, meter);
        assertThat(meter.asked()).containsExactly(calls);
        assertThat(counted.tariff()).isEqualTo(new Tariff(new SourceId("open-meteo"), calls));
        Map<String, String> query = LastQuery.of(stub);
        int variables =
                query.get("hourly").split(",").length * query.get("models").split(",").length;
        assertThat(calls).isEqualTo((int) Math.ceil(Math.max(1, variables / 10.0 * Math.max(1, days / 14.0))));
    }

    @Test
    void makesNoCallWithoutLeave() {
        assertThat(source.ask(TestPlaces.BERLIN, CountingMeter.granting(0))).isEqualTo(CountingMeter.SPENT);
        assertThat(stub.calls()).isZero();
    }

    @Test
    void takesTurnsWithTheOtherSourceOfOpenMeteo() {
        WeatherSource other =
                sources.openMeteo(new OpenMeteoSettings(BaseUrl.of(stub.baseUrl()), 10, Duration.ofMinutes(15)));
        stub.answer("/v1/forecast", StubAnswer.status(404).after(Duration.ofMinutes(5)));
        CountingMeter later = CountingMeter.open();
        CallMeter first = weight -> {
            Thread second = Thread.ofVirtual().start(() -> source.ask(TestPlaces.BERLIN, later));
            while (second.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            assertThat(later.asked()).isEmpty();
            stub.answer("/v1/forecast", StubAnswer.status(404));
            return Optional.of(CountingMeter.SPENT);
        };
        assertThat(other.ask(TestPlaces.BERLIN, first)).isEqualTo(CountingMeter.SPENT);
        other.ask(TestPlaces.BERLIN, CallMeter.UNLIMITED); // comes after the second, since turns are fair
        assertThat(later.asked()).containsExactly(3);
    }

    @Test
    void givesUpIfItsTurnDoesNotComeWithinTheTimeLimit() {
        try (ProviderSources impatient = new ProviderSources(Replies.impatient(50), CLOCK)) {
            WeatherSource models = impatient.openMeteoModels(settings(THREE, 10));
            CallMeter whoseTurnItIs =
                    weight -> Optional.of(failure(models.ask(TestPlaces.BERLIN, CallMeter.UNLIMITED)));
            Failed failed = failure(models.ask(TestPlaces.BERLIN, whoseTurnItIs));
            assertThat(failed.reason()).as("not the provider's failure").isEqualTo(Reason.BUDGET_SPENT);
            assertThat(failed.detail()).startsWith("Open-Meteo was not asked: earlier calls took");
            assertThat(stub.calls()).isZero();
        }
    }

    @Test
    void neverThrowsWhateverItIsAnswered() {
        BrokenTexts.of(ANSWER, 300, broken -> assertThat(ask(broken)).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "gzip bomb", "page"})
    void survivesWhatIsNoAnswer(String what) {
        StubAnswer answer = switch (what) {
            case "cut" -> StubAnswer.json(ANSWER).cut();
            case "gzip bomb" -> StubAnswer.gzipBomb(32);
            default -> StubAnswer.html(200);
        };
        assertThat(List.of(Reason.MALFORMED, Reason.UNREACHABLE, Reason.TIMED_OUT))
                .contains(failure(ask(source, TestPlaces.BERLIN, answer)).reason());
    }
}
