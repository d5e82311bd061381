package dev.vane.adapters.sqlite.archive;

import dev.vane.adapters.sqlite.database.StorageException;
import dev.vane.domain.weather.Run;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One row a run, its forecast packed. */
final class RunTable {

    /** The runs of the latest time that is not after another; the one kept last first. */
    private static final String BEFORE = """
            SELECT id, available_at, last_fetched_at, forecast FROM run
             WHERE place = ?1 AND source = ?2 AND available_at = (
                       SELECT max(available_at) FROM run WHERE place = ?1 AND source = ?2 AND available_at <= ?3)
             ORDER BY id DESC""";

    private static final String AFTER = """
            SELECT id, available_at, last_fetched_at, forecast FROM run
             WHERE place = ?1 AND source = ?2 AND available_at > ?3
             ORDER BY available_at, id LIMIT 1""";

    private static final String LATEST = """
            SELECT id, issued_at, available_at, forecast FROM run
             WHERE place = ? AND source = ? AND available_at BETWEEN ? AND ?
             ORDER BY available_at DESC, id DESC LIMIT 1""";

    private static final String NEXT = """
            SELECT id, issued_at, available_at, forecast FROM run
             WHERE place = ? AND source = ? AND (available_at, id) > (?, ?) AND available_at <= ?
             ORDER BY available_at, id LIMIT ?""";

    /** How many runs are read at a time: some megabytes when they are unpacked. */
    private static final int PAGE_RUNS = 32;

    private static final String INSERT = """
            INSERT INTO run (place, source, issued_at, available_at, last_fetched_at, forecast)
            VALUES (?, ?, ?, ?, ?, ?)""";

    /** A run that is kept: its key, its times, and whether it forecasts what another run does. */
    private record Known(long id, long availableAt, long lastFetchedAt, boolean same) {}

    private RunTable() {}

    /**
     * Keeps a run, or if a neighbour in time forecasts what it does, only when that was fetched. Of two such neighbours the
     * times of the earlier one count, in whatever order they come.
     *
     * @param packed its forecast, packed
     */
    static void keep(Connection connection, Shelf shelf, Instant fetchedAt, Run run, byte[] packed)
            throws SQLException {
        long availableAt = Times.millis(run.availableAt());
        long fetched = Times.millis(fetchedAt);
        List<Known> before = known(connection, BEFORE, shelf, availableAt, packed);
        Optional<Known> after =
                known(connection, AFTER, shelf, availableAt, packed).stream().findFirst();
        Optional<Known> repeated = before.stream()
                .filter(known -> known.availableAt() == availableAt || known.equals(before.getFirst()))
                .filter(Known::same)
                .findFirst();
        if (repeated.isPresent()) {
            moveLastFetch(connection, repeated.get().id(), fetched);
        } else if (after.isPresent() && after.get().same()) {
            delete(connection, after.get().id());
            insert(connection, shelf, Math.max(fetched, after.get().lastFetchedAt()), run, packed);
        } else {
            insert(connection, shelf, fetched, run, packed);
        }
        if (after.isEmpty()) {
            HeardTable.hearRun(connection, shelf, run, repeated.isPresent());
        }
    }

    /** Runs around a time, compared with another forecast to the resolution that is kept. */
    private static List<Known> known(Connection connection, String query, Shelf shelf, long availableAt, byte[] packed)
            throws SQLException {
        List<Known> known = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setLong(1, shelf.place());
            select.setLong(2, shelf.source());
            select.setLong(3, availableAt);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    boolean same = holds(rows.getBytes(4), packed);
                    known.add(new Known(rows.getLong(1), rows.getLong(2), rows.getLong(3), same));
                }
            }
        }
        return known;
    }

    private static boolean holds(byte[] forecast, byte[] packed) {
        try {
            return Envelope.isLatest(forecast)
                    ? Arrays.equals(forecast, packed)
                    : Arrays.equals(ForecastPacker.pack(ForecastUnpacker.unpack(forecast)), packed);
        } catch (DamagedForecastException e) {
            return false; // a damaged run must not keep a good one out; whoever reads it is told of the damage
        }
    }

    private static void delete(Connection connection, long run) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM run WHERE id = ?")) {
            delete.setLong(1, run);
            delete.executeUpdate();
        }
    }

    private static void moveLastFetch(Connection connection, long run, long fetchedAt) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE run SET last_fetched_at = max(last_fetched_at, ?) WHERE id = ?")) {
            update.setLong(1, fetchedAt);
            update.setLong(2, run);
            update.executeUpdate();
        }
    }

    private static void insert(Connection connection, Shelf shelf, long fetchedAt, Run run, byte[] packed)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, shelf.place());
            insert.setLong(2, shelf.source());
            Times.set(insert, 3, run.issuedAt());
            insert.setLong(4, Times.millis(run.availableAt()));
            insert.setLong(5, fetchedAt);
            insert.setBytes(6, packed);
            insert.executeUpdate();
        }
    }

    /** The latest run that became available in a stretch of time, if there is one. */
    static Optional<Run> latest(Connection connection, NamedShelf named, Stretch stretch) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LATEST)) {
            select.setLong(1, named.shelf().place());
            select.setLong(2, named.shelf().source());
            select.setLong(3, stretch.from());
            select.setLong(4, stretch.to());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(read(named, rows)) : Optional.empty();
            }
        }
    }

    /** The next runs by the time when they became available, up to some time, inclusive; of one time by their keys. */
    static Page page(Connection connection, NamedShelf named, Position after, long to) throws SQLException {
        List<Run> runs = new ArrayList<>();
        Position end = after;
        try (PreparedStatement select = connection.prepareStatement(NEXT)) {
            select.setLong(1, named.shelf().place());
            select.setLong(2, named.shelf().source());
            select.setLong(3, after.availableAt());
            select.setLong(4, after.id());
            select.setLong(5, to);
            select.setInt(6, PAGE_RUNS);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    runs.add(read(named, rows));
                    end = new Position(rows.getLong("available_at"), rows.getLong("id"), true);
                }
            }
        }
        return new Page(runs, new Position(end.availableAt(), end.id(), runs.size() == PAGE_RUNS));
    }

    private static Run read(NamedShelf named, ResultSet row) throws SQLException {
        try {
            return read(row).orElseThrow(() -> new SQLException("a run without a forecast"));
        } catch (DamagedForecastException e) {
            throw new StorageException("run " + row.getLong("id") + " of " + named + " is damaged", e);
        }
    }

    /**
     * How far a scan has come.
     *
     * @param availableAt the time of the run read last
     * @param id its key
     * @param more whether there may be more
     */
    record Position(long availableAt, long id, boolean more) {
        static Position before(Stretch stretch) {
            return new Position(stretch.from(), Long.MIN_VALUE, !stretch.isEmpty());
        }
    }

    /**
     * Some runs.
     *
     * @param runs in their order
     * @param end how far the scan has come with them
     */
    record Page(List<Run> runs, Position end) {}

    /**
     * Reads the run of a row, if it has one.
     *
     * @param row a row with {@code issued_at}, {@code available_at} and {@code forecast}
     */
    static Optional<Run> read(ResultSet row) throws SQLException, DamagedForecastException {
        byte[] packed = row.getBytes("forecast");
        if (packed == null) {
            return Optional.empty();
        }
        Forecast forecast = ForecastUnpacker.unpack(packed);
        return Optional.of(new Run(
                Times.time(row, "issued_at"),
                Times.time(row.getLong("available_at")),
                forecast.hourly(),
                forecast.daily()));
    }
}
