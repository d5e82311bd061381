package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.adapters.rest.tls.ThrowAwayCa;
import dev.vane.adapters.rest.tls.ThrowAwayCa.Issued;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TlsTest {

    private static final byte[] REQUEST =
            "GET /api/v1/sources HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** A ClientHello of TLS 1.1 (RFC 4346, 7.4.1.2), with one cipher suite that every TLS 1.1 has. */
    private static final String HELLO_OF_TLS_1_1 =
            "160301002d" + "01000029" + "0302" + "00".repeat(32) + "00" + "0002002f" + "0100";

    private final ThrowAwayCa ca = new ThrowAwayCa();

    @TempDir
    private Path folder;

    private Issued first;

    @BeforeEach
    void mount() {
        first = ca.issue("EC");
        ca.mount(folder, first, first.pkcs8());
    }

    private RunningVane start() {
        return RunningVane.startOver(ThrowAwayCa.files(folder));
    }

    private SSLSocket connect(RunningVane vane, String... protocols) throws IOException {
        SSLSocket socket = (SSLSocket) ca.client().getSocketFactory().createSocket("localhost", vane.server.port());
        socket.setSoTimeout(20_000);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (protocols.length > 0) {
            parameters.setProtocols(protocols);
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static BigInteger serial(SSLSocket socket) throws IOException {
        return ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSerialNumber();
    }

    private static void ask(KeptAlive client) {
        assertThat(client.send(REQUEST).status()).isEqualTo(200);
    }

    private BigInteger served(RunningVane vane) throws IOException {
        try (SSLSocket socket = connect(vane)) {
            ask(KeptAlive.over(socket));
            return serial(socket);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void isSpokenInItsTwoVersionsWithEachKindOfKey(String version) throws IOException {
        for (String algorithm : List.of("EC", "RSA")) {
            Issued issued = ca.issue(algorithm);
            ca.mount(folder, issued, issued.legacy());
            try (RunningVane vane = start();
                    SSLSocket socket = connect(vane, version)) {
                assertThat(socket.getSession().getProtocol()).isEqualTo(version);
                assertThat(serial(socket)).isEqualTo(issued.serial());
                ask(KeptAlive.over(socket));
            }
        }
    }

    @Test
    void isRefusedInOlderVersions() throws IOException {
        try (RunningVane vane = start();
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), vane.server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(HexFormat.of().parseHex(HELLO_OF_TLS_1_1));
            byte[] alert = socket.getInputStream().readNBytes(7);
            assertThat(alert[0]).as("an alert").isEqualTo((byte) 21);
            assertThat(alert[6]).as("protocol_version").isEqualTo((byte) 70);
        }
    }

    @Test
    void leavesTheOperationsAsTheyAre() {
        try (RunningVane vane = start()) {
            assertThat(vane.operations("/health/ready").statusCode()).isEqualTo(200);
            assertThat(vane.operations("/metrics").body())
                    .contains("vane_tls_certificate_expiry_seconds{scope=\"application\"");
        }
    }

    @Test
    void failsForPlainHttpWithoutHarm() throws IOException {
        try (RunningVane vane = start()) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), vane.server.port())) {
                socket.setSoTimeout(20_000);
                socket.getOutputStream().write(REQUEST);
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
                assertThat(answer).doesNotContain("HTTP/");
            }
            assertThat(served(vane)).isEqualTo(first.serial());
        }
    }

    @Test
    void takesANewCertificateWithoutAFailureOrARestart() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        List<Future<Integer>> loops = new ArrayList<>();
        try (RunningVane vane = start();
                SSLSocket old = connect(vane);
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            KeptAlive before = KeptAlive.over(old);
            ask(before);
            loops.add(clients.submit(() -> loop(done, () -> served(vane))));
            loops.add(clients.submit(() -> loop(done, () -> {
                ask(before);
                return true;
            })));
            for (String algorithm : List.of("EC", "RSA", "EC")) {
                Issued next = ca.issue(algorithm);
                ca.mount(folder, next, next.legacy());
                while (!served(vane).equals(next.serial())) {
                    Thread.onSpinWait();
                }
            }
            done.set(true);
            for (Future<Integer> loop : loops) {
                assertThat(loop.get()).isGreaterThan(3);
            }
            assertThat(serial(old)).isEqualTo(first.serial());
        }
    }

    private static int loop(AtomicBoolean done, Callable<?> request) throws Exception {
        int requests = 0;
        while (!done.get()) {
            request.call();
            requests++;
        }
        return requests;
    }

    @Test
    void doesNotStartWithoutItsFiles() {
        assertThatThrownBy(() -> RunningVane.startOver(ThrowAwayCa.files(folder.resolve("elsewhere"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("elsewhere")
                .hasMessageEndingWith("tls.crt does not exist");
    }

    @Test
    void aStopEndsAQuietConnectionWithAWordOfFarewell() throws IOException {
        RunningVane vane = start();
        try (SSLSocket socket = connect(vane)) {
            ask(KeptAlive.over(socket));
            vane.close();
            assertThat(socket.getInputStream().read())
                    .as("without close_notify this would throw")
                    .isEqualTo(-1);
        }
    }
}
