package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.application.api.ReportReadings;
import dev.vane.application.api.ReportReadings.StationPassword;
import dev.vane.application.api.ReportReadings.Upload;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.RainCounter;
import dev.vane.domain.weather.RainCounter.Reset;
import dev.vane.domain.weather.Variable;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Readings as JSON. */
class ObservationsTest {

    private static final String PATH = "/api/v1/observations";
    private static final String JSON = "application/json";
    private static final String TIME = "\"time\":\"2026-03-10T14:20:00Z\"";
    private static final String READING = "{" + TIME + ",\"temperature\":12.3}";

    private final List<Upload> uploads = new CopyOnWriteArrayList<>();
    private RunningVane vane;

    @BeforeEach
    void start() {
        vane = RunningVane.start();
        ReportReadings kept = vane.reports;
        vane.reports = upload -> {
            uploads.add(upload);
            return kept.report(upload);
        };
    }

    @AfterEach
    void stop() {
        vane.close();
    }

    private HttpResponse<String> post(String body, String... headers) {
        return vane.post(PATH, JSON, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void takesAReadingAndTellsItsVerdict() {
        HttpResponse<String> response = post(
                "{\"time\":\"2026-03-10T16:20:00.5+02:00\",\"period\":\"PT10M\",\"temperature\":12.3,\"windSpeed\":3,"
                        + "\"precipitation\":0.2,\"rainCounter\":{\"reset\":\"yearly\",\"millimetres\":312.4}}",
                "Authorization",
                basic("roof:a:ü"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains(JSON);
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.body())
                .isEqualTo(
                        "{\"verdicts\":[{\"validTime\":\"2026-03-10T14:20:00Z\",\"flags\":[{\"variable\":\"temperature\","
                                + "\"rule\":\"neighbours\",\"excluded\":false,\"detail\":\"It is far off.\"}]}]}");
        assertThat(uploads).singleElement().satisfies(upload -> {
            assertThat(upload.credentials()).isEqualTo(new StationPassword("roof", "a:ü"));
            assertThat(upload.batteries()).isEmpty();
        });
        Observation reading = uploads.getFirst().readings().getFirst();
        assertThat(reading.validTime()).isEqualTo(Instant.parse("2026-03-10T14:20:00.500Z"));
        assertThat(reading.period()).isEqualTo(Duration.ofMinutes(10));
        assertThat(reading.conditions().values().known())
                .containsExactly(Variable.TEMPERATURE, Variable.WIND_SPEED, Variable.PRECIPITATION);
        assertThat(reading.conditions().values().get(Variable.TEMPERATURE)).hasValue(12.3);
        assertThat(reading.rainCounter()).contains(new RainCounter(Reset.YEARLY, 312.4));
    }

    @Test
    void takesSeveralReadings() {
        String many = "[" + (READING + ",").repeat(499) + READING + "]";
        assertThat(post(many).statusCode()).isEqualTo(200);
        assertThat(uploads.getFirst().readings()).hasSize(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Basic", "Basic !!!", "Basic cm9vZg==", "Bearer cm9vZjph", "Basic /////w==", "Digest x"})
    void reportsWithoutCredentialsInTheNameOfNobody(String authorization) {
        post(READING, "Authorization", authorization);
        assertThat(uploads.getFirst().credentials()).isEqualTo(new StationPassword("", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        FORBIDDEN   | 401 | not-the-station  | The name and the password of the request are not those of the station.
        NO_STATION  | 404 | no-station       | No station is set up
        TOO_MANY    | 429 | too-many-uploads | Send it again in 2 s.
        OUT_OF_TIME | 400 | out-of-time      | A reading is of 1970-01-01T00:00:00Z, and only those from 2026-03-10T14:20:00Z to 2026-03-10T14:20:01Z are taken.
        NOT_KEPT    | 503 | not-kept         | Nothing of this upload is kept: send it again in 30 s.
        """)
    void saysWhatBecameOfIt(StationOutcome outcome, int status, String type, String detail) {
        vane.reports = upload -> outcome.get();
        HttpResponse<String> response = post(READING);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains("\"/problems/" + type + "\"", detail);
        assertThat(OpenApi.read().faults("Problem", response.body())).isEmpty();
        assertThat(response.headers().firstValue("Retry-After"))
                .isEqualTo(Optional.ofNullable(Map.of(429, "2", 503, "30").get(status)));
        assertThat(response.headers().firstValue("WWW-Authenticate"))
                .isEqualTo(Optional.of("Basic realm=\"station\", charset=\"UTF-8\"")
                        .filter(it -> status == 401));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"time":"2026-03-10T14:20:00Z","temprature":1}                 | temprature             | is not known here
        {"time":"2026-03-10T14:20:00Z","precipitationProbability":1}   | precipitationProbability | is not known here
        {"time":"2026-03-10T14:20:00Z","temperature":"1"}              | temperature            | is not a number from -100.0 to 65.0
        {"time":"2026-03-10T14:20:00Z","temperature":null}             | temperature            | is not a number from -100.0 to 65.0
        {"time":"2026-03-10T14:20:00Z","temperature":[1]}              | temperature            | is not a number from -100.0 to 65.0
        {"time":"2026-03-10T14:20:00Z","temperature":65.1}             | temperature            | is 65.1, not a number from -100.0 to 65.0
        {"time":"2026-03-10T14:20:00Z","temperature":1e308}            | temperature            | is 1.0E308, not a number
        {"time":"2026-03-10T14:20:00Z","temperature":1e999}            | temperature            | is Infinity, not a number
        {"time":"2026-03-10T14:20:00Z","temperature":1,"temperature":2} | temperature           | is given more than once
        {"time":"2026-03-10T14:20:00Z","temperature":1,"\\u0074emperature":2} | temperature      | is given more than once
        {"temperature":1}                                              | time                   | is missing
        {"time":1,"temperature":1}                                     | time                   | is not a text
        {"time":"2026-03-10","temperature":1}                          | time                   | is '2026-03-10', not a time
        {"time":"2026-02-30T14:20:00Z","temperature":1}                | time                   | not a time
        {"time":"2026-03-10T14:20:00Z"}                                | time                   | has no value beside it
        {"time":"2026-03-10T14:20:00Z","precipitation":1}              | period                 | is missing, and there are values of an interval
        {"time":"2026-03-10T14:20:00Z","precipitation":1,"period":"1h"} | period                | is '1h', not a duration
        {"time":"2026-03-10T14:20:00Z","precipitation":1,"period":"-PT1H"} | period             | not a duration
        {"time":"2026-03-10T14:20:00Z","precipitation":1,"period":"PT25H"} | period             | not a duration
        {"time":"2026-03-10T14:20:00Z","rainCounter":1}                | rainCounter            | is not an object
        {"time":"2026-03-10T14:20:00Z","rainCounter":{}}               | rainCounter.reset      | is missing
        {"time":"2026-03-10T14:20:00Z","rainCounter":{"reset":"x","millimetres":1}} | rainCounter.reset | is 'x', not never
        {"time":"2026-03-10T14:20:00Z","rainCounter":{"reset":"daily"}} | rainCounter.millimetres | is not a number from 0.0
        {"time":"2026-03-10T14:20:00Z","rainCounter":{"reset":"daily","millimetres":-1}} | rainCounter.millimetres | is -1.0, not a number
        {"time":"2026-03-10T14:20:00Z","rainCounter":{"reset":"daily","millimetres":1,"mm":1}} | rainCounter.mm | is not known here
        [{"time":"2026-03-10T14:20:00Z","temperature":1},{"time":"2026-03-10T14:20:00Z","dew":1}] | [1].dew | is not known here
        [{"time":"2026-03-10T14:20:00Z","uvIndex":1,"uvIndex":1}]      | [0].uvIndex            | is given more than once
        [1]                                                            | [0]                    | is not an object
        []                                                             | body                   | has 0 readings, not 1 to 500
        "text"                                                         | body                   | is not an object
        """)
    void namesWhatIsNotAsItShouldBe(String body, String parameter, String fault) {
        HttpResponse<String> response = post(body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains("/problems/invalid-parameter", "\"parameter\":\"" + parameter + "\"", fault);
        assertThat(uploads).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''                       | it ends too early
        {                        | it ends too early
        {"a":1,}                 | a name in double quotes is expected
        {"a" 1}                  | : is expected
        {'a':1}                  | a name in double quotes is expected
        [1,]                     | a value is expected
        [1 2]                    | a comma or ] is expected
        {"a":NaN}                | a value is expected
        {"a":Infinity}           | a value is expected
        {"a":0x10}               | a comma or } is expected
        {"a":01}                 | a comma or } is expected
        {"a":+1}                 | a value is expected
        {"a":.5}                 | a value is expected
        {"a":nul}                | a value is expected
        {"a":"\\x"}              | a backslash has an unknown character after it
        {"a":"\\u12g4"}          | four hexadecimal digits
        {"a":"\\ud800"}          | half of a surrogate pair
        {"a":1} x                | something follows the end
        {"a":1}{"a":1}           | something follows the end
        [[[[[1]]]]]              | it is nested more than 4 deep
        <html>                   | a value is expected
        \uFEFF{}                 | a value is expected
        """)
    void saysWhereABodyIsNotJson(String body, String fault) {
        HttpResponse<String> response = post(body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("/problems/malformed-request", "not JSON at character", fault);
        assertThat(uploads).isEmpty();
    }

    @Test
    void refusesATextWithAControlCharacterAndANumberWithoutEnd() {
        assertThat(post("{\"a\":\"\n\"}").body()).contains("a control character");
        assertThat(post("{\"a\":" + "1".repeat(41) + "}").body()).contains("a number has more than 40 characters");
        assertThat(post("[".repeat(60_000)).body()).contains("nested more than 4 deep");
    }

    @Test
    void refusesMoreThanFiveHundredReadings() {
        assertThat(post("[" + "1,".repeat(500) + "1]").body()).contains("has 501 readings, not 1 to 500");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        HttpResponse<String> response = vane.post(PATH, JSON, new byte[] {'"', (byte) 0xff, '"'});
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("The body is not UTF-8.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonx"})
    void takesNothingThatAFormOfAPageCouldSend(String type) {
        HttpResponse<String> response = vane.post(PATH, type, READING.getBytes(StandardCharsets.UTF_8));
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(uploads).isEmpty();
    }

    /** A browser may remember the credentials of Basic, and add them to what another site's page sends. */
    @Test
    void takesNothingThatAPageOfAnotherSiteSends() {
        HttpResponse<String> response = post(READING, "Sec-Fetch-Site", "cross-site", "Authorization", basic("roof:a"));
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(uploads).isEmpty();
    }

    @Test
    void refusesParametersAndOtherMediaTypes() {
        assertThat(vane.post(PATH + "?units=imperial", JSON, READING.getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(READING, "Accept", "text/html").statusCode()).isEqualTo(406);
        assertThat(uploads).isEmpty();
    }
}
