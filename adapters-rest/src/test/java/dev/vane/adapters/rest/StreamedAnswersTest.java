package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is streamed: its headers, its end, and what happens if it has none. */
class StreamedAnswersTest {

    private static final String TARGET = "/api/v1/history/observations?place=5746545";
    private static final String CRLF = "\r\n";

    /** Some 80 bytes each. */
    private static final int MANY = 2000;

    private RunningVane vane;

    @BeforeEach
    void start() {
        vane = RunningVane.start();
    }

    @AfterEach
    void stop() {
        vane.close();
    }

    private void many(int rows, Runnable then) {
        vane.history.rows = Optional.of(FakeHistory.many(rows, then));
    }

    private RawExchange raw(String method, String... headers) {
        return vane.raw(request(method, headers));
    }

    private static byte[] request(String method, String... headers) {
        return (method + " " + TARGET + " HTTP/1.1" + CRLF + "Host: a" + CRLF + String.join("", List.of(headers))
                        + CRLF)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void fail() {
        throw new IllegalStateException("the disk is gone: /secret/place");
    }

    @Test
    void sayHowLongTheyMayBeKeptAndWhatChoseThem() {
        HttpResponse<String> response = vane.get(TARGET);
        assertThat(response.headers().firstValue("Cache-Control")).contains("max-age=60");
        assertThat(response.headers().firstValue("Vary")).contains("Accept, Accept-Language, Accept-Encoding");
        assertThat(response.headers().map()).doesNotContainKeys("etag", "last-modified");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("X-Request-Id")).isPresent();
    }

    @Test
    void comeInChunksWithAnEnd() {
        many(MANY, () -> {});
        RawExchange answer = raw("GET");
        assertThat(answer.header("Transfer-Encoding")).contains("chunked");
        assertThat(answer.header("Content-Length")).isEmpty();
        assertThat(answer.body()).endsWith(CRLF + "0" + CRLF + CRLF);
        assertThat(vane.get(TARGET).body()).endsWith("}]}");
        assertThat(vane.get(TARGET, "Accept", "text/csv").body().split(CRLF, -1))
                .hasSize(MANY + 2);
    }

    @Test
    void areCompressedForWhoTakesItUnlessTheyAreShort() throws IOException, InterruptedException {
        many(MANY, () -> {});
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + vane.server.port() + TARGET))
                    .header("Accept-Encoding", "br, gzip;q=0.5")
                    .build();
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
            try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
                assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo(vane.get(TARGET).body());
            }
        }
        many(3, () -> {});
        HttpResponse<String> brief = vane.get(TARGET, "Accept", "text/csv", "Accept-Encoding", "gzip");
        assertThat(brief.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(brief.body().split(CRLF, -1)).hasSize(5);
    }

    @Test
    void areOnTheirWayWhileTheRestIsMade() throws IOException {
        CountDownLatch seen = new CountDownLatch(1);
        many(MANY, () -> await(seen));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), vane.server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request("GET"));
            InputStream stream = socket.getInputStream();
            String head = new String(stream.readNBytes(4000), StandardCharsets.UTF_8);
            assertThat(head).startsWith("HTTP/1.1 200 OK").contains("\"rows\":[{");
            seen.countDown();
            socket.shutdownOutput();
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .endsWith("0" + CRLF + CRLF);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nothing came");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Test
    void endWhenTheClientLeaves() throws IOException {
        CountDownLatch ended = new CountDownLatch(1);
        vane.history.rows = Optional.of(visitor -> {
            try {
                FakeHistory.many(Integer.MAX_VALUE, () -> {}).forEach(visitor);
            } finally {
                ended.countDown();
            }
        });
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), vane.server.port())) {
            socket.getOutputStream().write(request("GET"));
            assertThat(socket.getInputStream().readNBytes(50_000)).hasSize(50_000);
        }
        await(ended);
    }

    @Test
    void thatBreakOffDoNotLookWhole() {
        many(MANY, StreamedAnswersTest::fail);
        RawExchange answer = RawExchange.untilClosed(vane.server.port(), request("GET"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains("open-meteo")
                .doesNotContain(CRLF + "0" + CRLF, "]}", "problem", "secret", "HTTP/1.1");
        assertThatThrownBy(() -> vane.get(TARGET)).hasCauseInstanceOf(IOException.class);
        assertThatThrownBy(() -> vane.get(TARGET, "Accept", "text/csv")).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void thatBreakOffDoNotLookWholeWhenTheyAreCompressed() throws IOException {
        many(50_000, StreamedAnswersTest::fail);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), vane.server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request("GET", "Accept-Encoding: gzip" + CRLF));
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(all).contains("Content-Encoding: gzip").doesNotEndWith(CRLF + "0" + CRLF + CRLF);
        }
        assertThatThrownBy(() -> vane.get(TARGET, "Accept-Encoding", "gzip"))
                .satisfiesAnyOf(
                        thrown -> assertThat(thrown).hasCauseInstanceOf(EOFException.class),
                        thrown -> assertThat(thrown).hasCauseInstanceOf(IOException.class));
    }

    @Test
    void areCountedAsFaultsIfTheyBreakOff() {
        many(MANY, StreamedAnswersTest::fail);
        RawExchange.untilClosed(vane.server.port(), request("GET"));
        assertThat(vane.operations("/metrics").body().lines())
                .anyMatch(line -> line.contains("history/observations") && line.contains("500"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/csv", "application/x-ndjson"})
    void thatFailBeforeTheyHaveBegunAreProblems(String accepted) {
        many(3, StreamedAnswersTest::fail);
        HttpResponse<String> response = vane.get(TARGET, "Accept", accepted, "Accept-Encoding", "gzip");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(response.body()).contains("/problems/internal-fault").doesNotContain("secret", "open-meteo");
    }

    @Test
    void haveAHeadThatReadsNothingAndSaysNoLength() {
        RawExchange answer = vane.raw(concatenated(request("HEAD"), request("HEAD")));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).contains("application/json");
        assertThat(answer.header("Cache-Control")).contains("max-age=60");
        assertThat(answer.header("Content-Length")).isEmpty();
        assertThat(answer.header("X-Length")).isEmpty();
        assertThat(answer.body()).startsWith("HTTP/1.1 200 OK").doesNotContain("rows");
        assertThat(vane.history.visits).hasValue(0);
    }

    private static byte[] concatenated(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    @ParameterizedTest
    @ValueSource(ints = {3, MANY})
    void areWholeAlsoWhereTheConnectionIsClosedAfterThem(int rows) {
        many(rows, () -> {});
        String whole = vane.get(TARGET).body();
        byte[] close = request("GET", "Connection: close" + CRLF);
        assertThat(RawExchange.untilClosed(vane.server.port(), close).body()).endsWith(end(rows));
        assertThat(vane.get(TARGET).body()).isEqualTo(whole);
    }

    private static String end(int rows) {
        return rows == MANY ? "}]}" + CRLF + "0" + CRLF + CRLF : "}]}";
    }

    @Test
    void leaveTheConnectionForTheNextRequest() {
        many(MANY, () -> {});
        RawExchange answer = vane.raw(concatenated(request("GET"), request("HEAD")));
        assertThat(answer.body()).contains("0" + CRLF + CRLF + "HTTP/1.1 200 OK");
    }
}
