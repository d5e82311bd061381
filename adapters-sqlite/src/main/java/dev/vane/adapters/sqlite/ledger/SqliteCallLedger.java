package dev.vane.adapters.sqlite.ledger;

import dev.vane.adapters.sqlite.archive.PlaceTable;
import dev.vane.adapters.sqlite.archive.Times;
import dev.vane.adapters.sqlite.database.Database;
import dev.vane.adapters.sqlite.database.StorageException;
import dev.vane.application.spi.CallLedger;
import dev.vane.application.spi.CallWindow;
import dev.vane.domain.weather.SourceId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A ledger of calls in SQLite: one row for the window of each kind that was counted last. The database must be one that
 * loses nothing it has acknowledged. Times are kept to the millisecond. Safe for use by several threads.
 */
public final class SqliteCallLedger implements CallLedger {

    /** The window always begins where the new call lies: later ones are new, earlier ones are of a clock set back. */
    private static final String ADD = """
            INSERT INTO call_count (account, span, start, calls) VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET
                calls = CASE WHEN excluded.start > start THEN 0 ELSE calls END + excluded.calls, start = excluded.start
            """;

    private static final String COUNTS = """
            SELECT source.name, span, start, calls FROM call_count JOIN source ON source.id = call_count.account""";

    private static final String PAUSE = """
            INSERT INTO call_pause (account, until) VALUES (?, ?)
            ON CONFLICT DO UPDATE SET until = excluded.until""";

    private static final String PAUSES = """
            SELECT source.name, until FROM call_pause JOIN source ON source.id = call_pause.account""";

    private final Database database;

    /** A ledger in a database that is open, and stays so as long as the ledger is used. */
    public SqliteCallLedger(Database database) {
        this.database = database;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the calls are none
     * @throws StorageException if they could not be added, in which case none is
     */
    @Override
    public void add(SourceId account, int calls, Instant at) {
        if (calls < 1) {
            throw new IllegalArgumentException("calls of " + account + " are " + calls + ", below 1");
        }
        database.write("counting calls of " + account, connection -> {
            long key = PlaceTable.keyOf(connection, account);
            try (PreparedStatement add = connection.prepareStatement(ADD)) {
                for (CallWindow window : CallWindow.values()) {
                    add.setLong(1, key);
                    add.setString(2, window.key());
                    add.setLong(3, Times.millis(window.start(at)));
                    add.setInt(4, calls);
                    add.executeUpdate();
                }
            }
            return calls;
        });
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException if they could not be read, or a row is damaged
     */
    @Override
    public List<Count> counts() {
        return database.read("reading the counts of calls", SqliteCallLedger::counts);
    }

    private static List<Count> counts(Connection connection) throws SQLException {
        List<Count> counts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(COUNTS);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                counts.add(new Count(
                        new SourceId(rows.getString("name")),
                        window(rows.getString("span")),
                        Times.time(rows.getLong("start")),
                        rows.getLong("calls")));
            }
        }
        return List.copyOf(counts);
    }

    private static CallWindow window(String key) {
        return Arrays.stream(CallWindow.values())
                .filter(window -> window.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new StorageException("a count of calls is damaged: its window is '" + key + "'"));
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException if it could not be kept
     */
    @Override
    public void pause(SourceId account, Instant until) {
        database.write("keeping that " + account + " is not to be called", connection -> {
            try (PreparedStatement pause = connection.prepareStatement(PAUSE)) {
                pause.setLong(1, PlaceTable.keyOf(connection, account));
                pause.setLong(2, Times.millis(until));
                return pause.executeUpdate();
            }
        });
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException if they could not be read
     */
    @Override
    public Map<SourceId, Instant> pauses() {
        return database.read("reading who is not to be called", SqliteCallLedger::pauses);
    }

    private static Map<SourceId, Instant> pauses(Connection connection) throws SQLException {
        Map<SourceId, Instant> pauses = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(PAUSES);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                pauses.put(new SourceId(rows.getString("name")), Times.time(rows.getLong("until")));
            }
        }
        return Map.copyOf(pauses);
    }
}
