package dev.vane.adapters.sqlite.archive;

import dev.vane.domain.weather.Run;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** When a source was heard of a place, when it is due again, and since when it says what it says. */
final class HeardTable {

    private static final String HEARD = """
            INSERT INTO heard (place, source, fetched_at, due_at) VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET fetched_at = excluded.fetched_at, due_at = excluded.due_at
             WHERE excluded.fetched_at >= fetched_at""";

    private static final String RUN = """
            UPDATE heard
               SET run_since = CASE WHEN ? OR run_issued_at = ? THEN run_since ELSE ? END, run_issued_at = ?
             WHERE place = ? AND source = ?""";

    private static final String ALERTS = """
            UPDATE heard SET alerts_at = ?
             WHERE place = ? AND source = ? AND (alerts_at IS NULL OR alerts_at <= ?)""";

    private HeardTable() {}

    /** Keeps when a source was heard and is due again; one that comes late sets nothing back. */
    static void hear(Connection connection, Shelf shelf, Instant fetchedAt, Optional<Instant> dueAt)
            throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(HEARD)) {
            upsert.setLong(1, shelf.place());
            upsert.setLong(2, shelf.source());
            upsert.setLong(3, Times.millis(fetchedAt));
            Times.set(upsert, 4, dueAt);
            upsert.executeUpdate();
        }
    }

    /**
     * Keeps since when the latest run has been the same, if it does not repeat the one before.
     *
     * @param run the latest run
     * @param sameForecast whether it forecasts what the one before does
     */
    static void hearRun(Connection connection, Shelf shelf, Run run, boolean sameForecast) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(RUN)) {
            update.setBoolean(1, sameForecast);
            Times.set(update, 2, run.issuedAt());
            update.setLong(3, Times.millis(run.availableAt()));
            Times.set(update, 4, run.issuedAt());
            update.setLong(5, shelf.place());
            update.setLong(6, shelf.source());
            update.executeUpdate();
        }
    }

    /**
     * Keeps when a source said what warnings there are.
     *
     * @return whether nothing later is known
     */
    static boolean hearAlerts(Connection connection, Shelf shelf, Instant fetchedAt) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(ALERTS)) {
            update.setLong(1, Times.millis(fetchedAt));
            update.setLong(2, shelf.place());
            update.setLong(3, shelf.source());
            update.setLong(4, Times.millis(fetchedAt));
            return update.executeUpdate() == 1;
        }
    }
}
