package dev.vane.adapters.sqlite.watch;

import dev.vane.adapters.sqlite.archive.PlaceTable;
import dev.vane.adapters.sqlite.archive.Times;
import dev.vane.adapters.sqlite.database.Database;
import dev.vane.adapters.sqlite.database.StorageException;
import dev.vane.application.spi.WatchList;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A watch list in SQLite. It shares its places with the archive: a watch has the place as it was archived last. Times are
 * kept to the millisecond. Safe for use by several threads.
 */
public final class SqliteWatchList implements WatchList {

    private static final String ALL = """
            SELECT place.*, watch.since FROM watch JOIN place ON place.id = watch.place
             ORDER BY watch.since, watch.id""";

    private static final String IS_WATCHED = "SELECT 1 FROM watch JOIN place ON place.id = watch.place WHERE code = ?";

    private static final String ADD = "INSERT INTO watch (place, since) VALUES (?, ?)";

    private static final String REMOVE = "DELETE FROM watch WHERE place = (SELECT id FROM place WHERE code = ?)";

    private final Database database;

    /** A list in a database that is open, and stays so as long as the list is used. */
    public SqliteWatchList(Database database) {
        this.database = database;
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException if it could not be read, or a place is damaged
     */
    @Override
    public List<Watch> all() {
        return database.read("reading which places are watched", SqliteWatchList::all);
    }

    private static List<Watch> all(Connection connection) throws SQLException {
        List<Watch> watches = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(ALL);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                watches.add(new Watch(PlaceTable.read(rows), Times.time(rows.getLong("since"))));
            }
        }
        return List.copyOf(watches);
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException if it could not be kept
     */
    @Override
    public boolean add(Place place, Instant since) {
        return database.write("watching " + place.id(), connection -> add(connection, place, since));
    }

    private static boolean add(Connection connection, Place place, Instant since) throws SQLException {
        if (isWatched(connection, place.id())) {
            return false;
        }
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setLong(1, PlaceTable.keyOf(connection, place));
            insert.setLong(2, Times.millis(since));
            return insert.executeUpdate() == 1;
        }
    }

    private static boolean isWatched(Connection connection, PlaceId place) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(IS_WATCHED)) {
            select.setString(1, place.toString());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException if it could not be written
     */
    @Override
    public boolean remove(PlaceId place) {
        return database.write("watching " + place + " no more", connection -> {
            try (PreparedStatement delete = connection.prepareStatement(REMOVE)) {
                delete.setString(1, place.toString());
                return delete.executeUpdate() == 1;
            }
        });
    }
}
