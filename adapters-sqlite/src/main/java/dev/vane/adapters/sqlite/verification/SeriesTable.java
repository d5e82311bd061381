package dev.vane.adapters.sqlite.verification;

import dev.vane.adapters.sqlite.database.StorageException;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.scoring.Series;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/** The small numbers that stand for the series of a place in the table of days. */
final class SeriesTable {

    private static final String OF_PLACE = """
            SELECT verification_series.truth, verification_series.variable, verification_series.hours
              FROM place JOIN verification_series ON verification_series.place = place.id
             WHERE place.code = ? AND EXISTS (
                   SELECT 1 FROM verification_day
                    WHERE verification_day.id BETWEEN verification_series.id * %1$d
                                                  AND verification_series.id * %1$d + %1$d - 1)
            """.formatted(DayTable.DAYS_OF_A_SERIES);

    private static final String KEY =
            "SELECT id FROM verification_series WHERE place = ? AND truth = ? AND variable = ? AND hours = ?";

    private static final String INSERT = """
            INSERT INTO verification_series (place, truth, variable, hours) VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING""";

    private SeriesTable() {}

    /** The series of a place of which there is any day. */
    static SortedSet<Series> of(Connection connection, PlaceId place) throws SQLException {
        SortedSet<Series> found = new TreeSet<>();
        try (PreparedStatement select = connection.prepareStatement(OF_PLACE)) {
            select.setString(1, place.toString());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(read(place.toString(), rows));
                }
            }
        }
        return found;
    }

    /**
     * Reads the series of a row.
     *
     * @param place whose, for the message
     * @param row a row with {@code truth}, {@code variable} and {@code hours}
     * @throws StorageException if there is none such
     */
    static Series read(String place, ResultSet row) throws SQLException {
        int truth = row.getInt("truth");
        int variable = row.getInt("variable");
        int hours = row.getInt("hours");
        String name = "series " + truth + "/" + variable + "/" + hours + " of " + place;
        try {
            return new Series(
                    PairCodes.truth(truth).orElseThrow(() -> damaged(name, "its truth is unknown")),
                    PairCodes.variable(variable).orElseThrow(() -> damaged(name, "its variable is unknown")),
                    hours);
        } catch (IllegalArgumentException e) {
            throw new StorageException(name + " is damaged", e);
        }
    }

    private static StorageException damaged(String name, String why) {
        return new StorageException(name + " is damaged: " + why);
    }

    /** The key of a series, whose row is made if there is none. */
    static long keyOf(Connection connection, long place, Series series) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            set(insert, place, series);
            insert.executeUpdate();
        }
        return key(connection, place, series)
                .orElseThrow(() -> new SQLException("no row came of " + KEY + " with " + series));
    }

    /** The key of a series, or empty if it has none. */
    static OptionalLong key(Connection connection, long place, Series series) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(KEY)) {
            set(select, place, series);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    private static void set(PreparedStatement statement, long place, Series series) throws SQLException {
        statement.setLong(1, place);
        statement.setInt(2, PairCodes.truth(series.truth()));
        statement.setInt(3, PairCodes.variable(series.variable()));
        statement.setInt(4, series.hours());
    }
}
