package dev.vane.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.adapters.sources.StubAnswer;
import dev.vane.adapters.sources.StubProvider;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several providers, one answer: through the whole program, over HTTP. */
@Timeout(60)
class SeveralSourcesTest {

    private static final Instant NOW = Instant.parse("2026-02-06T21:35:00Z");
    private static final String ZURICH = "/api/v1/weather?place=" + Documents.ZURICH;
    private static final String WATCH = "/api/v1/watches/" + Documents.ZURICH;

    /** What Open-Meteo says, and two of its models under their names in the same answer. */
    private static final String OPEN_METEO_WITH_MODELS =
            Documents.OPEN_METEO.replace("\"hourly_units\":{", """
            "hourly_units":{"temperature_2m_gfs_seamless":"°C","temperature_2m_icon_seamless":"°C",""").replace("\"hourly\":{", """
            "hourly":{"temperature_2m_gfs_seamless":[5,5,5,5],"temperature_2m_icon_seamless":[6,6,null,null],""");

    @TempDir
    private Path directory;

    private final StubProvider openMeteo = StubProvider.start();
    private final StubProvider metNorway = StubProvider.start();

    @AfterEach
    void stop() {
        openMeteo.close();
        metNorway.close();
    }

    private RunningVane start(Map<String, String> more) {
        openMeteo.answer("/v1/forecast", StubAnswer.json(OPEN_METEO_WITH_MODELS));
        metNorway.answer(
                "/weatherapi/locationforecast/2.0/complete",
                StubAnswer.json(Documents.MET_NORWAY).withHeader("Expires", "Fri, 06 Feb 2026 23:00:00 GMT"));
        Map<String, String> settings = new HashMap<>(Map.of(
                "VANE_SOURCES_OPEN_METEO_BASE_URL",
                openMeteo.baseUrl(),
                "VANE_SOURCES_MET_NORWAY_BASE_URL",
                metNorway.baseUrl(),
                "VANE_HTTP_CLIENT_CONTACT",
                "https://home.example.org/contact",
                "VANE_REFRESH_RESTART_SPREAD",
                "1ms"));
        settings.putAll(more);
        return RunningVane.start(directory, NOW, settings);
    }

    @Test
    void aGapIsFilledFromTheNextSourceAndEachValueNamesItsOwn() throws Exception {
        try (RunningVane vane = start(Map.of("VANE_SOURCES_PREFERENCE", "CH=met-norway"))) {
            HttpResponse<String> answer = awaitBody(
                    vane,
                    ZURICH + "&provenance=full",
                    "\"temperature\":\"met-norway\"",
                    "\"windDirection\":\"open-meteo\"");

            assertThat(answer.body())
                    .contains("\"temperature\":6.5")
                    .contains("\"temperature\":\"met-norway\"")
                    .contains("\"windDirection\":\"open-meteo\"")
                    .contains("\"dewPoint\":\"derived\"")
                    .contains("\"attribution\":\"Data from MET Norway (CC BY 4.0)\"")
                    .contains("\"attribution\":\"Weather data by Open-Meteo.com (CC BY 4.0)\"");
        }
    }

    @Test
    void aWatchedPlaceIsKeptUpToDateWithItsModelsAndSoAfterARestart() throws Exception {
        try (RunningVane vane = start(Map.of())) {
            assertThat(vane.get(ZURICH).statusCode()).isEqualTo(200);
            assertThat(openMeteo.requests()).noneMatch(request -> asksForModels(request));

            assertThat(vane.put(WATCH).statusCode()).isEqualTo(201);

            assertThat(awaitBody(vane, "/api/v1/sources", "\"source\":\"gfs-seamless\",", "\"state\":\"answering\"")
                            .body())
                    .contains("\"source\":\"icon-seamless\"");
            awaitBody(vane, ZURICH, "\"source\":\"icon-seamless\",\"name\":\"DWD ICON (via Open-Meteo)\"");
            assertThat(openMeteo.requests())
                    .filteredOn(request -> asksForModels(request))
                    .hasSize(1);
        }
        int calls = openMeteo.calls() + metNorway.calls();
        try (RunningVane vane = start(Map.of())) {
            assertThat(vane.get("/api/v1/watches").body()).contains("\"id\":\"" + Documents.ZURICH + "\"");
            assertThat(vane.get(ZURICH).statusCode()).isEqualTo(200);
            assertThat(openMeteo.calls() + metNorway.calls())
                    .as("calls, with nothing due")
                    .isEqualTo(calls);

            vane.advance(Duration.ofMinutes(20));
            await(() -> openMeteo.calls() + metNorway.calls() > calls, "a refresh that nobody asked for");
            assertThat(metNorway.calls()).as("calls before Expires").isEqualTo(1);
        }
    }

