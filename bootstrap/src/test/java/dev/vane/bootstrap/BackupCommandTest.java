package dev.vane.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.vane.adapters.sqlite.backup.Backups;
import dev.vane.adapters.sqlite.database.StorageSettings;
import dev.vane.bootstrap.command.CommandLineProgram;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code vane backup --from}: against the service itself, and against what may answer in its place. */
class BackupCommandTest {

    private static final String TOKEN = "a-token-of-no-less-than-32-characters";
    private static final Instant NOW = Instant.parse("2026-02-06T21:35:00Z");

    private record Ran(int code, String out, String problems) {}

    /** What a service answers, a character a byte; a length above that of the body breaks it off. */
    private record Answer(int status, String body, long length) {}

    @TempDir
    private Path data;

    @TempDir
    private Path shelf;

    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private Path target;
    private Path tokenFile;
    private Optional<HttpServer> other = Optional.empty();

    @BeforeEach
    void writeTheToken() throws IOException {
        target = shelf.resolve("daily.db");
        tokenFile = Files.writeString(data.resolve("token"), TOKEN + "\n");
    }

    @AfterEach
    void stop() {
        other.ifPresent(server -> server.stop(0));
    }

    private static Ran run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream problems = new ByteArrayOutputStream();
        int code = CommandLineProgram.run(
                new CommandLineProgram.Streams(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(problems, true, StandardCharsets.UTF_8)),
                Map.of(),
                arguments);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), problems.toString(StandardCharsets.UTF_8));
    }

    private Ran backup(String url, String... more) {
        return run(Stream.concat(
                        Stream.of("backup", "--from", url, "--token-file", tokenFile.toString()),
                        Stream.concat(Stream.of(more), Stream.of(target.toString())))
                .toArray(String[]::new));
    }

    /** Answers in the place of the service. */
    private String answering(Answer answer) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/backup", exchange -> {
            authorizations.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
            exchange.sendResponseHeaders(answer.status(), answer.length());
            exchange.getResponseBody().write(answer.body().getBytes(StandardCharsets.ISO_8859_1));
            exchange.close();
        });
        server.start();
        other = Optional.of(server);
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static Answer answer(int status, String body) {
        return new Answer(status, body, body.length());
    }

    private void requireNothing() throws IOException {
        try (Stream<Path> left = Files.list(shelf)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void fetchesACheckedBackupThatCanBeRestored() throws IOException {
        try (RunningVane vane = RunningVane.start(data, NOW, Map.of())) {
            assertThat(vane.put("/api/v1/watches/3448439").statusCode()).isLessThan(300);

            Ran ran = backup("http://127.0.0.1:" + vane.operationsPort());

            assertThat(ran.problems()).isEmpty();
            assertThat(ran.code()).isZero();
            assertThat(ran.out()).isEqualTo(target + ": " + Files.size(target) + " bytes, checked\n");
        }
        StorageSettings restored = StorageSettings.in(shelf.resolve("restored"));
        Backups.restore(target, restored, false);
        assertThat(Backups.check(restored).sound()).isTrue();
    }

    @Test
    void replacesTheOldOneOnlyWhenItIsToldTo() throws IOException {
        Files.writeString(target, "yesterday's");
        Files.writeString(shelf.resolve("daily.db.part"), "of a command that was killed");
        try (RunningVane vane = RunningVane.start(data, NOW, Map.of())) {
            String url = "http://127.0.0.1:" + vane.operationsPort();

            Ran refused = backup(url);
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.problems())
                    .isEqualTo(target + " is there already; give --replace to have it replaced\n");
            assertThat(target).hasContent("yesterday's");

            Ran replaced = backup(url, "--replace");
            assertThat(replaced.problems()).isEmpty();
            assertThat(replaced.code()).isZero();
            assertThat(target)
                    .isNotEmptyFile()
                    .content(StandardCharsets.ISO_8859_1)
                    .startsWith("SQLite format 3");
            try (Stream<Path> left = Files.list(shelf)) {
                assertThat(left).containsExactly(target);
            }
        }
    }

    @Test
    void keepsTheOldOneWhenTheNewOneIsNoDatabase() throws IOException {
        Files.writeString(target, "yesterday's");

        Ran ran = backup(answering(answer(200, "<html>a proxy says hello</html>")), "--replace");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.problems())
                .isEqualTo("no backup was made: opening " + target + ".part: it is not an SQLite database\n");
        assertThat(target).hasContent("yesterday's");
    }

    @Test
    void keepsTheOldOneWhenTheNewOneIsDamaged() throws IOException {
        byte[] whole;
        try (RunningVane vane = RunningVane.start(data, NOW, Map.of())) {
            backup("http://127.0.0.1:" + vane.operationsPort());
            whole = Files.readAllBytes(target);
        }
        byte[] damaged = whole.clone();
        Arrays.fill(damaged, 8192, 3 * 8192, (byte) 7);

        Ran ran = backup(answering(answer(200, new String(damaged, StandardCharsets.ISO_8859_1))), "--replace");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.problems()).startsWith("no backup was made: ").hasLineCount(1);
        assertThat(target).hasBinaryContent(whole);
    }

    @Test
    void saysThatTheAnswerBrokeOff() throws IOException {
        Ran ran = backup(answering(new Answer(200, "SQLite format 3", 100_000)));

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.problems())
                .startsWith("no backup was made: the answer of http://127.0.0.1:")
                .hasLineCount(1);
        requireNothing();
    }

    @Test
    void sendsTheTokenAndShowsItNowhere() throws IOException {
        Ran ran = backup(answering(answer(401, "The token is not\u001b[31m that of backups.\nsecond line\n")));

        assertThat(authorizations).containsExactly("Bearer " + TOKEN);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.problems())
                .matches("no backup was made: http://127.0.0.1:[0-9]+ answered with status 401: The token is not"
                        + " \\[31m that of backups\\.\n");
        assertThat(ran.out() + ran.problems()).doesNotContain(TOKEN);
        requireNothing();
    }

    @Test
    void saysThatNothingListens() throws IOException {
        String url = answering(answer(200, ""));
        other.orElseThrow().stop(0);

        Ran ran = backup(url);

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.problems()).isEqualTo("no backup was made: nothing listens at " + url + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "too-short", "with spaces in it but otherwise it is long enough"})
    void refusesAFileThatHoldsNoTokenWithoutShowingIt(String text) throws IOException {
        Files.writeString(tokenFile, text);

        Ran ran = backup("http://127.0.0.1:9");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.problems())
                .startsWith(
                        "no backup was made: --token-file is '" + tokenFile + "', a file that does not hold one token")
                .hasLineCount(1);
        assertThat(text.isEmpty() || !ran.problems().contains(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://vane:8081", "http://user:pass@vane:8081", "http://vane:8081/backup", "vane:8081", "/x"})
    void refusesAUrlThatIsNotThatOfAService(String url) {
        Ran ran = backup(url);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.problems())
                .contains("--from must be http://HOST:PORT or https://HOST:PORT and nothing more")
                .doesNotContain("pass@");
    }

    @Test
    void refusesATokenWithoutAService() {
        Ran ran = run("backup", "--token-file", tokenFile.toString(), target.toString());

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.problems()).contains("--token-file goes with --from");
    }

    @Test
    void neverTakesThePlaceOfADatabase() throws IOException {
        try (RunningVane vane = RunningVane.start(data, NOW, Map.of())) {
            target = data.resolve("vane.db");

            Ran ran = backup("http://127.0.0.1:" + vane.operationsPort(), "--replace");

            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.problems()).contains("this is the name of a file of a database itself");
            assertThat(vane.operations("/health/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void saysThatThereIsNoFolder() {
        target = shelf.resolve("nothing").resolve("daily.db");

        Ran ran = backup("http://127.0.0.1:9");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.problems()).isEqualTo("there is no folder " + shelf.resolve("nothing") + "\n");
    }
}
