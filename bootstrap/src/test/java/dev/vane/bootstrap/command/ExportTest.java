package dev.vane.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.adapters.sqlite.SqliteStorage;
import dev.vane.application.spi.ArchiveSamples;
import dev.vane.application.spi.WeatherRecord.Span;
import dev.vane.bootstrap.config.Configuration;
import dev.vane.bootstrap.config.Storage;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.SourceReport;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {

    @TempDir
    private Path folder;

    @Test
    void writesALineForEachObservationAndEachRun() {
        Place place = ArchiveSamples.town(7, "Home");
        StringWriter out = new StringWriter();
        try (SqliteStorage storage =
                SqliteStorage.open(Storage.settings(new Configuration.Data(folder, Configuration.JournalMode.WAL)))) {
            storage.archive()
                    .keep(
                            place,
                            new SourceReport(
                                    ArchiveSamples.ALPHA,
                                    ArchiveSamples.NOON,
                                    Optional.of(ArchiveSamples.observation(ArchiveSamples.NOON, -0.25)),
                                    Optional.of(ArchiveSamples.run(ArchiveSamples.NOON, 2, 4))));
            ExportLines lines = new ExportLines(place.id(), out);
            Span all =
                    new Span(place.id(), Optional.empty(), Instant.EPOCH, ArchiveSamples.NOON.plus(Duration.ofDays(1)));
            storage.record().scanObservations(all, ExportLines.VARIABLES, lines::observations);
            storage.record().scanRuns(all, lines::run);
        }

        String[] lines = out.toString().split("\n", -1);
        assertThat(lines).hasSize(3);
        assertThat(lines[0])
                .isEqualTo(
                        "{\"kind\":\"observation\",\"place\":\"7\",\"source\":\"alpha\",\"time\":\"2026-03-14T12:00:00Z\","
                                + "\"period\":\"PT1H\",\"values\":{\"temperature\":-0.25,\"precipitation\":0.2}}");
        assertThat(lines[1])
                .startsWith("{\"kind\":\"run\",\"place\":\"7\",\"source\":\"alpha\"")
                .contains("\"availableAt\":\"2026-03-14T12:00:00Z\"")
                .contains("{\"time\":\"2026-03-14T13:00:00Z\"")
                .endsWith("]}");
        assertThat(lines[2]).isEmpty();
    }
}
