package dev.vane.adapters.sqlite.archive;

import dev.vane.domain.weather.Run;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** One row a run, its forecast packed. */
final class RunTable {

    private static final String LATEST = """
            SELECT id, available_at, forecast FROM run WHERE place = ? AND source = ?
            ORDER BY available_at DESC, id DESC LIMIT 1""";
    private static final String INSERT = """
            INSERT INTO run (place, source, issued_at, available_at, last_fetched_at, forecast)
            VALUES (?, ?, ?, ?, ?, ?)""";

    /** The latest run: its key, when it became available, and whether it forecasts what another run does. */
    private record Latest(long id, long availableAt, boolean same) {}

    private RunTable() {}

    /**
     * Keeps a run, or if it forecasts what the latest one does, when it was fetched.
     *
     * @param packed its forecast, packed
     */
    static void keep(Connection connection, Shelf shelf, Instant fetchedAt, Run run, byte[] packed)
            throws SQLException {
        Optional<Latest> latest = latest(connection, shelf, packed);
        Optional<Latest> same = latest.filter(Latest::same);
        if (same.isPresent()) {
            moveLastFetch(connection, same.get().id(), fetchedAt);
        } else {
            insert(connection, shelf, fetchedAt, run, packed);
        }
        long availableAt = Times.millis(run.availableAt());
        if (latest.filter(known -> known.availableAt() > availableAt).isEmpty()) {
            HeardTable.hearRun(connection, shelf, run, same.isPresent());
        }
    }

    /** The latest run, compared with another forecast to the resolution that is kept. */
    private static Optional<Latest> latest(Connection connection, Shelf shelf, byte[] packed) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LATEST)) {
            select.setLong(1, shelf.place());
            select.setLong(2, shelf.source());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Latest(rows.getLong(1), rows.getLong(2), holds(rows.getBytes(3), packed)))
                        : Optional.empty();
            }
        }
    }

    private static boolean holds(byte[] forecast, byte[] packed) {
        try {
            return Envelope.holds(forecast, packed);
        } catch (DamagedForecastException e) {
            return false; // a damaged run must not keep a good one out; whoever reads it is told of the damage
        }
    }

    private static void moveLastFetch(Connection connection, long run, Instant fetchedAt) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE run SET last_fetched_at = max(last_fetched_at, ?) WHERE id = ?")) {
            update.setLong(1, Times.millis(fetchedAt));
            update.setLong(2, run);
            update.executeUpdate();
        }
    }

    private static void insert(Connection connection, Shelf shelf, Instant fetchedAt, Run run, byte[] packed)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, shelf.place());
            insert.setLong(2, shelf.source());
            Times.set(insert, 3, run.issuedAt());
            insert.setLong(4, Times.millis(run.availableAt()));
            insert.setLong(5, Times.millis(fetchedAt));
            insert.setBytes(6, Envelope.wrap(packed));
            insert.executeUpdate();
        }
    }

    /**
     * Reads the run of a row, if it has one.
     *
     * @param row a row with {@code issued_at}, {@code available_at} and {@code forecast}
     */
    static Optional<Run> read(ResultSet row) throws SQLException, DamagedForecastException {
        byte[] wrapped = row.getBytes("forecast");
        if (wrapped == null) {
            return Optional.empty();
        }
        Forecast forecast = ForecastUnpacker.unpack(Envelope.unwrap(wrapped));
        return Optional.of(new Run(
                Times.time(row, "issued_at"),
                Times.time(row.getLong("available_at")),
                forecast.hourly(),
                forecast.daily()));
    }
}
