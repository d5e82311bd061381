package dev.vane.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.adapters.sqlite.backup.Backups;
import dev.vane.adapters.sqlite.backup.RestoreOutcome;
import dev.vane.bootstrap.config.Configuration;
import dev.vane.bootstrap.config.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The house's own station through the whole service, and what is on record after it. */
class OwnStationTest {

    private static final Instant NOW = Instant.parse("2026-03-14T12:02:00Z");
    private static final String ZURICH = "2657896";
    private static final String UPLOAD =
            "/weatherstation/updateweatherstation.php?ID=house&dateutc=now&action=updateraw"
                    + "&tempf=50.0&humidity=80&baromin=29.92&windspeedmph=10&winddir=270&rainin=0.1&PASSWORD=";

    @TempDir
    private Path directory;

    private RunningVane start() {
        return RunningVane.start(
                directory, NOW, Map.of("VANE_STATION_PLACE", ZURICH, "VANE_STATION_PASSWORD", "correct-horse"));
    }

    @Test
    void whatTheStationSaysIsOnRecord() {
        try (RunningVane vane = start()) {
            assertThat(vane.get(UPLOAD + "correct-horse").body()).startsWith("success");
            assertThat(vane.get(UPLOAD + "wrong-horse-battery").statusCode()).isEqualTo(401);

            String record = vane.get("/api/v1/history/observations?place=" + ZURICH
                            + "&variable=temperature,windSpeed&from=2026-03-14T00:00:00Z&to=2026-03-15T00:00:00Z")
                    .body();
            assertThat(record).contains("\"station\"").contains("\"temperature\":10");
            assertThat(vane.get("/api/v1/watches").body()).contains(ZURICH);
            assertThat(vane.get("/api/v1/scores?place=" + ZURICH).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aRestartForgetsNothing() {
        try (RunningVane vane = start()) {
            vane.get(UPLOAD + "correct-horse");
        }
        try (RunningVane vane = start()) {
            assertThat(vane.get("/api/v1/history/observations?place=" + ZURICH
                                    + "&variable=precipitation&step=day&from=2026-03-14&to=2026-03-14")
                            .body())
                    .contains("2.54");
        }
    }

    @Test
    void aBackupOfTheRunningServiceCanBeRestored() throws IOException, InterruptedException {
        Path backup = directory.resolve("elsewhere.db");
        try (RunningVane vane = start()) {
            vane.get(UPLOAD + "correct-horse");
            Files.write(backup, vane.backup());
            vane.advance(Duration.ofMinutes(1));
            vane.get(UPLOAD.replace("50.0", "51.8") + "correct-horse");
        }
        var settings = Storage.settings(new Configuration.Data(directory, Configuration.JournalMode.WAL));

        assertThat(Backups.restore(backup, settings, false)).isInstanceOf(RestoreOutcome.DatabaseExists.class);
        assertThat(Backups.restore(backup, settings, true)).isInstanceOf(RestoreOutcome.Restored.class);
        assertThat(Backups.check(settings).sound()).isTrue();

        try (RunningVane vane = start()) {
            assertThat(vane.get("/api/v1/history/observations?place=" + ZURICH
                                    + "&variable=temperature&from=2026-03-14T00:00:00Z&to=2026-03-15T00:00:00Z")
                            .body())
                    .contains("\"temperature\":10")
                    .doesNotContain("\"temperature\":11");
        }
        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("backup-"));
        }
    }
}
