package dev.vane.adapters.sqlite.archive;

import dev.vane.adapters.sqlite.database.RowCheck;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;

/** Every run on record, one after the other. */
public final class StoredRuns {

    private static final String ALL = """
            SELECT run.id, run.issued_at, run.available_at, run.forecast, source.name, place.code
              FROM run
              LEFT JOIN source ON source.id = run.source
              LEFT JOIN place ON place.id = run.place
             ORDER BY run.id""";

    private StoredRuns() {}

    /** Unpacks every run and names those that are damaged. */
    public static RowCheck check(Connection connection) {
        RowCheck.Tally tally = new RowCheck.Tally("runs");
        try (PreparedStatement select = connection.prepareStatement(ALL);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                check(rows, tally);
            }
        } catch (SQLException e) {
            tally.damaged("the runs cannot be read on: " + e.getMessage());
        }
        return tally.result();
    }

    private static void check(ResultSet row, RowCheck.Tally tally) throws SQLException {
        try {
            RunTable.read(row);
            tally.sound();
        } catch (DamagedForecastException | IllegalArgumentException | DateTimeException e) {
            tally.damaged("run " + row.getLong("id") + " of " + row.getString("name") + " about "
                    + row.getString("code") + ": " + e.getMessage());
        }
    }
}
