package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that no client library would send, over a bare socket. */
class MalformedRequestsTest {

    private static final String MALFORMED = "malformed-request";

    private static RunningVane vane;

    record Sent(String name, int status, String type, String request) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void start() {
        vane = RunningVane.start();
    }

    @AfterAll
    static void stop() {
        vane.close();
    }

    private static String get(String target, String... headers) {
        StringBuilder request = new StringBuilder("GET " + target + " HTTP/1.1\r\nHost: vane.example\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return request + "\r\n";
    }

    private static String post(String body, String... headers) {
        return get("/api/v1/places", headers).replace("GET ", "POST ") + body;
    }

    private static String put(String body, String... headers) {
        return get("/api/v1/watches/5746545", headers).replace("GET ", "PUT ") + body;
    }

    static Stream<Sent> corpus() {
        return Stream.of(requestLines(), headers(), targets(), bodies(), bodiesOfChanges())
                .flatMap(sent -> sent);
    }

    private static Stream<Sent> requestLines() {
        return Stream.of(
                new Sent("nothing but a line end", 400, MALFORMED, "\r\n\r\n"),
                new Sent("a word", 400, MALFORMED, "hello\r\n\r\n"),
                new Sent("a method alone", 400, MALFORMED, "GET\r\n\r\n"),
                new Sent("no version", 400, MALFORMED, "GET /api/v1/sources\r\n\r\n"),
                new Sent("HTTP/0.9", 400, MALFORMED, "GET /api/v1/sources HTTP/0.9\r\n\r\n"),
                new Sent("HTTP/1.0", 400, MALFORMED, "GET /api/v1/sources HTTP/1.0\r\n\r\n"),
                new Sent("HTTP/2 preface", 400, MALFORMED, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
                new Sent("version in lower case", 400, MALFORMED, "GET /api/v1/sources http/1.1\r\nHost: a\r\n\r\n"),
                new Sent("two spaces", 400, MALFORMED, "GET  /api/v1/sources HTTP/1.1\r\nHost: a\r\n\r\n"),
                new Sent("a space before", 400, MALFORMED, " GET /api/v1/sources HTTP/1.1\r\nHost: a\r\n\r\n"),
                new Sent("a bare line feed", 400, MALFORMED, "GET /api/v1/sources HTTP/1.1\nHost: a\n\n"),
                new Sent("a bare carriage return", 400, MALFORMED, "GET /api/v1/sources HTTP/1.1\rHost: a\r\r"),
                new Sent("a method of symbols", 400, MALFORMED, "G@T /api/v1/sources HTTP/1.1\r\nHost: a\r\n\r\n"),
                new Sent("TLS hello", 400, MALFORMED, "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n"));
    }

    private static Stream<Sent> headers() {
        return Stream.of(
                new Sent("no host", 400, MALFORMED, "GET /api/v1/sources HTTP/1.1\r\n\r\n"),
                new Sent("an empty host", 400, MALFORMED, "GET /api/v1/sources HTTP/1.1\r\nHost:\r\n\r\n"),
                new Sent("two hosts", 400, MALFORMED, "GET /api/v1/sources HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
                new Sent("a host with a wrong port", 400, MALFORMED, get("/x").replace("vane.example", "a:b")),
                new Sent("a host that is none", 400, MALFORMED, get("/x").replace("vane.example", "a b<c>")),
                new Sent("a header without a colon", 400, MALFORMED, get("/x", "Nonsense")),
                new Sent("a header without a name", 400, MALFORMED, get("/x", ": value")),
                new Sent("a space in a header's name", 400, MALFORMED, get("/x", "A B: value")),
                new Sent("a NUL in a header", 400, MALFORMED, get("/x", "A: v\0w")),
                new Sent("a control character in a header", 400, MALFORMED, get("/x", "A: v\u0001w")),
                new Sent("a folded header", 400, MALFORMED, get("/x", "A: v\r\n continued")),
                new Sent(
                        "headers of 20,000 characters",
                        431,
                        "headers-too-large",
                        get("/x", "A: " + "a".repeat(20_000))),
                new Sent(
                        "2,000 headers", 431, "headers-too-large", get("/x", "Abcdefgh: i\r\n".repeat(2000) + "A: b")));
    }

    private static Stream<Sent> targets() {
        return Stream.of(
                new Sent("a target of 9,000 characters", 414, "target-too-long", get("/" + "a".repeat(9000))),
                new Sent(
                        "a query of 9,000 characters",
                        414,
                        "target-too-long",
                        get("/api/v1/places?q=" + "a".repeat(9000))),
                new Sent("a target of 100,000 characters", 414, "target-too-long", get("/" + "a".repeat(100_000))),
                new Sent("a target without a slash", 404, "unknown-route", get("api")),
                new Sent("an asterisk as the target", 404, "unknown-route", get("*")),
                new Sent("half a percent sign in the path", 400, MALFORMED, get("/api/v1/places/%")),
                new Sent("no hexadecimal in the path", 400, MALFORMED, get("/api/v1/places/%zz")),
                new Sent("a raw control character in the path", 400, MALFORMED, get("/api/v1/places/\u0001")),
                new Sent("a raw NUL in the path", 400, MALFORMED, get("/api/v1/places/\0")),
                new Sent("raw UTF-8 in the path", 400, "invalid-parameter", get("/api/v1/places/\u00fc")),
                new Sent("a raw bracket in the path", 400, MALFORMED, get("/api/v1/places/<x>")),
                new Sent("invalid UTF-8 in the path", 400, "invalid-parameter", get("/api/v1/places/%FF")),
                new Sent("NUL in the path", 400, "invalid-parameter", get("/api/v1/places/%00")),
                new Sent("half a percent sign in the query", 400, "invalid-parameter", get("/api/v1/places?q=a%")),
                new Sent("one hexadecimal digit in the query", 400, "invalid-parameter", get("/api/v1/places?q=a%2")),
                new Sent("no hexadecimal in the query", 400, "invalid-parameter", get("/api/v1/places?q=%zz")),
                new Sent("invalid UTF-8 in the query", 400, "invalid-parameter", get("/api/v1/places?q=%FF")),
                new Sent("half of a UTF-8 character", 400, "invalid-parameter", get("/api/v1/places?q=%C3")),
                new Sent("overlong UTF-8", 400, "invalid-parameter", get("/api/v1/places?q=%C0%AF")),
                new Sent("a surrogate in UTF-8", 400, "invalid-parameter", get("/api/v1/places?q=%ED%A0%80")),
                new Sent("NUL in the query", 400, "invalid-parameter", get("/api/v1/places?q=%00")),
                new Sent("raw UTF-8 in the query", 400, "invalid-parameter", get("/api/v1/places?q=z\u00c3\u00bc")),
                new Sent(
                        "a raw control character in the query",
                        400,
                        "invalid-parameter",
                        get("/api/v1/places?q=\u0001")),
                new Sent("a raw tab in the query", 400, "invalid-parameter", get("/api/v1/places?q=a\tb")),
                new Sent("a fragment", 400, "invalid-parameter", get("/api/v1/places?q=%FF#top")));
    }

    private static Stream<Sent> bodies() {
        return Stream.of(
                new Sent("a negative length", 400, MALFORMED, post("", "Content-Length: -5")),
                new Sent("a length that is no number", 400, MALFORMED, post("", "Content-Length: five")),
                new Sent("a length with a sign", 400, MALFORMED, post("12345", "Content-Length: +5")),
                new Sent("a length beyond a long", 400, MALFORMED, post("", "Content-Length: 99999999999999999999")),
                new Sent("two lengths", 400, MALFORMED, post("12345", "Content-Length: 5", "Content-Length: 6")),
                new Sent("a list of lengths", 400, MALFORMED, post("12345", "Content-Length: 5, 5")),
                new Sent(
                        "a length beside chunks",
                        400,
                        MALFORMED,
                        post("0\r\n\r\n", "Content-Length: 5", "Transfer-Encoding: chunked")),
                new Sent("an unknown transfer coding", 400, MALFORMED, post("", "Transfer-Encoding: gzip, chunked")),
                new Sent("a body of 64 KiB and one byte", 413, "body-too-large", post("", "Content-Length: 65537")),
                new Sent(
                        "a compressed body",
                        415,
                        "unsupported-content",
                        post("12345", "Content-Length: 5", "Content-Encoding: gzip")),
                new Sent(
                        "a body for what can only be read",
                        405,
                        "method-not-allowed",
                        post("12345", "Content-Length: 5")),
                new Sent(
                        "an unknown method",
                        405,
                        "method-not-allowed",
                        get("/api/v1/sources").replace("GET", "BREW")));
    }

    private static Stream<Sent> bodiesOfChanges() {
        return Stream.of(
                new Sent("a change with a body", 400, MALFORMED, put("{}", "Content-Length: 2")),
                new Sent("a change with half a body", 400, MALFORMED, put("{", "Content-Length: 2")),
                new Sent(
                        "a change with chunks",
                        400,
                        MALFORMED,
                        put("2\r\n{}\r\n0\r\n\r\n", "Transfer-Encoding: chunked")),
                new Sent("a change with broken chunks", 400, MALFORMED, put("zz\r\n", "Transfer-Encoding: chunked")),
                new Sent("a change with 64 KiB and one byte", 413, "body-too-large", put("", "Content-Length: 65537")),
                new Sent(
                        "a change with a compressed body",
                        415,
                        "unsupported-content",
                        put("12345", "Content-Length: 5", "Content-Encoding: gzip")),
                new Sent("a change with a negative length", 400, MALFORMED, put("", "Content-Length: -5")),
                new Sent(
                        "a deletion with a body",
                        400,
                        MALFORMED,
                        put("{}", "Content-Length: 2").replace("PUT ", "DELETE ")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void answersMalformedRequestsWithAProblem(Sent sent) {
        RawExchange answer = vane.raw(sent.request().getBytes(StandardCharsets.ISO_8859_1));
        assertThat(answer.status()).isEqualTo(sent.status());
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"type\":\"/problems/" + sent.type() + "\"");
    }
}
