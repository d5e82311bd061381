package dev.vane.bootstrap.command;

import dev.vane.adapters.sqlite.SqliteStorage;
import dev.vane.adapters.sqlite.database.StorageException;
import dev.vane.application.spi.WatchList;
import dev.vane.application.spi.WeatherRecord.Span;
import dev.vane.bootstrap.config.Storage;
import dev.vane.domain.place.PlaceId;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vane export FILE}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes everything on record, one JSON object a line: the observations and then the runs of each place. The service"
                    + " must be stopped; while it runs, /api/v1/history gives the same.",
            "Values are in °C, m/s, degrees, hPa, mm, cm of snow, %, m, W/m² and s."
        })
final class ExportCommand implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--place",
            paramLabel = "ID",
            description = "The id of a place, or latitude,longitude; every watched place without. May be repeated.")
    private List<String> chosen = new ArrayList<>();

    @Parameters(paramLabel = "FILE", description = "Where it goes; there must be nothing yet.")
    private Path file;

    @Override
    public Integer call() {
        List<PlaceId> places = chosen.stream().map(this::place).toList();
        try (SqliteStorage storage =
                SqliteStorage.open(Storage.settings(Settings.read(spec).data()))) {
            write(storage, places.isEmpty() ? watched(storage.watches()) : places);
            spec.commandLine().getOut().println(file + ": " + Files.size(file) + " bytes");
            return 0;
        } catch (FileAlreadyExistsException e) {
            spec.commandLine().getErr().println(file + " is there already");
        } catch (StorageException | UncheckedIOException | IOException e) {
            spec.commandLine().getErr().println("the export is not whole: " + e.getMessage());
        }
        return FAILED;
    }

    private PlaceId place(String text) {
        return PlaceId.parse(text)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "'" + text + "' is neither the id of a place nor latitude,longitude"));
    }

    private static List<PlaceId> watched(WatchList watches) {
        return watches.all().stream().map(watch -> watch.place().id()).toList();
    }

    private void write(SqliteStorage storage, List<PlaceId> places) throws IOException {
        try (BufferedWriter out =
                Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
            for (PlaceId place : places) {
                ExportLines lines = new ExportLines(place, out);
                Span everything = new Span(place, Optional.empty(), Instant.EPOCH, LAST);
                storage.record().scanObservations(everything, ExportLines.VARIABLES, lines::observations);
                storage.record().scanRuns(everything, lines::run);
            }
        }
    }
}
