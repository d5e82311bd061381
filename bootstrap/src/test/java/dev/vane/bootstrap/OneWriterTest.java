package dev.vane.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process writes: what a second one says, what the first one does once it has been taken for dead. */
class OneWriterTest {

    private static final Instant NOW = Instant.parse("2026-02-06T21:35:00Z");

    @TempDir
    private Path directory;

    private Map<String, String> settings() {
        return RunningVane.environment(directory);
    }

    @Test
    void aSecondProcessEndsWithOneClearLine() throws IOException {
        try (RunningVane first = RunningVane.start(directory, NOW, Map.of());
                MainProcess second = MainProcess.start(settings())) {
            List<String> errors = second.ended().stream()
                    .filter(line -> !line.contains("\"level\":\"info\""))
                    .toList();

            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(errors).hasSize(1);
            assertThat(errors.getFirst())
                    .contains("\"level\":\"error\"", "cannot start: locking " + directory.toRealPath())
                    .contains("process " + ProcessHandle.current().pid() + " on ")
                    .contains("holds it already; only one process may write to a database. Stop that one first")
                    .doesNotContain("\"error\":\"");
            assertThat(first.get("/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aProcessThatWasTakenForDeadEnds() throws Exception {
        try (MainProcess stranded = MainProcess.start(settings())) {
            int port = operationsPort(stranded.await("serving on port"));
            assertThat(ready(port)).isEqualTo(200);

            beginAnEpoch();

            assertThat(ready(port)).isEqualTo(503);
            List<String> lines = stranded.ended();
            assertThat(stranded.exitCode()).isEqualTo(1);
            assertThat(lines)
                    .filteredOn(line -> line.contains("\"level\":\"error\""))
                    .singleElement()
                    .asString()
                    .contains(
                            "ending: another process has taken the database over: the writer's epoch is 2, this process"
                                    + " has 1");
        }
    }

    private static int operationsPort(String line) {
        Matcher port = Pattern.compile("operations on port ([0-9]+)").matcher(line);
        assertThat(port.find()).as(line).isTrue();
        return Integer.parseInt(port.group(1));
    }

    private static int ready(int port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                .timeout(Duration.ofSeconds(30))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    /** As the next process does. */
    private void beginAnEpoch() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("vane.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 5000");
            statement.executeUpdate("UPDATE writer_epoch SET epoch = epoch + 1");
        }
    }

    @Test
    void aServiceThatWasTakenForDeadIsNotReadyAndWritesNothing() throws SQLException {
        try (RunningVane vane = RunningVane.start(directory, NOW, Map.of())) {
            assertThat(vane.operations("/health/ready").statusCode()).isEqualTo(200);

            beginAnEpoch();

            assertThat(vane.put("/api/v1/watches/3448439").statusCode()).isEqualTo(500);
            assertThat(vane.operations("/health/ready").statusCode()).isEqualTo(503);
            assertThat(vane.operations("/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void saysWhatItsDatabaseLiesOnInTheLogAndOnTheOperationsPort() throws IOException {
        Logger root = Logger.getLogger("");
        CapturedLogs logs = new CapturedLogs();
        root.addHandler(logs);
        try (RunningVane vane = RunningVane.start(directory, NOW, Map.of("VANE_DATA_JOURNAL_MODE", "delete"))) {
            String type = Files.getFileStore(directory).type();
            String file = directory.resolve("vane.db").toString();

            assertThat(vane.operations("/info").body())
                    .contains("\"storage\":{\"file\":\"" + file + "\",\"bytes\":")
                    .contains("\"fileSystem\":\"" + type + "\"", "\"journalMode\":\"delete\"")
                    .contains("\"journalModeSetting\":\"delete\"", "\"writerEpoch\":1}");
            assertThat(logs.text().lines().filter(line -> line.contains("storage: ")))
                    .singleElement()
                    .asString()
                    .contains(file + " on " + type + " (", "journal mode delete as set", "SQLite 3.", "writer epoch 1");
        } finally {
            root.removeHandler(logs);
        }
    }
}
