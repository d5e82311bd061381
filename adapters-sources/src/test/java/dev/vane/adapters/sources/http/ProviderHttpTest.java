package dev.vane.adapters.sources.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.adapters.sources.Replies;
import dev.vane.adapters.sources.StubAnswer;
import dev.vane.adapters.sources.StubProvider;
import dev.vane.adapters.sources.http.HttpAnswer.Broken;
import dev.vane.adapters.sources.http.HttpAnswer.Content;
import dev.vane.adapters.sources.http.HttpAnswer.Refused;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.application.spi.SourceReply.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ProviderHttpTest {

    private final StubProvider stub = StubProvider.start();
    private final ProviderHttp http = new ProviderHttp(Replies.HTTP, Replies.CLOCK);

    @AfterEach
    void stop() {
        http.close();
        stub.close();
    }

    private HttpAnswer get(ProviderHttp client, StubAnswer answer) {
        stub.answer("/x", answer);
        return client.metered(CallMeter.UNLIMITED).get(URI.create(stub.baseUrl() + "/x?appid=hidden"));
    }

    private HttpAnswer getImpatiently(StubAnswer answer) {
        try (ProviderHttp impatient = new ProviderHttp(Replies.impatient(300), Replies.CLOCK)) {
            return get(impatient, answer);
        }
    }

    private static Failed failure(HttpAnswer answer) {
        assertThat(answer).isInstanceOf(Broken.class);
        Failed failure = ((Broken) answer).failure();
        assertThat(failure.detail())
                .doesNotContain("hidden")
                .doesNotContain("Exception")
                .endsWith(".");
        return failure;
    }

    @Test
    void readsAnAnswer() {
        assertThat(get(http, StubAnswer.json("{\"ä\":1}"))).isEqualTo(new Content("{\"ä\":1}"));
    }

    @Test
    void saysWhoItIsAndAcceptsGzip() {
        get(http, StubAnswer.json("{}"));
        Map<String, String> headers = stub.requests().getFirst().headers();
        assertThat(headers).containsEntry("user-agent", "vane/test (+https://vane.example)");
        assertThat(headers).containsEntry("accept-encoding", "gzip");
        assertThat(HttpSettings.standard("1.2.3", URI.create("https://vane.example"))
                        .userAgent())
                .isEqualTo("vane/1.2.3 (+https://vane.example)");
    }

    @Test
    void sendsMoreHeadersAndTellsThoseOfTheAnswer() {
        stub.answer("/x", StubAnswer.status(304).withHeader("Expires", "soon"));
        HttpExchange exchange = http.metered(CallMeter.UNLIMITED)
                .exchange(URI.create(stub.baseUrl() + "/x"), Map.of("If-Modified-Since", "yesterday"));
        assertThat(stub.requests().getFirst().headers())
                .containsEntry("if-modified-since", "yesterday")
                .containsEntry("user-agent", "vane/test (+https://vane.example)");
        assertThat(exchange.answer()).isEqualTo(new Refused(304, "", Optional.empty()));
        assertThat(exchange.status()).hasValue(304);
        assertThat(exchange.header("eXPIRES")).contains("soon");
        assertThat(exchange.header("Last-Modified")).isEmpty();
    }

    @Test
    void hasNeitherStatusNorHeadersWhereThereIsNoAnswer() {
        stub.answer("/x", StubAnswer.json("{}").after(Duration.ofMinutes(5)));
        try (ProviderHttp impatient = new ProviderHttp(Replies.impatient(300), Replies.CLOCK)) {
            HttpExchange exchange =
                    impatient.metered(CallMeter.UNLIMITED).exchange(URI.create(stub.baseUrl() + "/x"), Map.of());
            assertThat(failure(exchange.answer()).reason()).isEqualTo(Reason.TIMED_OUT);
            assertThat(exchange.status()).isEmpty();
            assertThat(exchange.headers()).isEmpty();
        }
    }

    @Test
    void readsACompressedAnswer() {
        assertThat(get(http, StubAnswer.json("{\"a\":1}").gzipped())).isEqualTo(new Content("{\"a\":1}"));
    }

    @Test
    void refusesAGzipBomb() {
        Failed failure = failure(get(http, StubAnswer.gzipBomb(64)));
        assertThat(failure.reason()).isEqualTo(Reason.MALFORMED);
        assertThat(failure.detail()).isEqualTo("The body has more than 4194304 bytes.");
    }

    @Test
    void refusesAnAnswerThatIsTooLargeWithoutCompression() {
        Failed failure = failure(get(http, StubAnswer.bytes(new byte[(4 << 20) + 1])));
        assertThat(failure.reason()).isEqualTo(Reason.MALFORMED);
        assertThat(failure.detail()).isEqualTo("The body has more than 4194304 bytes.");
    }

    @Test
    void acceptsAnAnswerOfJustTheLimit() {
        assertThat(get(http, StubAnswer.bytes(new byte[4 << 20]).gzipped())).isInstanceOf(Content.class);
    }

    @Test
    void saysThatAnAnswerIsNoGzip() {
        StubAnswer pretender = StubAnswer.json("{}").withHeader("Content-Encoding", "gzip");
        assertThat(failure(get(http, pretender)).detail()).contains("not the gzip that it claims to be");
    }

    @Test
    void saysThatAnAnswerIsCompressedInAnUnknownWay() {
        StubAnswer brotli = StubAnswer.json("{}").withHeader("Content-Encoding", "br");
        assertThat(failure(get(http, brotli)).reason()).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void saysThatAnAnswerIsNotUtf8() {
        StubAnswer latin1 = StubAnswer.bytes(new byte[] {'{', '"', (byte) 0xE4, '"', ':', '1', '}'});
        assertThat(failure(get(http, latin1)).detail()).isEqualTo("The answer is not UTF-8 text.");
    }

    @Test
    @Timeout(5)
    void boundsTheTimeUntilAnAnswerBegins() {
        Failed failure = failure(getImpatiently(StubAnswer.json("{}").after(Duration.ofMinutes(5))));
        assertThat(failure.reason()).isEqualTo(Reason.TIMED_OUT);
        assertThat(failure.detail()).contains("127.0.0.1", "300 ms in all");
    }

    @Test
    @Timeout(5)
    void boundsTheTimeOfABodyThatDripsForEver() {
        StubAnswer dripping = StubAnswer.json(" ".repeat(100_000)).dripping();
        assertThat(failure(getImpatiently(dripping)).reason()).isEqualTo(Reason.TIMED_OUT);
    }

    @Test
    void saysThatAConnectionBroke() {
        Failed failure =
                failure(get(http, StubAnswer.json("{\"a\": 1234567890}").cut()));
        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure.detail()).contains("broke before the answer was complete");
    }

    @Test
    void saysThatNobodyListens() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            port = socket.getLocalPort();
        }
        Failed failure = failure(
                http.metered(CallMeter.UNLIMITED).get(URI.create("http://127.0.0.1:" + port + "/x?appid=hidden")));
        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure.detail()).contains("does not accept a connection");
    }

    @Test
    void saysThatTheSecureConnectionFailed() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            Thread answering = Thread.ofVirtual().start(() -> answerInTheClear(server));
            Failed failure = failure(http.metered(CallMeter.UNLIMITED)
                    .get(URI.create("https://127.0.0.1:" + server.getLocalPort() + "/x?appid=hidden")));
            assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
            assertThat(failure.detail()).contains("secure connection");
            answering.join();
        }
    }

    private static void answerInTheClear(ServerSocket server) {
        try (Socket caller = server.accept()) {
            caller.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            caller.getOutputStream().flush();
            caller.getInputStream().transferTo(OutputStream.nullOutputStream()); // until the caller has left
        } catch (IOException left) {
            assertThat(left).hasMessageContaining("reset");
        }
    }

    @Test
    void handsARefusalOnWithItsTextAndTheTimeToWait() {
        StubAnswer busy = StubAnswer.json("{\"a\":1}").gzipped().withStatus(429).withHeader("Retry-After", "90");
        Refused refused = (Refused) get(http, busy);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text()).isEqualTo("{\"a\":1}");
        assertThat(refused.retryAfter()).contains(Duration.ofSeconds(90));
    }

    @Test
    void followsNoRedirect() {
        stub.answer("/elsewhere", StubAnswer.json("{}"));
        StubAnswer redirect = StubAnswer.status(302).withHeader("Location", stub.baseUrl() + "/elsewhere");
        assertThat(((Refused) get(http, redirect)).status()).isEqualTo(302);
        assertThat(stub.calls("/elsewhere")).isZero();
    }

    @Test
    void keepsAnInterruptAndEndsTheCall() {
        Thread.currentThread().interrupt();
        Failed failure = failure(get(http, StubAnswer.json("{}").after(Duration.ofMinutes(5))));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.detail()).contains("stopping");
    }

    @Test
    void makesNoCallOnceItIsClosed() {
        http.close();
        assertThat(failure(get(http, StubAnswer.json("{}"))).reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(stub.calls()).isZero();
    }
}