    @Test
    void callsAreCountedAcrossARestartAndNeverPassTheLimit() throws Exception {
        Map<String, String> scarce = Map.of(
                "VANE_SOURCES_OPEN_METEO_BUDGET", "12/day",
                "VANE_SOURCES_MET_NORWAY_ENABLED", "false",
                "VANE_SOURCES_OPEN_METEO_MODELS_ENABLED", "false");
        try (RunningVane vane = start(scarce)) {
            assertThat(vane.get(point(1)).statusCode()).isEqualTo(200);
            assertThat(vane.get("/api/v1/sources").body())
                    .contains("\"window\":\"day\",\"limit\":12,\"used\":6,\"left\":6");
        }
        try (RunningVane vane = start(scarce)) {
            assertThat(vane.get(point(2)).statusCode()).isEqualTo(200);
            HttpResponse<String> refused = vane.get(point(3));

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("8700"); // 21:35 to midnight
            assertThat(refused.body()).contains("The limit of 12 calls per day is reached");
            assertThat(vane.get("/api/v1/sources").body()).contains("\"state\":\"budget-spent\"");
            assertThat(openMeteo.calls()).isEqualTo(2);
            assertThat(vane.operations("/metrics").body())
                    .contains("vane_upstream_budget_left{")
                    .contains("vane_upstream_call_weight_total{");
            assertThat(vane.operations("/health/ready").statusCode()).isEqualTo(200);

            vane.advance(Duration.ofMinutes(146));
            assertThat(vane.get(point(3)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void withoutAnySourceALastAnswerIsServedAndItsAgeIsTold() throws Exception {
        try (RunningVane vane = start(Map.of())) {
            assertThat(vane.get(ZURICH).statusCode()).isEqualTo(200);
            awaitBody(vane, ZURICH, "\"source\":\"met-norway\"", "\"staleAfter\":\"2026-02-06T23:00:00Z\"");
            openMeteo.answer("/v1/forecast", StubAnswer.html(500));
            metNorway.answer("/weatherapi/locationforecast/2.0/complete", StubAnswer.status(503));
            vane.advance(Duration.ofHours(9));
            vane.get(ZURICH);

            HttpResponse<String> answer = awaitBody(vane, ZURICH, "\"problem\":\"Open-Meteo answered 500");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("\"temperature\":7.4")
                    .contains("\"fetchedAt\":\"2026-02-06T21:35:00Z\"")
                    .contains("\"staleAfter\":\"2026-02-06T21:50:00Z\"");
            HttpResponse<String> elsewhere = vane.get(point(1));
            assertThat(elsewhere.statusCode()).isEqualTo(503);
            assertThat(elsewhere.headers().firstValue("Retry-After")).isPresent();
            assertThat(elsewhere.body()).contains("No source answered").contains("Open-Meteo answered 500");
        }
    }

    private static String point(int number) {
        return "/api/v1/weather?lat=46." + number + "&lon=8.5";
    }

    private static boolean asksForModels(StubProvider.Request request) {
        return request.uri().getQuery().contains("models=");
    }

    private static HttpResponse<String> awaitBody(RunningVane vane, String path, String... parts) throws Exception {
        HttpResponse<String> answer = vane.get(path);
        for (int i = 0; i < 500 && !containsAll(answer.body(), parts); i++) {
            Thread.sleep(20);
            answer = vane.get(path);
        }
        assertThat(answer.body()).contains(parts);
        return answer;
    }

    private static boolean containsAll(String body, String... parts) {
        for (String part : parts) {
            if (!body.contains(part)) {
                return false;
            }
        }
        return true;
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition, String what) throws InterruptedException {
        for (int i = 0; i < 1000 && !condition.holds(); i++) {
            Thread.sleep(20);
        }
        assertThat(condition.holds()).as(what).isTrue();
    }
}
