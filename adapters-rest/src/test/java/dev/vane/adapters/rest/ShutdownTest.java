package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.application.api.WeatherOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ShutdownTest {

    @Test
    void letsAnAcceptedRequestEndAndWaitsForNothingElse() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        try (RunningVane vane = RunningVane.start()) {
            int port = vane.server.port();
            vane.weather = target -> slow(entered, released);
            CompletableFuture<HttpResponse<String>> answer =
                    CompletableFuture.supplyAsync(() -> vane.get("/api/v1/weather?place=5746545"));
            entered.await();
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(vane.server::stop);
            await(() -> !accepts(port));
            released.countDown();
            assertThat(answer.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            stopped.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void closesConnectionsWithTheirNextAnswerWhenTheShutdownBegins() {
        try (RunningVane vane = RunningVane.start()) {
            byte[] request = "GET /api/v1/sources HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            vane.server.drain();
            RawExchange answer = RawExchange.untilClosed(vane.server.port(), request);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Connection")).contains("close");
        }
    }

    @Test
    void closesTheConnectionForWhoAsksForIt() {
        try (RunningVane vane = RunningVane.start()) {
            byte[] request = "GET /api/v1/sources HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);
            assertThat(RawExchange.untilClosed(vane.server.port(), request).status())
                    .isEqualTo(200);
        }
    }

    private static WeatherOutcome slow(CountDownLatch entered, CountDownLatch released) {
        entered.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("cut", e);
        }
        return WeatherOutcomes.served(Samples.NOW);
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
