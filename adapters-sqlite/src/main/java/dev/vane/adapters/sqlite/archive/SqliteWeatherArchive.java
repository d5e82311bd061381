package dev.vane.adapters.sqlite.archive;

import dev.vane.adapters.sqlite.database.Database;
import dev.vane.adapters.sqlite.database.StorageException;
import dev.vane.application.spi.WeatherArchive;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.weather.Alert;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * A weather archive in SQLite. Values are kept to their {@link Resolution}, times to the millisecond; two runs that
 * differ by less are the same run. Safe for use by several threads.
 */
public final class SqliteWeatherArchive implements WeatherArchive {

    /**
     * One query, so that all that a source said is seen together; every table by an index. A source has a row for each
     * of its warnings, or one.
     */
    static final String LATEST = """
            SELECT source.name, heard.fetched_at AS heard_at, heard.due_at, heard.run_since, heard.alerts_at,
                   run.id AS run, run.issued_at, run.available_at, run.forecast,
                   %s, %s
              FROM place
              JOIN heard ON heard.place = place.id
              JOIN source ON source.id = heard.source
              LEFT JOIN run ON run.id = (
                       SELECT id FROM run
                        WHERE place = heard.place AND source = heard.source
                        ORDER BY available_at DESC, id DESC LIMIT 1)
              LEFT JOIN observation
                     ON observation.place = heard.place AND observation.source = heard.source
                    AND observation.valid_time = (
                       SELECT max(valid_time) FROM observation
                        WHERE place = heard.place AND source = heard.source)
              LEFT JOIN alert
                     ON alert.place = heard.place AND alert.source = heard.source AND alert.position IS NOT NULL
             WHERE place.code = ?
             ORDER BY heard.source, alert.position
            """.formatted(ObservationTable.columns("observation."), AlertTable.columns("alert."));

    private final Database database;

    /** An archive in a database that is open, and stays so as long as the archive is used. */
    public SqliteWeatherArchive(Database database) {
        this.database = database;
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException if it could not be kept, in which case nothing of it is
     * @throws IllegalArgumentException if a time to verify is not a full hour
     */
    @Override
    public void keep(Place place, List<SourceReport> reports, Optional<Instant> dueAt, Collection<Instant> toVerify) {
        String sources = reports.stream().map(report -> report.source().name()).collect(Collectors.joining(", "));
        String attempted = "keeping a report of " + sources + " about " + place.id();
        List<Packed> packed =
                reports.stream().map(report -> Packed.of(attempted, report)).toList();
        HoursDue.requireFull(toVerify);
        if (!packed.isEmpty() || !toVerify.isEmpty()) {
            database.write(attempted, connection -> {
                long key = PlaceTable.keyOf(connection, place);
                HoursDue.mark(connection, key, toVerify);
                return keep(connection, key, packed, dueAt);
            });
        }
    }

    private static int keep(Connection connection, long key, List<Packed> reports, Optional<Instant> dueAt)
            throws SQLException {
        for (Packed packed : reports) {
            Shelf shelf =
                    new Shelf(key, PlaceTable.keyOf(connection, packed.report().source()));
            HeardTable.hear(connection, shelf, packed.report().fetchedAt(), dueAt);
            keep(connection, shelf, packed);
        }
        return reports.size();
    }

    private static void keep(Connection connection, Shelf shelf, Packed packed) throws SQLException {
        SourceReport report = packed.report();
        Instant fetchedAt = report.fetchedAt();
        if (report.current().isPresent()) {
            ObservationTable.keep(connection, shelf, fetchedAt, report.current().get());
        }
        if (report.run().isPresent() && packed.run().isPresent()) {
            RunTable.keep(
                    connection,
                    shelf,
                    fetchedAt,
                    report.run().get(),
                    packed.run().get());
        }
        if (report.alerts().isPresent()) {
            AlertTable.keep(connection, shelf, fetchedAt, report.alerts().get());
        }
    }

    /** A report with its run packed in the caller's thread: the one that writes has enough to do. */
    private record Packed(SourceReport report, Optional<byte[]> run) {

        static Packed of(String attempted, SourceReport report) {
            try {
                return new Packed(
                        report, report.run().map(run -> ForecastPacker.pack(new Forecast(run.hourly(), run.daily()))));
            } catch (IllegalArgumentException e) {
                throw new StorageException(attempted, e);
            }
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException if it could not be read, or what was kept is damaged
     */
    @Override
    public List<Remembered> latest(PlaceId place) {
        return database.read("reading what was said last of " + place, connection -> {
            try (PreparedStatement select = connection.prepareStatement(LATEST)) {
                select.setString(1, place.toString());
                return remembered(place, select);
            }
        });
    }

    private static List<Remembered> remembered(PlaceId place, PreparedStatement select) throws SQLException {
        SequencedMap<String, Remembered> remembered = new LinkedHashMap<>();
        Map<String, List<Alert>> alerts = new HashMap<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                String source = rows.getString("name");
                if (!remembered.containsKey(source)) {
                    remembered.put(source, remembered(place, rows));
                }
                if (Times.time(rows, "alerts_at").isPresent()) {
                    List<Alert> known = alerts.computeIfAbsent(source, name -> new ArrayList<>());
                    alert(place, rows).ifPresent(known::add);
                }
            }
        }
        alerts.forEach((source, all) -> remembered.computeIfPresent(source, (name, said) -> with(all, said)));
        return List.copyOf(remembered.values());
    }

    private static Remembered with(List<Alert> alerts, Remembered said) {
        return new Remembered(said.report().withAlerts(alerts), said.dueAt(), said.runSince());
    }

    private static Remembered remembered(PlaceId place, ResultSet row) throws SQLException {
        String source = row.getString("name");
        try {
            SourceReport report = new SourceReport(
                    new SourceId(source),
                    Times.time(row.getLong("heard_at")),
                    ObservationTable.read(row),
                    RunTable.read(row));
            return new Remembered(report, Times.time(row, "due_at"), Times.time(row, "run_since"));
        } catch (DamagedForecastException e) {
            throw new StorageException(
                    "run " + row.getLong("run") + " of " + source + " about " + place + " is damaged", e);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new StorageException("the observation of " + source + " about " + place + " is damaged", e);
        }
    }

    private static Optional<Alert> alert(PlaceId place, ResultSet row) throws SQLException {
        try {
            return AlertTable.read(row);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new StorageException(
                    "warning '" + row.getString("code") + "' of " + row.getString("name") + " about " + place
                            + " is damaged",
                    e);
        }
    }
}
