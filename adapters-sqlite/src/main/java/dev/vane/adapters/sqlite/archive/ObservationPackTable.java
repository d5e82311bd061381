package dev.vane.adapters.sqlite.archive;

import dev.vane.adapters.sqlite.database.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Packed observations: a row for each stretch of time, of a UTC month or less. The stretches of a shelf do not overlap;
 * and its latest observation is never in one, but a row.
 */
final class ObservationPackTable {

    private static final String READ = """
            SELECT id, first_time, last_time, content FROM observation_pack
             WHERE place = ?1 AND source = ?2 AND first_time <= ?4
               AND first_time >= ifnull(
                       (SELECT max(first_time) FROM observation_pack
                         WHERE place = ?1 AND source = ?2 AND first_time <= ?3), ?3)
             ORDER BY first_time LIMIT ?5""";

    private ObservationPackTable() {}

    /**
     * What was found.
     *
     * @param readings some of a stretch, perhaps with others around it
     * @param readTo up to when there are no others
     */
    record Found(Readings readings, long readTo) {}

    /**
     * A pack.
     *
     * @param id its key
     * @param stretch from its first observation to its last
     * @param content the observations; empty if they are damaged
     * @param damage what is wrong with them, if anything is
     */
    record Pack(long id, Stretch stretch, Optional<Readings> content, Optional<StorageException> damage) {}

    /**
     * Reads what is packed of a stretch of time.
     *
     * @param limit how many packs at most
     */
    static Found read(
            Connection connection, NamedShelf named, List<ObservationColumn> columns, Stretch stretch, int limit)
            throws SQLException {
        Readings.Builder readings = new Readings.Builder(columns, 0);
        int count = 0;
        long last = stretch.from();
        try (PreparedStatement select = select(connection, named, stretch, limit);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                count++;
                last = rows.getLong("last_time");
                if (last >= stretch.from()) {
                    Pack pack = pack(named, columns, rows);
                    readings.addAll(pack.content().orElseThrow(pack.damage()::get));
                }
            }
        }
        return new Found(readings.build(), count == limit ? Math.max(last, stretch.from()) : stretch.to());
    }

    private static PreparedStatement select(Connection connection, NamedShelf named, Stretch stretch, int limit)
            throws SQLException {
        PreparedStatement select = connection.prepareStatement(READ);
        select.setLong(1, named.shelf().place());
        select.setLong(2, named.shelf().source());
        select.setLong(3, stretch.from());
        select.setLong(4, stretch.to());
        select.setInt(5, limit);
        return select;
    }

    private static Pack pack(NamedShelf named, List<ObservationColumn> columns, ResultSet row) throws SQLException {
        Stretch stretch = new Stretch(row.getLong("first_time"), row.getLong("last_time"));
        try {
            Readings content = ObservationUnpacker.unpack(row.getBytes("content"), columns);
            if (content.isEmpty() || content.firstTime() != stretch.from() || content.lastTime() != stretch.to()) {
                throw new DamagedForecastException("they are not of the stretch of time that they stand for");
            }
            return new Pack(row.getLong("id"), stretch, Optional.of(content), Optional.empty());
        } catch (DamagedForecastException e) {
            StorageException damage = new StorageException(
                    "the observations of " + named + " from " + Times.time(stretch.from()) + " to "
                            + Times.time(stretch.to()) + " are damaged",
                    e);
            return new Pack(row.getLong("id"), stretch, Optional.empty(), Optional.of(damage));
        }
    }

    /** The pack that holds a time, or else the one before it; of those that begin in a stretch of time. */
    static Optional<Pack> at(
            Connection connection, NamedShelf named, long time, Stretch within, List<ObservationColumn> columns)
            throws SQLException {
        try (PreparedStatement select = select(connection, named, new Stretch(time, time), 1);
                ResultSet rows = select.executeQuery()) {
            return rows.next() && rows.getLong("first_time") >= within.from()
                    ? Optional.of(pack(named, columns, rows))
                    : Optional.empty();
        }
    }

    /** The first pack that begins in a stretch of time, if there is one. */
    static Optional<Pack> first(
            Connection connection, NamedShelf named, Stretch stretch, List<ObservationColumn> columns)
            throws SQLException {
        String query = "SELECT id, first_time, last_time, content FROM observation_pack"
                + " WHERE place = ? AND source = ? AND first_time BETWEEN ? AND ? ORDER BY first_time LIMIT 1";
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setLong(1, named.shelf().place());
            select.setLong(2, named.shelf().source());
            select.setLong(3, stretch.from());
            select.setLong(4, stretch.to());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(pack(named, columns, rows)) : Optional.empty();
            }
        }
    }

    /** Deletes a pack. */
    static void delete(Connection connection, Pack pack) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM observation_pack WHERE id = ?")) {
            delete.setLong(1, pack.id());
            delete.executeUpdate();
        }
    }

    /** Packs observations with all columns, into as many packs of about one size as it takes. */
    static void insert(Connection connection, Shelf shelf, Readings readings) throws SQLException {
        int packs = Math.ceilDiv(readings.size(), ObservationPacker.MOST);
        for (int i = 0; i < packs; i++) {
            insertOne(
                    connection, shelf, readings.range(i * readings.size() / packs, (i + 1) * readings.size() / packs));
        }
    }

    private static void insertOne(Connection connection, Shelf shelf, Readings readings) throws SQLException {
        String sql = "INSERT INTO observation_pack (place, source, first_time, last_time, content)"
                + " VALUES (?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, shelf.place());
            insert.setLong(2, shelf.source());
            insert.setLong(3, readings.firstTime());
            insert.setLong(4, readings.lastTime());
            insert.setBytes(5, ObservationPacker.pack(readings));
            insert.executeUpdate();
        }
    }
}
