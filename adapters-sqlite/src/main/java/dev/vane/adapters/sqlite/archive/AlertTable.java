package dev.vane.adapters.sqlite.archive;

import dev.vane.domain.weather.Alert;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * One row an official warning, as it was heard last. Those of the list that the source gave last have their position in
 * it; the others stay on record.
 */
final class AlertTable {

    private static final List<String> SAID = List.of(
            "last_heard",
            "position",
            "event",
            "severity",
            "urgency",
            "certainty",
            "sent_at",
            "onset_at",
            "ends_at",
            "headline",
            "description",
            "instruction",
            "area",
            "sender");

    private static final String WITHDRAW =
            "UPDATE alert SET position = NULL WHERE place = ? AND source = ? AND position IS NOT NULL";

    /** One that is known keeps what it was heard to say last. */
    private static final String UPSERT = "INSERT INTO alert (place, source, code, first_heard, "
            + String.join(", ", SAID) + ") VALUES (?, ?, ?, ?" + ", ?".repeat(SAID.size())
            + ") ON CONFLICT (place, source, code) DO UPDATE SET "
            + String.join(
                    ", ",
                    SAID.stream()
                            .map(column -> column + " = excluded." + column)
                            .toList())
            + " WHERE excluded.last_heard >= last_heard";

    private static final String FIRST_HEARD =
            "UPDATE alert SET first_heard = min(first_heard, ?) WHERE place = ? AND source = ? AND code = ?";

    private AlertTable() {}

    /** The columns that {@link #read} reads, each after a prefix. */
    static String columns(String prefix) {
        return prefix + "code, " + prefix
                + String.join(", " + prefix, SAID.subList(SAID.indexOf("event"), SAID.size()));
    }

    /**
     * Keeps all warnings that a source gave at a time; of several with one identifier, the last. If they come late, they
     * are on record only.
     */
    static void keep(Connection connection, Shelf shelf, Instant fetchedAt, List<Alert> alerts) throws SQLException {
        boolean inForce = HeardTable.hearAlerts(connection, shelf, fetchedAt);
        if (inForce) {
            withdraw(connection, shelf);
        }
        SequencedMap<String, Alert> byCode = new LinkedHashMap<>();
        alerts.forEach(alert -> byCode.putLast(alert.id(), alert));
        int position = 0;
        for (Alert alert : byCode.values()) {
            upsert(connection, shelf, fetchedAt, alert, inForce ? Optional.of(position) : Optional.empty());
            moveFirstHeard(connection, shelf, fetchedAt, alert);
            position++;
        }
    }

    private static void withdraw(Connection connection, Shelf shelf) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(WITHDRAW)) {
            update.setLong(1, shelf.place());
            update.setLong(2, shelf.source());
            update.executeUpdate();
        }
    }

    private static void upsert(
            Connection connection, Shelf shelf, Instant fetchedAt, Alert alert, Optional<Integer> position)
            throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            upsert.setLong(1, shelf.place());
            upsert.setLong(2, shelf.source());
            upsert.setString(3, alert.id());
            upsert.setLong(4, Times.millis(fetchedAt));
            upsert.setLong(5, Times.millis(fetchedAt));
            if (position.isPresent()) {
                upsert.setInt(6, position.get());
            } else {
                upsert.setNull(6, Types.INTEGER);
            }
            upsert.setString(7, alert.event());
            upsert.setString(8, word(alert.gravity().severity()));
            upsert.setString(9, word(alert.gravity().urgency()));
            upsert.setString(10, word(alert.gravity().certainty()));
            upsert.setLong(11, Times.millis(alert.validity().sent()));
            Times.set(upsert, 12, alert.validity().onset());
            Times.set(upsert, 13, alert.validity().ends());
            upsert.setString(14, alert.message().headline());
            upsert.setString(15, alert.message().description());
            upsert.setString(16, alert.message().instruction());
            upsert.setString(17, alert.area());
            upsert.setString(18, alert.sender());
            upsert.executeUpdate();
        }
    }

    private static void moveFirstHeard(Connection connection, Shelf shelf, Instant fetchedAt, Alert alert)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(FIRST_HEARD)) {
            update.setLong(1, Times.millis(fetchedAt));
            update.setLong(2, shelf.place());
            update.setLong(3, shelf.source());
            update.setString(4, alert.id());
            update.executeUpdate();
        }
    }

    /**
     * Reads the warning of a row, if it has one.
     *
     * @param row a row with {@link #columns}
     * @throws IllegalArgumentException if it cannot be
     */
    static Optional<Alert> read(ResultSet row) throws SQLException {
        String code = row.getString("code");
        if (code == null) {
            return Optional.empty();
        }
        return Optional.of(new Alert(
                code,
                row.getString("event"),
                new Alert.Gravity(
                        constant(Alert.Severity.class, row.getString("severity")),
                        constant(Alert.Urgency.class, row.getString("urgency")),
                        constant(Alert.Certainty.class, row.getString("certainty"))),
                new Alert.Validity(
                        Times.time(row.getLong("sent_at")), Times.time(row, "onset_at"), Times.time(row, "ends_at")),
                new Alert.Message(
                        row.getString("headline"), row.getString("description"), row.getString("instruction")),
                row.getString("area"),
                row.getString("sender")));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(
                "its " + type.getSimpleName().toLowerCase(Locale.ROOT) + " is '" + word + "', which CAP does not know");
    }
}
