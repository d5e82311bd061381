package dev.vane.adapters.sqlite.verification;

import dev.vane.adapters.sqlite.database.RowCheck;
import dev.vane.adapters.sqlite.database.StorageException;
import dev.vane.domain.scoring.Series;
import dev.vane.domain.weather.SourceId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;

/** The pairs of every day of every series, one after the other. */
public final class StoredPairs {

    private static final String ALL = """
            SELECT verification_series.truth, verification_series.variable, verification_series.hours, place.code,
                   verification_day.day, verification_day.pairs
              FROM verification_day
              LEFT JOIN verification_series ON verification_series.id = verification_day.series
              LEFT JOIN place ON place.id = verification_series.place
             ORDER BY verification_day.id""";

    private StoredPairs() {}

    /** Unpacks the pairs of every day and names those that are damaged. */
    public static RowCheck check(Connection connection) {
        RowCheck.Tally tally = new RowCheck.Tally("verification days");
        try {
            Map<Long, SourceId> sources = SourceTable.all(connection);
            try (PreparedStatement select = connection.prepareStatement(ALL);
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    check(rows, sources, tally);
                }
            }
        } catch (SQLException | IllegalArgumentException e) {
            tally.damaged("the verification days cannot be read on: " + e.getMessage());
        }
        return tally.result();
    }

    private static void check(ResultSet row, Map<Long, SourceId> sources, RowCheck.Tally tally) throws SQLException {
        String place = String.valueOf(row.getString("code"));
        LocalDate date = LocalDate.ofEpochDay(row.getLong("day"));
        try {
            Series series = SeriesTable.read(place, row);
            DayTable.read(place, series, new DayTable.Row(date, row.getBytes("pairs")), sources);
            tally.sound();
        } catch (StorageException e) {
            tally.damaged("day " + date + ": " + e.getMessage());
        }
    }
}
