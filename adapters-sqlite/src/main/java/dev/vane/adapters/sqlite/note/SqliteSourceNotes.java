package dev.vane.adapters.sqlite.note;

import dev.vane.adapters.sqlite.archive.PlaceTable;
import dev.vane.adapters.sqlite.archive.Times;
import dev.vane.adapters.sqlite.database.Database;
import dev.vane.adapters.sqlite.database.StorageException;
import dev.vane.application.spi.SourceNotes;
import dev.vane.domain.weather.SourceId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Notes of sources in SQLite. Times are kept to the millisecond. Safe for use by several threads. */
public final class SqliteSourceNotes implements SourceNotes {

    private static final Duration LONGEST = Duration.ofDays(7);

    private static final String FIND = """
            SELECT text, since FROM note JOIN source ON source.id = note.source
             WHERE source.name = ? AND note.name = ?""";

    private static final String KEEP = """
            INSERT INTO note (source, name, text, since) VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET text = excluded.text, since = excluded.since""";

    private static final String DROP = "DELETE FROM note WHERE source = ? AND since < ?";

    private final Database database;

    /** Notes in a database that is open, and stays so as long as they are used. */
    public SqliteSourceNotes(Database database) {
        this.database = database;
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException if it could not be read
     */
    @Override
    public Optional<Note> find(SourceId source, String key) {
        return database.read("reading a note of " + source, connection -> {
            try (PreparedStatement find = connection.prepareStatement(FIND)) {
                find.setString(1, source.name());
                find.setString(2, key);
                return note(find);
            }
        });
    }

    private static Optional<Note> note(PreparedStatement find) throws SQLException {
        try (ResultSet rows = find.executeQuery()) {
            return rows.next()
                    ? Optional.of(new Note(rows.getString("text"), Times.time(rows.getLong("since"))))
                    : Optional.empty();
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException if it could not be kept
     */
    @Override
    public void keep(SourceId source, String key, Note note) {
        database.write("keeping a note of " + source, connection -> {
            long number = PlaceTable.keyOf(connection, source);
            write(connection, number, key, note);
            return drop(connection, number, note);
        });
    }

    private static void write(Connection connection, long source, String key, Note note) throws SQLException {
        try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
            keep.setLong(1, source);
            keep.setString(2, key);
            keep.setString(3, note.text());
            keep.setLong(4, Times.millis(note.since()));
            keep.executeUpdate();
        }
    }

    private static int drop(Connection connection, long source, Note note) throws SQLException {
        try (PreparedStatement drop = connection.prepareStatement(DROP)) {
            drop.setLong(1, source);
            drop.setLong(2, Times.millis(note.since().minus(LONGEST)));
            return drop.executeUpdate();
        }
    }
}
