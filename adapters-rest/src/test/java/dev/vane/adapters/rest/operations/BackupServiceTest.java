package dev.vane.adapters.rest.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.adapters.rest.storage.Backup;
import dev.vane.adapters.rest.storage.Stored;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets a backup, over HTTP; where a request comes from is made up, since all of them come from here. */
class BackupServiceTest {

    private static final String TOKEN = "a.Token_of-32~characters+/abcdef==";
    private static final Backup WHOLE = out -> out.get().write("whole".getBytes(StandardCharsets.US_ASCII));

    @TempDir
    private Path directory;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Instant now = Instant.parse("2026-02-06T21:35:00Z");
    private InetAddress peer = address(5);
    private Path file;
    private Optional<WebServer> server = Optional.empty();

    private static InetAddress address(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, (byte) last});
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void writeTheToken() throws IOException {
        file = Files.writeString(directory.resolve("token"), TOKEN + "\n");
    }

    @AfterEach
    void stop() {
        client.close();
        server.ifPresent(WebServer::stop);
    }

    private void start(Optional<Path> tokenFile, Backup backup) {
        Stored stored = new Stored(
                backup,
                () -> {
                    throw new IllegalStateException("nobody asks");
                },
                tokenFile);
        WebServer started = WebServer.builder()
                .featuresDiscoverServices(false)
                .shutdownHook(false)
                .host("127.0.0.1")
                .port(0)
                .routing(routing -> routing.register(new BackupService(stored, () -> now, request -> peer)))
                .build()
                .start();
        server = Optional.of(started);
    }

    private HttpResponse<String> ask(String... authorization) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.orElseThrow().port() + "/backup"))
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.noBody());
        for (String value : authorization) {
            request.header("Authorization", value);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void givesNoneElsewhereIfThereIsNoToken() throws Exception {
        start(Optional.empty(), WHOLE);

        HttpResponse<String> answer = ask("Bearer " + TOKEN);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("operations.backup-token-file").doesNotContain("whole");
    }

    @Test
    void givesOneToThisMachineWithAndWithoutAToken() throws Exception {
        peer = InetAddress.getLoopbackAddress();
        start(Optional.of(file), WHOLE);

        assertThat(ask().body()).isEqualTo("whole");
        assertThat(ask("Bearer wrong").body()).isEqualTo("whole");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER  "})
    void givesOneElsewhereToWhoKnowsTheToken(String scheme) throws Exception {
        start(Optional.of(file), WHOLE);

        HttpResponse<String> answer = ask(scheme + TOKEN);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("whole");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Basic YTpi", TOKEN})
    void challengesWhoSendsNone(String authorization) throws Exception {
        start(Optional.of(file), WHOLE);

        HttpResponse<String> answer = authorization.isEmpty() ? ask() : ask(authorization);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"backup\"");
        assertThat(answer.body()).isEqualTo("A backup needs a token.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.Token_of-32~characters+/abcdef=", "a.Token_of-32~characters+/abcdef===", "A.TOKEN"})
    void refusesAWrongOne(String wrong) throws Exception {
        start(Optional.of(file), WHOLE);

        HttpResponse<String> answer = ask("Bearer " + wrong);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .contains("Bearer realm=\"backup\", error=\"invalid_token\"");
        assertThat(answer.body()).isEqualTo("The token is not that of backups.\n");
    }

    @Test
    void readsTheTokenAnewForEachRequest() throws Exception {
        start(Optional.of(file), WHOLE);
        String next = "another-token-of-32-characters-00";

        Files.writeString(file, next);

        assertThat(ask("Bearer " + TOKEN).statusCode()).isEqualTo(401);
        assertThat(ask("Bearer " + next).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "a token with spaces in it which is long enough"})
    void givesNoneWhenTheFileHoldsNoTokenAnyMore(String text) throws Exception {
        start(Optional.of(file), WHOLE);
        Files.writeString(file, text);

        HttpResponse<String> answer = ask("Bearer " + text);

        assertThat(answer.statusCode()).isEqualTo(text.isEmpty() ? 401 : 503);
        assertThat(ask("Bearer " + TOKEN).statusCode()).isEqualTo(503);
    }

    @Test
    void looksAtTenWrongOnesAMinuteOfAnAddressAndAtThoseOfOthers() throws Exception {
        start(Optional.of(file), WHOLE);
        for (int i = 0; i < 10; i++) {
            assertThat(ask("Bearer guess" + i).statusCode()).isEqualTo(401);
        }

        HttpResponse<String> answer = ask("Bearer " + TOKEN);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("61");
        peer = address(6);
        assertThat(ask("Bearer " + TOKEN).statusCode()).isEqualTo(200);
        peer = address(5);
        now = now.plusSeconds(60);
        assertThat(ask("Bearer " + TOKEN).statusCode()).isEqualTo(200);
    }

    @Test
    void saysThatNoneCanBeMade() throws Exception {
        start(Optional.of(file), out -> {
            throw new IOException("another backup is being made");
        });

        HttpResponse<String> answer = ask("Bearer " + TOKEN);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("30");
        assertThat(answer.body()).isEqualTo("No backup can be made now: another backup is being made\n");
    }

    @Test
    void letsNobodyTakeABackupThatBrokeOffForAWholeOne() {
        start(Optional.of(file), out -> {
            out.get().write(new byte[100_000]);
            throw new IOException("the disk is gone");
        });

        assertThatThrownBy(() -> ask("Bearer " + TOKEN)).isInstanceOf(IOException.class);
    }
}
