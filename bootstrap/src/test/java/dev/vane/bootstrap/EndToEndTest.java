package dev.vane.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.adapters.sources.StubAnswer;
import dev.vane.adapters.sources.StubProvider;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Logger;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of the data through the whole program: HTTP, use cases, SQLite, a provider on loopback. */
class EndToEndTest {

    private static final Instant NOW = Instant.parse("2026-02-06T21:35:00Z");
    private static final String OPEN_METEO = "/v1/forecast";
    private static final String MET_NORWAY = "/weatherapi/locationforecast/2.0/complete";
    private static final String OPENWEATHER_CURRENT = "/data/2.5/weather";
    private static final String OPENWEATHER_FORECAST = "/data/2.5/forecast";
    private static final String TOKEN = "f00dfeedf00dfeedf00dfeedf00dfeed";
    private static final String ZURICH = "/api/v1/weather?place=" + Documents.ZURICH;

    @TempDir
    private Path directory;

    private final StubProvider stub = StubProvider.start();

    @AfterEach
    void stopTheProvider() {
        stub.close();
    }

    @Test
    void whatTheProviderSaidIsServedThroughEveryLayer() {
        stub.answer(OPEN_METEO, StubAnswer.json(Documents.OPEN_METEO));
        try (RunningVane vane = openMeteo()) {
            HttpResponse<String> answer = vane.get(ZURICH);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("\"name\":\"Zürich\"")
                    .contains("\"simulated\":false")
                    .contains("\"temperature\":7.4")
                    .contains("\"windSpeed\":3.5")
                    .contains("\"condition\":\"rain\"")
                    .contains("\"temperatureMax\":9.1")
                    .contains("\"source\":\"open-meteo\"");
        }
    }

    @Test
    void aRecordedAnswerOfOpenMeteoIsServedAsItWasRecorded() {
        Path recording = recording("open-meteo", "forecast_current_mm.json");
        stub.answer(OPEN_METEO, StubAnswer.file(recording));
        try (RunningVane vane = openMeteo()) {
            assertThat(vane.get("/api/v1/places?q=new%20york%2C%20ny").body()).contains("\"id\":\"5128581\"");

            String body = vane.get("/api/v1/weather?place=5128581&units=imperial&hours=1&days=1")
                    .body();

            assertThat(body)
                    .contains("\"temperature\":29.48") // -1.4 °C
                    .contains("\"windSpeed\":2.98") // 4.8 km/h
                    .contains("\"condition\":\"overcast\"")
                    .contains("\"time\":\"2026-02-06T21:30:00Z\"");
        }
    }

    @Test
    void aRecordedAnswerOfOpenWeatherIsServedAsItWasRecorded() {
        stub.answer(OPENWEATHER_CURRENT, StubAnswer.file(recording("openweathermap", "current_mm.json")));
        stub.answer(OPENWEATHER_FORECAST, StubAnswer.json(Documents.OPENWEATHER_FORECAST));
        try (RunningVane vane = openWeather()) {
            assertThat(vane.get("/api/v1/weather?lat=48.14&lon=11.58&include=current")
                            .body())
                    .contains("\"temperature\":-0.27")
                    .contains("\"pressureMsl\":1018")
                    .contains("\"source\":\"openweather\"");
        }
    }

    /** Mistake 1 of the app replaced: rain or snow present, an object and not a number, was a 500. */
    @Test
    void rainAndSnowAsObjectsAreServed() {
        stub.answer(OPENWEATHER_CURRENT, StubAnswer.json(Documents.OPENWEATHER_CURRENT));
        stub.answer(OPENWEATHER_FORECAST, StubAnswer.json(Documents.OPENWEATHER_FORECAST));
        try (RunningVane vane = openWeather()) {
            assertThat(vane.get(ZURICH + "&include=current").body())
                    .contains("\"condition\":\"sleet\"")
                    .contains("\"rain\":0.7");
        }
    }

