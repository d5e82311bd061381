package dev.vane.adapters.sqlite.verification;

import dev.vane.adapters.sqlite.archive.PlaceTable;
import dev.vane.adapters.sqlite.archive.Times;
import dev.vane.application.spi.VerificationStore.DueHour;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One row an hour that waits to be verified. The archive marks them. */
final class DueTable {

    private static final String DUE = """
            SELECT place.code, hour_due.hour, hour_due.mark
              FROM hour_due JOIN place ON place.id = hour_due.place
             WHERE hour_due.hour <= ?
             ORDER BY hour_due.place, hour_due.hour
             LIMIT ?""";

    /** By the mark, so that an hour that was marked anew stays. */
    private static final String DONE = "DELETE FROM hour_due WHERE mark = ? AND place = ? AND hour = ?";

    private DueTable() {}

    /** Hours that wait, by place, then ascending in time. */
    static List<DueHour> upTo(Connection connection, Instant time, int limit) throws SQLException {
        List<DueHour> due = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(DUE)) {
            select.setLong(1, Times.nearestMillis(time));
            select.setInt(2, limit);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    due.add(new DueHour(
                            PlaceTable.idOf(rows.getString("code")),
                            Times.time(rows.getLong("hour")),
                            rows.getLong("mark")));
                }
            }
        }
        return List.copyOf(due);
    }

    /** Lets hours of a place wait no more. */
    static void done(Connection connection, long place, List<DueHour> hours) throws SQLException {
        if (hours.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement(DONE)) {
            for (DueHour due : hours) {
                delete.setLong(1, due.mark());
                delete.setLong(2, place);
                delete.setLong(3, Times.millis(due.hour()));
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }
}
