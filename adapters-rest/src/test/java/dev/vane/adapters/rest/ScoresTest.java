package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What is said of how well the sources forecast. */
class ScoresTest {

    private static final String TARGET = "/api/v1/scores?place=5746545";

    private RunningVane vane;

    @BeforeEach
    void start() {
        vane = RunningVane.start();
    }

    @AfterEach
    void stop() {
        vane.close();
    }

    private JsonNode scores(String more) {
        HttpResponse<String> response = vane.get(TARGET + more);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(OpenApi.read().faults("Scores", response.body())).isEmpty();
        return new ObjectMapper().readTree(response.body());
    }

    private static JsonNode bucket(JsonNode scores) {
        return scores.at("/series/0/buckets/0");
    }

    @Test
    void saysEverythingOfASeries() {
        JsonNode series = scores("").at("/series/0");
        assertThat(series.get("buckets")
                        .get(0)
                        .get("sources")
                        .get(0)
                        .get("overall")
                        .toString())
                .isEqualTo("{\"status\":\"ok\",\"n\":400,\"days\":40,\"bias\":-0.5,\"mae\":1,\"rmse\":1.25,"
                        + "\"interval\":{\"low\":0.9,\"high\":1.1235},\"skill\":0.25,\"reference\":\"climatology\"}");
        assertThat(series.toString())
                .startsWith(
                        "{\"truth\":\"station\",\"variable\":\"temperature\",\"unit\":\"°C\",\"firstDay\":\"2026-01-01\","
                                + "\"lastDay\":\"2026-03-09\",\"buckets\":[{\"bucket\":\"24-48\",\"afterHours\":24,\"upToHours\":48,")
                .endsWith(
                        "\"decision\":{\"served\":\"blend-weighted\","
                                + "\"reason\":\"It had the lowest error of 2 candidates on 20 days\",\"days\":20,\"candidates\":["
                                + "{\"candidate\":\"blend-weighted\",\"n\":400,\"mae\":0.85,\"interval\":{\"low\":0.05,\"high\":0.2}},"
                                + "{\"candidate\":\"corrected:open-meteo\",\"n\":400,\"mae\":1,\"weight\":0.6,\"correction\":-0.5}]}}]}");
    }

    @Test
    void saysOfTooFewPairsOnlyHowManyThereAreAndHowManyItTakes() {
        JsonNode scores = scores("");
        assertThat(bucket(scores).at("/sources/1/recent").toString())
                .isEqualTo("{\"status\":\"not enough data yet\",\"n\":29,\"days\":12}");
        assertThat(scores.get("needed").toString()).isEqualTo("{\"n\":30,\"days\":5}");
    }

    @Test
    void convertsErrorsOfTemperatureWithoutTheZero() {
        JsonNode bucket = bucket(scores("&units=imperial"));
        JsonNode score = bucket.at("/sources/0/overall");
        assertThat(score.get("bias").asDouble()).isEqualTo(-0.9);
        assertThat(score.get("mae").asDouble()).isEqualTo(1.8);
        assertThat(score.get("rmse").asDouble()).isEqualTo(2.25);
        assertThat(score.at("/interval/low").asDouble()).isEqualTo(1.62);
        assertThat(score.get("skill").asDouble()).isEqualTo(0.25);
        assertThat(bucket.at("/decision/candidates/1/correction").asDouble()).isEqualTo(-0.9);
        assertThat(bucket.at("/decision/candidates/0/interval/high").asDouble()).isEqualTo(0.2);
        assertThat(bucket(scores("&units=si")).at("/sources/0/overall/mae").asDouble())
                .isEqualTo(1);
        assertThat(scores("&units=si").at("/series/0/unit").asString()).isEqualTo("K");
    }

    @Test
    void saysHowOftenPrecipitationWasSeenComing() {
        JsonNode scores = scores("&variable=precipitation&units=imperial");
        assertThat(scores.at("/series/0/truth").asString()).isEqualTo("official");
        assertThat(scores.at("/series/0/hours").asInt()).isEqualTo(6);
        JsonNode score = bucket(scores).at("/sources/0/overall");
        assertThat(score.get("mae").asDouble()).isEqualTo(0.01);
        assertThat(score.get("occurrence").toString())
                .isEqualTo("{\"hits\":30,\"misses\":10,\"falseAlarms\":10,\"correctNegatives\":350,\"pod\":0.75,"
                        + "\"far\":0.25,\"csi\":0.6,\"frequencyBias\":1}");
        // what is divided by nothing is absent
        assertThat(bucket(scores).at("/sources/0/recent/occurrence").toString())
                .isEqualTo("{\"hits\":0,\"misses\":0,\"falseAlarms\":0,\"correctNegatives\":400}");
        assertThat(bucket(scores).get("decision").toString())
                .isEqualTo("{\"reason\":\"There is not enough data\",\"days\":2,\"candidates\":["
                        + "{\"candidate\":\"open-meteo\",\"n\":40,\"mae\":0.01}]}");
    }

    @Test
    void saysHowGoodProbabilitiesWere() {
        JsonNode bucket = bucket(scores("&variable=precipitationProbability&units=imperial"));
        assertThat(bucket.at("/sources/0/overall").toString())
                .isEqualTo(
                        "{\"status\":\"ok\",\"n\":400,\"days\":40,\"brier\":0.12,\"reliability\":["
                                + "{\"n\":300,\"forecast\":5.5,\"observed\":4},{\"n\":100.5,\"forecast\":62,\"observed\":70}]}");
        assertThat(bucket.at("/decision/candidates/0/mae").asDouble()).isEqualTo(0.12);
    }

    @Test
    void saysOfAPlaceThatIsNotWatchedThatItIsNot() {
        vane.scores = ScoreSamples.of(false, List.of());
        JsonNode scores = scores("");
        assertThat(scores.get("watched").asBoolean()).isFalse();
        assertThat(scores.get("series").size()).isZero();
        assertThat(scores.has("lastModified")).isFalse();
    }

    @Test
    void knowsNoScoresOfAnUnknownPlace() {
        HttpResponse<String> response = vane.get("/api/v1/scores?place=1");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("/problems/unknown-place", "\"parameter\":\"place\"");
    }

    @Test
    void sendsNothingToWhoHasThemUntilTheyChange() {
        HttpResponse<String> response = vane.get(TARGET);
        String tag = response.headers().firstValue("ETag").orElseThrow();
        assertThat(response.headers().firstValue("Last-Modified")).contains("Tue, 10 Mar 2026 14:00:00 GMT");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(vane.get(TARGET, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(vane.get(TARGET, "If-Modified-Since", "Tue, 10 Mar 2026 14:00:00 GMT")
                        .statusCode())
                .isEqualTo(304);
        vane.scores = ScoreSamples.of(true, List.of(ScoreSamples.temperature()));
        assertThat(vane.get(TARGET, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void takesNoOtherMediaType() {
        assertThat(vane.get(TARGET, "Accept", "text/csv").statusCode()).isEqualTo(406);
    }
}
