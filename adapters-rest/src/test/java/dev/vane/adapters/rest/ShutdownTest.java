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

    private static final byte[] REQUEST =
            "GET /api/v1/sources HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

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
    void keepsConnectionsWhileNewOnesAreStillAccepted() {
        try (RunningVane vane = RunningVane.start();
                KeptAlive client = new KeptAlive(vane.server.port())) {
            vane.server.drain();
            assertThat(client.send(REQUEST).status()).isEqualTo(200);
            assertThat(client.send(REQUEST).status()).isEqualTo(200);
            assertThat(client.connections()).isEqualTo(1);
        }
    }

    /** Helidon by itself interrupts who waits for a request, also for the rest of one. */
    @Test
    void answersARequestThatHasBegunWhenTheListenerCloses() throws Exception {
        RunningVane vane = RunningVane.start();
        int port = vane.server.port();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            KeptAlive.over(socket).send(REQUEST); // then it is not in the kernel's backlog any more
            socket.getOutputStream().write(REQUEST, 0, 10);
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(vane.server::stop);
            await(() -> !accepts(port));
            socket.getOutputStream().write(REQUEST, 10, REQUEST.length - 10);
            String answer = text(socket);
            assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").contains("\r\nConnection: close\r\n");
            stopped.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void answersEveryRequestThatWasSentInOneGo() throws Exception {
        RunningVane vane = RunningVane.start();
        int port = vane.server.port();
        byte[] three = new String(REQUEST, StandardCharsets.US_ASCII).repeat(3).getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            KeptAlive.over(socket).send(REQUEST); // then it is not in the kernel's backlog any more
            socket.getOutputStream().write(three, 0, 10);
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(vane.server::stop);
            await(() -> !accepts(port));
            socket.getOutputStream().write(three, 10, three.length - 10);
            String answers = text(socket);
            assertThat(answers.split("HTTP/1.1 200 OK\r\n", -1)).hasSize(4);
            assertThat(answers.split("\r\nConnection: close\r\n", -1))
                    .as("the last one alone says so")
                    .hasSize(2);
            assertThat(answers.lastIndexOf("HTTP/1.1")).isLessThan(answers.indexOf("Connection: close"));
            stopped.get(20, TimeUnit.SECONDS);
        }
    }

    /** The grace is longer than this test may take. */
    @Test
    void endsQuietConnectionsWithoutWaitingForTheGrace() throws Exception {
        RunningVane vane = RunningVane.start();
        try (Socket unused = new Socket(InetAddress.getLoopbackAddress(), vane.server.port());
                Socket used = new Socket(InetAddress.getLoopbackAddress(), vane.server.port())) {
            used.getOutputStream().write(REQUEST);
            used.getInputStream().readNBytes(20);
            vane.server.stop();
            used.setSoTimeout(20_000);
            unused.setSoTimeout(20_000);
            assertThat(text(used)).endsWith("]}");
            assertThat(unused.getInputStream().read()).isEqualTo(-1);
        }
    }

    private static String text(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void closesTheConnectionAfterAnUploadForWhoAsksForIt() {
        try (RunningVane vane = RunningVane.start()) {
            byte[] request = ("POST /api/v1/observations HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                            + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}")
                    .getBytes(StandardCharsets.US_ASCII);
            assertThat(RawExchange.untilClosed(vane.server.port(), request).status())
                    .isEqualTo(400);
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
