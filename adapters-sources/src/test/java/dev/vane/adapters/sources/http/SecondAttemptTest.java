package dev.vane.adapters.sources.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.adapters.sources.CountingMeter;
import dev.vane.adapters.sources.Replies;
import dev.vane.adapters.sources.StubAnswer;
import dev.vane.adapters.sources.StubProvider;
import dev.vane.adapters.sources.http.HttpAnswer.Broken;
import dev.vane.adapters.sources.http.HttpAnswer.Content;
import dev.vane.adapters.sources.http.HttpAnswer.Refused;
import dev.vane.application.spi.SourceReply.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class SecondAttemptTest {

    private static final StubAnswer GOOD = StubAnswer.json("{}");

    private final StubProvider stub = StubProvider.start();
    private final ProviderHttp http = new ProviderHttp(Replies.HTTP, Replies.CLOCK);
    private final URI resource = URI.create(stub.baseUrl() + "/x");
    private final CountingMeter meter = CountingMeter.open();

    @AfterEach
    void stop() {
        http.close();
        stub.close();
    }

    private HttpAnswer get(StubAnswer... inTurn) {
        stub.answerInTurn("/x", inTurn);
        return http.metered(meter, 3).get(resource);
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void asksOnceMoreWhatAGatewayCouldNotPassOn(int status) {
        assertThat(get(StubAnswer.html(status), GOOD)).isEqualTo(new Content("{}"));
        assertThat(stub.calls()).isEqualTo(2);
        assertThat(meter.asked()).containsExactly(3, 3);
    }

    @Test
    void asksOnceMoreWhereTheConnectionBrokeBeforeAnAnswerBegan() {
        assertThat(get(StubAnswer.closed(), GOOD)).isEqualTo(new Content("{}"));
        assertThat(stub.calls()).isEqualTo(2);
        assertThat(meter.asked()).hasSize(2);
    }

    @Test
    void asksOnceMoreWhereNoConnectionCouldBeMade() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            port = free.getLocalPort();
        }
        HttpAnswer answer = http.metered(meter).get(URI.create("http://127.0.0.1:" + port + "/x"));
        assertThat(((Broken) answer).failure().reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(meter.asked()).hasSize(2);
    }

    @Test
    void asksNoThirdTime() {
        assertThat(get(StubAnswer.status(503), StubAnswer.closed(), GOOD)).isInstanceOf(Broken.class);
        assertThat(get(StubAnswer.closed(), StubAnswer.status(503), GOOD))
                .isEqualTo(new Refused(503, "", Optional.empty()));
        assertThat(stub.calls()).isEqualTo(4);
        assertThat(meter.asked()).hasSize(4);
    }

    static Stream<Arguments> lasting() {
        return Stream.of(
                Arguments.of("a good answer", GOOD),
                Arguments.of("no change", StubAnswer.status(304)),
                Arguments.of("a redirect", StubAnswer.status(302).withHeader("Location", "/elsewhere")),
                Arguments.of("a wrong request", StubAnswer.status(400)),
                Arguments.of("a wrong token", StubAnswer.status(401)),
                Arguments.of("a forbidden request", StubAnswer.status(403)),
                Arguments.of("nothing found", StubAnswer.status(404)),
                Arguments.of("a request that was too slow", StubAnswer.status(408)),
                Arguments.of("a spent quota", StubAnswer.status(429)),
                Arguments.of("a mistake of the provider's", StubAnswer.status(500)),
                Arguments.of("a gateway that says when", StubAnswer.status(503).withHeader("Retry-After", "1")),
                Arguments.of(
                        "a gateway that says something", StubAnswer.status(502).withHeader("Retry-After", "x")),
                Arguments.of(
                        "half an answer", StubAnswer.json("{\"a\": 1234567890}").cut()),
                Arguments.of("an unreadable answer", StubAnswer.bytes(new byte[] {-1, -2})),
                Arguments.of("a gzip bomb", StubAnswer.gzipBomb(8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lasting")
    void asksOnlyOnceWhatDoesNotPassInAMoment(String what, StubAnswer answer) {
        get(answer, GOOD);
        assertThat(stub.calls()).as(what).isEqualTo(1);
        assertThat(meter.asked()).as(what).hasSize(1);
    }

    @Test
    void asksOnlyOnceWhatTookTooLong() {
        stub.answerInTurn("/x", GOOD.after(Duration.ofMinutes(5)), GOOD);
        try (ProviderHttp impatient = new ProviderHttp(Replies.impatient(300), Replies.CLOCK)) {
            HttpAnswer answer = impatient.metered(meter).get(resource);
            assertThat(((Broken) answer).failure().reason()).isEqualTo(Reason.TIMED_OUT);
        }
        assertThat(stub.calls()).isEqualTo(1);
        assertThat(meter.asked()).hasSize(1);
    }

    @Test
    void asksOnlyOnceWhereTheAnswerIsNotHttp() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            Thread.ofVirtual().start(() -> greet(server));
            HttpAnswer answer = http.metered(meter).get(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/x"));
            assertThat(((Broken) answer).failure().reason()).isEqualTo(Reason.MALFORMED);
        }
        assertThat(meter.asked()).hasSize(1);
    }

    private static void greet(ServerSocket server) {
        try {
            while (true) {
                try (Socket caller = server.accept()) {
                    caller.getInputStream().readNBytes(1);
                    caller.getOutputStream()
                            .write("220 mail.example ESMTP\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException closed) {
            assertThat(server.isClosed()).isTrue();
        }
    }

    @Test
    void keepsTheFirstOutcomeWhereTheBudgetIsSpent() {
        CountingMeter one = CountingMeter.granting(1);
        stub.answerInTurn("/x", StubAnswer.html(503), GOOD);
        assertThat(http.metered(one).get(resource)).isInstanceOf(Refused.class);
        assertThat(stub.calls()).isEqualTo(1);
        assertThat(one.asked()).hasSize(2);
    }

    @Test
    void keepsTheFirstOutcomeWhereNoTimeIsLeftForAPause() {
        Duration total = Duration.ofMillis(99);
        assertThat(timesGiven(total)).containsExactly(total);
    }

    @Test
    void givesTheSecondAttemptOnlyTheTimeThatIsLeft() {
        Duration total = Duration.ofSeconds(20);
        List<Duration> given = timesGiven(total);
        assertThat(given).hasSize(2);
        assertThat(given.getFirst()).isEqualTo(total);
        assertThat(given.getLast()).isLessThanOrEqualTo(given.getFirst().minusMillis(100));
    }

    /** What every attempt is given that meets what may pass. */
    private static List<Duration> timesGiven(Duration total) {
        List<Duration> given = new ArrayList<>();
        HttpExchange unavailable =
                new HttpExchange(new Refused(503, "", Optional.empty()), OptionalInt.of(503), Map.of());
        SecondAttempt calls = new SecondAttempt(total, (address, headers, left) -> {
            given.add(left);
            return Attempt.answered(unavailable);
        });
        assertThat(calls.call(URI.create("http://vane.example/x"), Map.of(), Optional::empty))
                .isEqualTo(unavailable);
        return given;
    }

    @Test
    void keepsTheFirstOutcomeAndTheInterruptThatCameDuringThePause() {
        Thread asking = Thread.currentThread();
        stub.answerInTurn("/x", StubAnswer.status(503), GOOD);
        Thread.ofVirtual().start(() -> {
            while (asking.getState() != Thread.State.TIMED_WAITING || !sleeping(asking)) {
                Thread.onSpinWait();
            }
            asking.interrupt();
        });
        HttpAnswer answer = http.metered(meter).get(resource);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(answer).isEqualTo(new Refused(503, "", Optional.empty()));
        assertThat(meter.asked()).hasSize(1);
        assertThat(stub.calls()).isEqualTo(1);
    }

    private static boolean sleeping(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        return Stream.of(stack).limit(3).anyMatch(frame -> frame.getMethodName().startsWith("sleep"));
    }

    @Test
    void makesNoSecondAttemptOnceItIsClosed() {
        http.close();
        assertThat(http.metered(meter).get(resource)).isInstanceOf(Broken.class);
        assertThat(meter.asked()).hasSize(1);
    }

    @Test
    void pausesFor100To400MillisecondsAtRandom() {
        SecondAttempt second = new SecondAttempt(Duration.ofSeconds(20), (address, headers, left) -> {
            throw new IllegalStateException("not to be called");
        });
        Set<Long> pauses = IntStream.range(0, 1000)
                .mapToObj(i -> second.pause().toMillis())
                .collect(Collectors.toSet());
        assertThat(pauses).allMatch(pause -> pause >= 100 && pause <= 400).hasSizeGreaterThan(100);
    }

    @Test
    void passesAMistakeOfOursOn() {
        assertThatThrownBy(() -> http.metered(meter).exchange(resource, Map.of("X", "a\nb")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
