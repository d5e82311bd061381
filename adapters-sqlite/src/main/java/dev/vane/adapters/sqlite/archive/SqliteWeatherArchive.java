package dev.vane.adapters.sqlite.archive;

import dev.vane.adapters.sqlite.database.Database;
import dev.vane.adapters.sqlite.database.StorageException;
import dev.vane.application.spi.WeatherArchive;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A weather archive in SQLite. Values are kept to their {@link Resolution}, times to the millisecond; two runs that
 * differ by less are the same run. Safe for use by several threads.
 */
public final class SqliteWeatherArchive implements WeatherArchive {

    private static final String HEARD = """
            INSERT INTO heard (place, source, fetched_at) VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET fetched_at = max(fetched_at, excluded.fetched_at)""";

    /** One query, so that the run and the observation of a report are seen together; every table by an index. */
    static final String LATEST = """
            SELECT source.name, heard.fetched_at AS heard_at,
                   run.id AS run, run.issued_at, run.available_at, run.forecast,
                   observation.valid_time, observation.period, observation.sky, %s
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
             WHERE place.code = ?""".formatted(ObservationTable.columns("observation."));

    private final Database database;

    /** An archive in a database that is open, and stays so as long as the archive is used. */
    public SqliteWeatherArchive(Database database) {
        this.database = database;
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException if it could not be kept, in which case nothing of it is
     */
    @Override
    public void keep(Place place, SourceReport report) {
        String attempted = "keeping a report of " + report.source() + " about " + place.id();
        Optional<byte[]> packed = report.run().map(run -> pack(attempted, run));
        database.write(attempted, connection -> keep(connection, place, report, packed));
    }

    /** Packs a run, in the caller's thread: the one that writes has enough to do. */
    private static byte[] pack(String attempted, Run run) {
        try {
            return ForecastPacker.pack(new Forecast(run.hourly(), run.daily()));
        } catch (IllegalArgumentException e) {
            throw new StorageException(attempted, e);
        }
    }

    private static Shelf keep(Connection connection, Place place, SourceReport report, Optional<byte[]> packed)
            throws SQLException {
        Shelf shelf = new Shelf(PlaceTable.keyOf(connection, place), PlaceTable.keyOf(connection, report.source()));
        try (PreparedStatement heard = connection.prepareStatement(HEARD)) {
            heard.setLong(1, shelf.place());
            heard.setLong(2, shelf.source());
            heard.setLong(3, Times.millis(report.fetchedAt()));
            heard.executeUpdate();
        }
        if (report.current().isPresent()) {
            ObservationTable.keep(
                    connection, shelf, report.fetchedAt(), report.current().get());
        }
        if (report.run().isPresent() && packed.isPresent()) {
            RunTable.keep(connection, shelf, report.fetchedAt(), report.run().get(), packed.get());
        }
        return shelf;
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException if it could not be read, or what was kept is damaged
     */
    @Override
    public List<SourceReport> latest(PlaceId place) {
        return database.read("reading what was said last of " + place, connection -> {
            try (PreparedStatement select = connection.prepareStatement(LATEST)) {
                select.setString(1, place.toString());
                return reports(place, select);
            }
        });
    }

    private static List<SourceReport> reports(PlaceId place, PreparedStatement select) throws SQLException {
        List<SourceReport> reports = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                reports.add(report(place, rows));
            }
        }
        return List.copyOf(reports);
    }

    private static SourceReport report(PlaceId place, ResultSet row) throws SQLException {
        String source = row.getString("name");
        try {
            return new SourceReport(
                    new SourceId(source),
                    Times.time(row.getLong("heard_at")),
                    ObservationTable.read(row),
                    RunTable.read(row));
        } catch (DamagedForecastException e) {
            throw new StorageException(
                    "run " + row.getLong("run") + " of " + source + " about " + place + " is damaged", e);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new StorageException("the observation of " + source + " about " + place + " is damaged", e);
        }
    }
}