    /** Mistake 2 of the app replaced: an upstream that was down was a 500, even with earlier data at hand. */
    @Test
    void whatWasSaidOutlivesTheProviderAndARestart() {
        stub.answer(OPEN_METEO, StubAnswer.json(Documents.OPEN_METEO));
        try (RunningVane vane = openMeteo()) {
            assertThat(vane.get(ZURICH).statusCode()).isEqualTo(200);
        }
        List<StubAnswer> failures = List.of(
                StubAnswer.status(500),
                StubAnswer.status(401),
                StubAnswer.status(429),
                StubAnswer.html(200),
                StubAnswer.bytes(new byte[0]),
                StubAnswer.json("{\"latitude\":"),
                StubAnswer.json(Documents.OPEN_METEO).cut(),
                StubAnswer.gzipBomb(8));
        try (RunningVane vane = openMeteo()) {
            for (StubAnswer failure : failures) {
                stub.answer(OPEN_METEO, failure);
                vane.advance(Duration.ofMinutes(30));

                HttpResponse<String> answer = vane.get(ZURICH + "&include=current");

                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body())
                        .contains("\"temperature\":7.4")
                        .contains("\"staleAfter\":\"2026-02-06T21:50:00Z\"");
            }
        }
        assertThat(stub.calls(OPEN_METEO)).isGreaterThan(1);
    }

    /** Mistake 2 of the app replaced: a blocked upstream call blocked the health check. */
    @Test
    void aProviderThatHangsBlocksNothingElse() throws Exception {
        stub.answer(OPEN_METEO, StubAnswer.json(Documents.OPEN_METEO).after(Duration.ofMinutes(5)));
        try (RunningVane vane = openMeteo();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<HttpResponse<String>> waiting = threads.submit(() -> vane.get(ZURICH));

            assertThat(vane.operations("/health/ready").statusCode()).isEqualTo(200);
            assertThat(vane.get("/api/v1/places?q=zurich").statusCode()).isEqualTo(200);

            HttpResponse<String> answer = waiting.get();
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
    }

    /** Mistakes 1 and 2 of the app replaced: a failure on the first call for a city was a 500 for ever after. */
    @Test
    void aPlaceWhoseFirstCallFailedRecovers() {
        stub.answer(OPEN_METEO, StubAnswer.status(500));
        try (RunningVane vane = openMeteo()) {
            assertThat(vane.get(ZURICH).statusCode()).isEqualTo(503);

            stub.answer(OPEN_METEO, StubAnswer.json(Documents.OPEN_METEO));
            vane.advance(Duration.ofSeconds(30));

            assertThat(vane.get(ZURICH).statusCode()).isEqualTo(200);
        }
    }

    /** Mistake 3 of the app replaced: five requests made six calls. */
    @Test
    void fiveRequestsMakeOneCall() {
        stub.answer(OPEN_METEO, StubAnswer.json(Documents.OPEN_METEO));
        try (RunningVane vane = openMeteo()) {
            for (int i = 0; i < 5; i++) {
                assertThat(vane.get(ZURICH).statusCode()).isEqualTo(200);
            }
        }
        assertThat(stub.calls()).isEqualTo(1);
    }

    /** Mistakes 3 and 4 of the app replaced: calls without limit, and concurrent first requests that failed. */
    @Test
    void twoHundredConcurrentFirstRequestsMakeOneCallForEachEndpoint() throws Exception {
        Duration slow = Duration.ofMillis(300);
        stub.answer(OPEN_METEO, StubAnswer.json(Documents.OPEN_METEO).after(slow));
        stub.answer(
                OPENWEATHER_CURRENT,
                StubAnswer.json(Documents.OPENWEATHER_CURRENT).after(slow));
        stub.answer(
                OPENWEATHER_FORECAST,
                StubAnswer.json(Documents.OPENWEATHER_FORECAST).after(slow));
        Map<String, String> settings = Map.of(
                "VANE_SOURCES_OPEN_METEO_BASE_URL",
                stub.baseUrl(),
                "VANE_SOURCES_OPENWEATHER_BASE_URL",
                stub.baseUrl(),
                "VANE_SOURCES_OPENWEATHER_TOKEN",
                TOKEN,
                "VANE_REFRESH_FIRST_ANSWER_LIMIT",
                "20s");
        try (RunningVane vane = start(settings);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> statuses = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                statuses.add(threads.submit(() -> vane.get(ZURICH).statusCode()));
            }
            for (Future<Integer> status : statuses) {
                assertThat(status.get()).isEqualTo(200);
            }
        }
        assertThat(stub.calls(OPEN_METEO)).isEqualTo(1);
        assertThat(stub.calls(OPENWEATHER_CURRENT)).isEqualTo(1);
        assertThat(stub.calls(OPENWEATHER_FORECAST)).isEqualTo(1);
    }

    /** Mistake 3 of the app replaced: the API key stood in the log. */
    @Test
    void theTokenIsNowhereToBeSeen() {
        CapturedLogs log = new CapturedLogs();
        Logger.getLogger("").addHandler(log);
        try {
            for (StubAnswer answer : List.of(
                    StubAnswer.json("{\"cod\":401,\"message\":\"Invalid API key " + TOKEN + "\"}")
                            .withStatus(401),
                    StubAnswer.json("{\"main\":\"" + TOKEN + "\"}"),
                    StubAnswer.html(500))) {
                stub.answer(OPENWEATHER_CURRENT, answer);
                stub.answer(OPENWEATHER_FORECAST, answer);
                try (RunningVane vane = openWeather()) {
                    HttpResponse<String> weather = vane.get(ZURICH);
                    assertThat(weather.statusCode()).isEqualTo(503);
                    assertThat(weather.body()).contains("openweather").doesNotContain(TOKEN);
                    assertThat(vane.get("/api/v1/sources").body()).doesNotContain(TOKEN);
                    assertThat(vane.operations("/metrics").body())
                            .contains("openweather")
                            .doesNotContain(TOKEN);
                    assertThat(vane.operations("/info").body()).doesNotContain(TOKEN);
                }
            }
        } finally {
            Logger.getLogger("").removeHandler(log);
        }
        assertThat(stub.requests())
                .as("the token did go to the provider")
                .anySatisfy(request -> assertThat(request.uri().toString()).contains(TOKEN));
        assertThat(log.text()).isNotEmpty();
        assertThat(log.text()).doesNotContain(TOKEN);
    }

    @Test
    void aSourceWithoutATokenIsOffAndSaysSo() {
        try (RunningVane vane = openMeteo()) {
            assertThat(vane.get("/api/v1/sources").body())
                    .contains("\"source\":\"openweather\"")
                    .contains("\"enabled\":false")
                    .contains("It needs a token");
        }
    }

    @Test
    void metNorwayIsOffUntilSomebodyCanBeReached() {
        try (RunningVane vane = openMeteo()) {
            assertThat(vane.get("/api/v1/sources").body())
                    .contains("\"source\":\"met-norway\"")
                    .contains("set http-client.contact");
        }
    }

    @Test
    void metNorwayAnswersWhereOpenMeteoDoesNotAndIsAskedWhenItSaysSo() {
        stub.answer(OPEN_METEO, StubAnswer.status(500));
        stub.answer(
                MET_NORWAY,
                StubAnswer.json(Documents.MET_NORWAY)
                        .withHeader("Expires", "Fri, 06 Feb 2026 22:20:00 GMT")
                        .withHeader("Last-Modified", "Fri, 06 Feb 2026 21:30:00 GMT"));
        Map<String, String> settings = Map.of(
                "VANE_SOURCES_OPEN_METEO_BASE_URL", stub.baseUrl(),
                "VANE_SOURCES_MET_NORWAY_BASE_URL", stub.baseUrl(),
                "VANE_HTTP_CLIENT_CONTACT", "https://home.example.org/contact");
        try (RunningVane vane = start(settings)) {
            HttpResponse<String> answer = vane.get(ZURICH);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("\"source\":\"met-norway\"")
                    .contains("\"temperature\":6.5")
                    .contains("\"issuedAt\":\"2026-02-06T20:48:00Z\"")
                    .contains("\"staleAfter\":\"2026-02-06T22:20:00Z\"");
            vane.advance(Duration.ofMinutes(44));
            vane.get(ZURICH);
            assertThat(stub.calls(MET_NORWAY)).isEqualTo(1);
        }
    }

    @Test
    void simulatedWeatherIsMarkedAndNeverRemembered() {
        try (RunningVane vane = start(Map.of("VANE_SOURCES_SIMULATED_ENABLED", "true"))) {
            HttpResponse<String> answer = vane.get(ZURICH);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"simulated\":true").doesNotContain("\"simulated\":false,\"current\"");
        }
        try (RunningVane vane = openMeteo()) {
            stub.answer(OPEN_METEO, StubAnswer.status(500));
            assertThat(vane.get(ZURICH).statusCode()).isEqualTo(503);
        }
    }

    @Test
    void thePageIsServed() {
        try (RunningVane vane = openMeteo()) {
            HttpResponse<String> page = vane.get("/");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
            assertThat(page.body()).contains("<title>");
            assertThat(vane.get("/assets/missing.js").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void operationsAreOnAPortOfTheirOwn() {
        stub.answer(OPEN_METEO, StubAnswer.json(Documents.OPEN_METEO));
        try (RunningVane vane = openMeteo()) {
            vane.get(ZURICH);

            assertThat(vane.operations("/health/live").statusCode()).isEqualTo(200);
            assertThat(vane.operations("/health/started").statusCode()).isEqualTo(200);
            assertThat(vane.operations("/info").body()).contains("\"version\"");
            assertThat(vane.operations("/metrics").body())
                    .contains("vane_upstream_calls_total{")
                    .contains("vane_source_data_age_seconds{")
                    .contains("/api/v1/weather");
            assertThat(vane.operations("/api/v1/sources").statusCode()).isEqualTo(404);
            assertThat(vane.get("/metrics").statusCode()).isEqualTo(404);
            assertThat(vane.get("/health/live").statusCode()).isEqualTo(404);
        }
    }

    private RunningVane openMeteo() {
        return start(Map.of("VANE_SOURCES_OPEN_METEO_BASE_URL", stub.baseUrl()));
    }

    private RunningVane openWeather() {
        return start(Map.of(
                "VANE_SOURCES_ORDER",
                "openweather",
                "VANE_SOURCES_OPENWEATHER_BASE_URL",
                stub.baseUrl(),
                "VANE_SOURCES_OPENWEATHER_TOKEN",
                TOKEN));
    }

    private RunningVane start(Map<String, String> settings) {
        return RunningVane.start(directory, NOW, new HashMap<>(settings));
    }

    private static Path recording(String provider, String name) {
        Path file = Path.of(System.getProperty("vane.shared"), "recordings", provider, name);
        Assumptions.assumeThat(Files.exists(file))
                .as("recordings beside the repository")
                .isTrue();
        return file;
    }
}
