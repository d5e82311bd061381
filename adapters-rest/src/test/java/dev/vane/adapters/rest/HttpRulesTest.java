package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of HTTP that hold for every resource alike. */
class HttpRulesTest {

    private static final String WEATHER = "/api/v1/weather?place=5746545";
    private static final String PLACE = "/api/v1/places/5746545";

    private static RunningVane vane;

    @BeforeAll
    static void start() {
        vane = RunningVane.start();
    }

    @AfterAll
    static void stop() {
        vane.close();
    }

    private static String tag(HttpResponse<?> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/places?q=portland",
                PLACE,
                "/api/v1/places/nearest?lat=1&lon=2",
                WEATHER,
                "/openapi.yaml"
            })
    void answersCarryValidatorsAndSayHowLongTheyMayBeKept(String target) {
        HttpResponse<String> response = vane.get(target);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(tag(response)).matches("\"[A-Za-z0-9_-]{16}\"");
        assertThat(response.headers().firstValue("Last-Modified")).isPresent();
        assertThat(response.headers().firstValue("Cache-Control").orElseThrow()).matches("max-age=[1-9][0-9]*");
        assertThat(response.headers().firstValue("Vary").orElseThrow()).contains("Accept-Encoding");
    }

    @Test
    void theStateOfSourcesIsToBeAskedForEachTime() {
        assertThat(vane.get("/api/v1/sources").headers().firstValue("Cache-Control"))
                .contains("no-cache");
    }

    @Test
    void sendsNothingToWhoHasItAlready() {
        HttpResponse<String> response = vane.get(WEATHER, "If-None-Match", tag(vane.get(WEATHER)));
        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("ETag")).isPresent();
        assertThat(response.headers().firstValue("Vary")).contains("Accept, Accept-Language, Accept-Encoding");
        assertThat(response.headers().firstValue("Cache-Control")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        *                          | 304
        "other", %s                | 304
        W/%s                       | 304
        W/"other" , W/%s           | 304
        "a,b",%s                   | 304
        "other"                    | 200
        W/"other", "another"       | 200
        nonsense                   | 200
        """)
    void comparesWithEveryTagOfAList(String header, int status) {
        String value = header.replace("%s", tag(vane.get(PLACE)));
        assertThat(vane.get(PLACE, "If-None-Match", value).statusCode()).isEqualTo(status);
    }

    @Test
    void comparesWithTagsOnSeveralLines() {
        String tag = tag(vane.get(PLACE));
        assertThat(vane.get(PLACE, "If-None-Match", "\"other\"", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Tue, 10 Mar 2026 14:20:00 GMT | 304
        Tue, 10 Mar 2026 14:20:01 GMT | 304
        Tue, 10 Mar 2026 14:19:59 GMT | 200
        yesterday                     | 200
        """)
    void comparesWithTheTimeOfTheDataIfThereIsNoTag(String since, int status) {
        assertThat(vane.get(WEATHER, "If-Modified-Since", since).statusCode()).isEqualTo(status);
    }

    @Test
    void doesNotLookAtTheTimeIfThereIsATag() {
        HttpResponse<String> response =
                vane.get(WEATHER, "If-None-Match", "\"other\"", "If-Modified-Since", "Tue, 10 Mar 2026 14:20:01 GMT");
        assertThat(response.statusCode()).isEqualTo(200);
    }

    /** upstreams.md, mistake 8: HEAD got 405. */
    @ParameterizedTest
    @ValueSource(strings = {PLACE, WEATHER, "/api/v1/sources", "/openapi.yaml"})
    void mistake8AnswersHeadLikeGetWithoutTheBody(String target) {
        HttpResponse<String> get = vane.get(target);
        HttpResponse<String> head = vane.send("HEAD", target);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name : new String[] {"Content-Length", "Content-Type", "ETag", "Cache-Control", "Vary"}) {
            assertThat(head.headers().firstValue(name)).isEqualTo(get.headers().firstValue(name));
        }
    }

    @Test
    void answersTwoHeadsOnOneConnection() {
        String head = "HEAD " + PLACE + " HTTP/1.1\r\nHost: a\r\n\r\n";
        RawExchange answer = vane.raw((head + head).getBytes(StandardCharsets.US_ASCII));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).startsWith("HTTP/1.1 200 OK").doesNotContain("Portland");
    }

    @ParameterizedTest
    @CsvSource({"GET, 304", "HEAD, 304", "OPTIONS, 204"})
    void saysNoLengthWhereThereCanBeNoContentAndGoesOn(String method, int status) {
        String request = method + " " + PLACE + " HTTP/1.1\r\nHost: a\r\nIf-None-Match: *\r\n\r\n";
        RawExchange answer = vane.raw((request + request).getBytes(StandardCharsets.US_ASCII));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Length")).isEmpty();
        assertThat(answer.body()).startsWith("HTTP/1.1 " + status).doesNotContain("Content-Length");
    }

    @Test
    void headOfARefusalHasNoBodyEither() {
        HttpResponse<String> head = vane.send("HEAD", "/api/v1/places/1");
        assertThat(head.statusCode()).isEqualTo(404);
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {PLACE, WEATHER, "/api/v1/places", "/api/v1/sources"})
    void tellsWhichMethodsThereAre(String target) {
        HttpResponse<String> response = vane.send("OPTIONS", target);
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW"})
    void refusesOtherMethods(String method) {
        HttpResponse<String> response = vane.send(method, PLACE);
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
        assertThat(response.body()).contains("/problems/method-not-allowed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        gzip                              | gzip
        GZIP                              | gzip
        br, gzip                          | gzip
        gzip;q=0.1, identity;q=0          | gzip
        *                                 | gzip
        identity;q=0.5, *;q=0.6           | gzip
        gzip;q=0                          | identity
        gzip;q=0, *                       | identity
        identity, gzip;q=0.5              | identity
        deflate                           | identity
        *;q=0                             | identity
        gzip;q=nonsense                   | identity
        ,,;;q=,                           | identity
        """)
    void compressesForWhoTakesIt(String accepted, String coding) {
        HttpResponse<String> response = vane.get(WEATHER, "Accept-Encoding", accepted);
        assertThat(response.headers().firstValue("Content-Encoding").orElse("identity"))
                .isEqualTo(coding);
    }

    @Test
    void compressesWhatCanBeUnpackedToTheSame() throws IOException, InterruptedException {
        URI target = URI.create("http://127.0.0.1:" + vane.server.port() + WEATHER);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(target)
                    .header("Accept-Encoding", "gzip")
                    .build();
            byte[] packed = client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                    .body();
            try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo(vane.get(WEATHER).body());
            }
        }
    }

    @Test
    void hasATagForEachCoding() {
        String plain = tag(vane.get(WEATHER));
        HttpResponse<String> gzip = vane.get(WEATHER, "Accept-Encoding", "gzip");
        assertThat(tag(gzip)).isNotEqualTo(plain);
        assertThat(vane.get(WEATHER, "Accept-Encoding", "gzip", "If-None-Match", tag(gzip))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void doesNotCompressWhatIsShort() {
        assertThat(vane.get(PLACE, "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        application/json                        | 200
        APPLICATION/JSON; charset=utf-8         | 200
        application/*                           | 200
        text/html, */*;q=0.8                    | 200
        text/html                               | 406
        application/json;q=0, */*               | 406
        text/*, application/xml                 | 406
        nonsense                                | 406
        """)
    void servesJsonToWhoTakesIt(String accepted, int status) {
        HttpResponse<String> response = vane.get(PLACE, "Accept", accepted);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                .isEqualTo(status == 200 ? "application/json" : "application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {PLACE, "/api/v1/places/1", "/api/nothing", "/nothing", "/openapi.yaml"})
    void limitsWhatABrowserDoesWithEveryAnswer(String target) {
        HttpResponse<String> response = vane.get(target);
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-inline", "unsafe-eval");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(response.headers().firstValue("Permissions-Policy")).isPresent();
    }

    @Test
    void limitsWhatABrowserDoesWithAnswersOutsideOfRouting() {
        RawExchange answer = vane.raw("nonsense\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(answer.header("Content-Security-Policy")).isPresent();
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("Connection")).contains("close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/", "/api/v1", "/api/v2/weather", "/api/v1/weather/", "/api/v1/places/1/2"})
    void neverAnswersAPathOfTheApiWithHtml(String target) {
        HttpResponse<String> response = vane.get(target, "Accept", "text/html");
        assertThat(response.statusCode()).isBetween(400, 499);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void saysNeitherServerNorVersion() {
        assertThat(vane.get("/nothing").headers().map()).doesNotContainKeys("server", "x-powered-by");
        assertThat(vane.get("/nothing").body()).doesNotContain("Helidon", "4.1");
    }

    @Test
    void takesTheIdOfARequestFromAProxyIfItIsHarmless() {
        assertThat(vane.get(PLACE, "X-Request-Id", "abc-123").headers().firstValue("X-Request-Id"))
                .contains("abc-123");
        assertThat(vane.get(PLACE, "X-Request-Id", "a b\"c").headers().firstValue("X-Request-Id"))
                .get()
                .asString()
                .matches("[0-9a-f]{16}");
    }

    @Test
    void acceptsAFullUrlAsTheTarget() {
        RawExchange answer = vane.raw("GET http://vane.example/api/v1/sources HTTP/1.1\r\nHost: vane.example\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void ignoresTheBodyOfAGetAndGoesOnWithTheNextRequest() {
        String body = "GET " + PLACE + " HTTP/1.1\r\nHost: a\r\nContent-Length: 7\r\n\r\nignored";
        String next = "GET /api/v1/places?q=atlantis HTTP/1.1\r\nHost: a\r\n\r\n";
        RawExchange answer = vane.raw((body + next).getBytes(StandardCharsets.US_ASCII));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("Portland", "HTTP/1.1 200 OK", "{\"places\":[]}");
    }

    @Test
    void refusesChunksBeyondTheLimit() {
        String chunk = "1000\r\n" + "a".repeat(0x1000) + "\r\n";
        String request = "POST " + PLACE + " HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                + chunk.repeat(20) + "0\r\n\r\n" + "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";
        RawExchange answer = vane.raw(request.getBytes(StandardCharsets.US_ASCII));
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.body()).doesNotContain("unknown-route");
    }
}
