package dev.vane.adapters.sqlite.archive;

import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** One row an observation, one column a variable, each a multiple of its {@link Resolution}'s quantum. */
final class ObservationTable {

    private static final List<Variable> VARIABLES = List.of(Variable.values());
    private static final int FIXED_COLUMNS = 6;
    private static final String INSERT = "INSERT OR REPLACE INTO observation"
            + " (place, source, valid_time, period, fetched_at, sky, " + columns("")
            + ") VALUES (?, ?, ?, ?, ?, ?" + ", ?".repeat(VARIABLES.size()) + ")";

    private ObservationTable() {}

    /** The columns of all variables, each after a prefix. */
    static String columns(String prefix) {
        return VARIABLES.stream().map(variable -> prefix + column(variable)).collect(Collectors.joining(", "));
    }

    /** The column of a variable: its key in snake case. */
    static String column(Variable variable) {
        return variable.key().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** Keeps an observation, in place of an earlier one of the same time. */
    static void keep(Connection connection, Shelf shelf, Instant fetchedAt, Observation observation)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, shelf.place());
            insert.setLong(2, shelf.source());
            insert.setLong(3, Times.millis(observation.validTime()));
            insert.setLong(4, Times.millis(observation.period()));
            insert.setLong(5, Times.millis(fetchedAt));
            insert.setInt(6, Codes.sky(observation.conditions().sky()));
            for (int i = 0; i < VARIABLES.size(); i++) {
                setValue(insert, FIXED_COLUMNS + 1 + i, VARIABLES.get(i), observation.conditions());
            }
            insert.executeUpdate();
        }
    }

    private static void setValue(PreparedStatement insert, int column, Variable variable, Conditions conditions)
            throws SQLException {
        OptionalDouble value = conditions.values().get(variable);
        if (value.isPresent()) {
            insert.setLong(column, Resolution.quanta(variable, value.getAsDouble()));
        } else {
            insert.setNull(column, Types.INTEGER);
        }
    }

    /**
     * Reads the observation of a row, if it has one.
     *
     * @param row a row with {@code valid_time}, {@code period}, {@code sky} and the columns of all variables
     * @throws IllegalArgumentException if a value cannot be
     */
    static Optional<Observation> read(ResultSet row) throws SQLException {
        long validTime = row.getLong("valid_time");
        if (row.wasNull()) {
            return Optional.empty();
        }
        int code = row.getInt("sky");
        Sky sky = Codes.sky(code).orElseThrow(() -> new IllegalArgumentException("its sky " + code + " is unknown"));
        Values.Builder<Variable> values = Values.of(Variable.class);
        for (Variable variable : VARIABLES) {
            long quanta = row.getLong(column(variable));
            if (!row.wasNull()) {
                values.set(variable, Resolution.value(variable, quanta));
            }
        }
        return Optional.of(new Observation(
                Times.time(validTime), Duration.ofMillis(row.getLong("period")), new Conditions(sky, values.build())));
    }
}
