package dev.vane.adapters.sqlite.archive;

import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.RainCounter;
import dev.vane.domain.weather.Variable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One row an observation, one column a variable, each a multiple of its {@link Resolution}'s quantum. */
final class ObservationTable {

    private static final List<Variable> VARIABLES = List.of(Variable.values());
    private static final List<String> NAMES = Stream.concat(
                    Stream.of("period", "sky", "rain_reset", "rain_counter"),
                    VARIABLES.stream().map(ObservationColumn::name))
            .toList();
    private static final List<ObservationColumn> COLUMNS = ObservationColumn.ALL.stream()
            .filter(column -> NAMES.contains(column.sql()))
            .toList();
    private static final int FIXED_PARAMETERS = 8;
    private static final String INSERT = "INSERT OR REPLACE INTO observation"
            + " (place, source, valid_time, fetched_at, " + String.join(", ", NAMES) + ") VALUES (?, ?, ?, ?"
            + ", ?".repeat(NAMES.size()) + ")";

    private static final String DELETE = """
            DELETE FROM observation
             WHERE place = ?1 AND source = ?2 AND valid_time BETWEEN ?3 AND ifnull(
                       (SELECT valid_time FROM observation
                         WHERE place = ?1 AND source = ?2 AND valid_time BETWEEN ?3 AND ?4
                         ORDER BY valid_time LIMIT 1 OFFSET ?5 - 1), ?4)""";

    private ObservationTable() {}

    /** The columns that {@link #read(ResultSet)} reads, each after a prefix. */
    static String columns(String prefix) {
        return prefix + "valid_time, " + prefix + String.join(", " + prefix, NAMES);
    }

    /** Keeps an observation, in place of an earlier one of the same time. */
    static void keep(Connection connection, Shelf shelf, Instant fetchedAt, Observation observation)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, shelf.place());
            insert.setLong(2, shelf.source());
            insert.setLong(3, Times.millis(observation.validTime()));
            insert.setLong(4, Times.millis(fetchedAt));
            insert.setLong(5, Times.millis(observation.period()));
            insert.setInt(6, Codes.sky(observation.conditions().sky()));
            setCounter(insert, observation.rainCounter());
            for (int i = 0; i < VARIABLES.size(); i++) {
                Variable variable = VARIABLES.get(i);
                OptionalDouble value = observation.conditions().values().get(variable);
                if (value.isPresent()) {
                    insert.setLong(FIXED_PARAMETERS + 1 + i, Resolution.quanta(variable, value.getAsDouble()));
                } else {
                    insert.setNull(FIXED_PARAMETERS + 1 + i, Types.INTEGER);
                }
            }
            insert.executeUpdate();
        }
    }

    private static void setCounter(PreparedStatement insert, Optional<RainCounter> counter) throws SQLException {
        if (counter.isPresent()) {
            insert.setInt(7, Codes.reset(counter.get().reset()));
            insert.setLong(8, Resolution.counterQuanta(counter.get().millimetres()));
        } else {
            insert.setNull(7, Types.INTEGER);
            insert.setNull(8, Types.INTEGER);
        }
    }

    /**
     * Reads the observation of a row, if it has one.
     *
     * @param row a row with {@link #columns}
     * @throws IllegalArgumentException if a value cannot be
     */
    static Optional<Observation> read(ResultSet row) throws SQLException {
        long validTime = row.getLong("valid_time");
        if (row.wasNull()) {
            return Optional.empty();
        }
        Readings.Builder one = new Readings.Builder(COLUMNS, 1);
        one.next(validTime);
        for (int column = 0; column < COLUMNS.size(); column++) {
            long value = row.getLong(COLUMNS.get(column).sql());
            if (!row.wasNull()) {
                one.set(column, value);
            }
        }
        return Optional.of(new ObservationReader(COLUMNS).read(one.build(), 0));
    }

    /**
     * Reads rows by ascending valid time.
     *
     * @param stretch of which valid times
     * @param limit how many at most
     */
    static Readings read(
            Connection connection, Shelf shelf, List<ObservationColumn> columns, Stretch stretch, int limit)
            throws SQLException {
        String query = "SELECT valid_time"
                + columns.stream().map(column -> ", " + column.sql()).collect(Collectors.joining())
                + " FROM observation WHERE place = ? AND source = ? AND valid_time BETWEEN ? AND ?"
                + " ORDER BY valid_time LIMIT ?";
        Readings.Builder readings = new Readings.Builder(columns, 0);
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setLong(1, shelf.place());
            select.setLong(2, shelf.source());
            select.setLong(3, stretch.from());
            select.setLong(4, stretch.to());
            select.setInt(5, limit);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    readings.next(rows.getLong(1));
                    for (int column = 0; column < columns.size(); column++) {
                        long value = rows.getLong(column + 2);
                        if (!rows.wasNull()) {
                            readings.set(column, value);
                        }
                    }
                }
            }
        }
        return readings.build();
    }

    /**
     * Deletes rows by ascending valid time.
     *
     * @param stretch of which valid times
     * @param limit how many at most
     * @return how many
     */
    static int delete(Connection connection, Shelf shelf, Stretch stretch, int limit) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setLong(1, shelf.place());
            delete.setLong(2, shelf.source());
            delete.setLong(3, stretch.from());
            delete.setLong(4, stretch.to());
            delete.setInt(5, limit);
            return delete.executeUpdate();
        }
    }

    /** Deletes the rows of some valid times, ms. */
    static void delete(Connection connection, Shelf shelf, long[] times) throws SQLException {
        String sql = "DELETE FROM observation WHERE place = ? AND source = ? AND valid_time = ?";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setLong(1, shelf.place());
            delete.setLong(2, shelf.source());
            for (long time : times) {
                delete.setLong(3, time);
                delete.executeUpdate();
            }
        }
    }
}
