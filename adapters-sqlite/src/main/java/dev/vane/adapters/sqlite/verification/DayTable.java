package dev.vane.adapters.sqlite.verification;

import dev.vane.adapters.sqlite.archive.DamagedForecastException;
import dev.vane.adapters.sqlite.database.StorageException;
import dev.vane.domain.scoring.Series;
import dev.vane.domain.scoring.VerificationDay;
import dev.vane.domain.weather.SourceId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One row a day of a series, its pairs packed. The key of a row is made of both, so that a series lies in one piece. */
final class DayTable {

    /** How many days a series may have: some 2,870 years. */
    static final long DAYS_OF_A_SERIES = 1L << 20;

    private static final long FIRST = -DAYS_OF_A_SERIES / 2;
    private static final long LAST = DAYS_OF_A_SERIES / 2 - 1;

    private static final String RANGE = "SELECT day, pairs FROM verification_day WHERE id BETWEEN ? AND ? ORDER BY id";
    private static final String INSERT =
            "INSERT OR REPLACE INTO verification_day (id, series, day, pairs) VALUES (?, ?, ?, ?)";
    private static final String DELETE = "DELETE FROM verification_day WHERE id = ?";

    /**
     * A row as it is kept.
     *
     * @param date its day
     * @param pairs its pairs, packed, not damaged for all we know
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Row(LocalDate date, byte[] pairs) {}

    private DayTable() {}

    /**
     * Checks that a day can be kept.
     *
     * @throws StorageException if it is more than some 1,400 years away
     */
    static void requireNear(LocalDate date) {
        if (date.toEpochDay() < FIRST || date.toEpochDay() > LAST) {
            throw new StorageException("the day " + date + " is too far away to be kept");
        }
    }

    private static long id(long series, long epochDay) {
        return series * DAYS_OF_A_SERIES + Math.clamp(epochDay, FIRST, LAST) - FIRST;
    }

    /** Keeps a day in place of what was known of it. */
    static void keep(Connection connection, long series, LocalDate date, byte[] pairs) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, id(series, date.toEpochDay()));
            insert.setLong(2, series);
            insert.setLong(3, date.toEpochDay());
            insert.setBytes(4, pairs);
            insert.executeUpdate();
        }
    }

    /** Deletes a day. */
    static void delete(Connection connection, long series, LocalDate date) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setLong(1, id(series, date.toEpochDay()));
            delete.executeUpdate();
        }
    }

    /** The days of a series between two, both inclusive, by ascending date. */
    static List<Row> between(Connection connection, long series, LocalDate from, LocalDate to) throws SQLException {
        List<Row> found = new ArrayList<>();
        if (from.toEpochDay() > LAST || to.toEpochDay() < FIRST) {
            return found;
        }
        try (PreparedStatement select = connection.prepareStatement(RANGE)) {
            select.setLong(1, id(series, from.toEpochDay()));
            select.setLong(2, id(series, to.toEpochDay()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new Row(LocalDate.ofEpochDay(rows.getLong(1)), rows.getBytes(2)));
                }
            }
        }
        return found;
    }

    /**
     * Unpacks a row.
     *
     * @param sources every source by its key
     * @throws StorageException naming it, if it is damaged
     */
    static VerificationDay read(String place, Series series, Row row, Map<Long, SourceId> sources) {
        try {
            return DayUnpacker.unpack(row.date(), row.pairs(), sources);
        } catch (DamagedForecastException e) {
            throw new StorageException(
                    "the pairs of " + name(series) + " of " + row.date() + " about " + place + " are damaged", e);
        }
    }

    private static String name(Series series) {
        String interval = series.hours() == 0 ? "" : " over " + series.hours() + " h";
        return series.variable().variable().key() + interval + " by "
                + series.truth().key();
    }
}
