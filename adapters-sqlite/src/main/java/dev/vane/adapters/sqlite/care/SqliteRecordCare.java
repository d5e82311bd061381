package dev.vane.adapters.sqlite.care;

import dev.vane.adapters.sqlite.archive.ObservationCare;
import dev.vane.adapters.sqlite.archive.Times;
import dev.vane.adapters.sqlite.database.Database;
import dev.vane.application.spi.RecordCare;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/**
 * Keeps the record in SQLite small. Everything is done in transactions of a few thousand rows or some hundred pages, between
 * which others write. Safe for use by several threads.
 */
public final class SqliteRecordCare implements RecordCare {

    /** How many runs are deleted at a time: some megabytes. */
    private static final int RUNS = 500;

    /** How many pages are given back at a time: 2 MiB. */
    private static final int PAGES = 256;

    /** The latest run of a shelf by the same order as everywhere: by time, then by key. */
    private static final String DELETE_RUNS = """
            DELETE FROM run WHERE id IN (
                SELECT run.id
                  FROM heard
                  JOIN run ON run.place = heard.place AND run.source = heard.source
                 WHERE run.available_at < ?
                   AND run.id <> (SELECT id FROM run AS latest
                                   WHERE latest.place = heard.place AND latest.source = heard.source
                                   ORDER BY available_at DESC, id DESC LIMIT 1)
                 LIMIT ?)""";

    private static final String OLDEST_RUN = """
            SELECT min((SELECT min(available_at) FROM run WHERE run.place = heard.place AND run.source = heard.source))
              FROM heard""";

    private final Database database;
    private final ObservationCare observations;

    /** Cares for a database that is open, and stays so as long as it is cared for. */
    public SqliteRecordCare(Database database) {
        this.database = database;
        this.observations = new ObservationCare(database);
    }

    /**
     * {@inheritDoc}
     *
     * @throws dev.vane.adapters.sqlite.database.StorageException if it failed, or something is damaged, when all is packed
     *     that can be
     */
    @Override
    public long pack(Instant before) {
        return observations.pack(before);
    }

    /**
     * {@inheritDoc}
     *
     * @throws dev.vane.adapters.sqlite.database.StorageException if it failed
     */
    @Override
    public long deleteRuns(Instant availableBefore) {
        long before = Times.firstNotBefore(availableBefore);
        long count = 0;
        int deleted = RUNS;
        while (deleted == RUNS) {
            deleted = database.write("deleting runs", connection -> deleteSome(connection, before));
            count += deleted;
        }
        return count;
    }

    private static int deleteSome(Connection connection, long before) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE_RUNS)) {
            delete.setLong(1, before);
            delete.setInt(2, RUNS);
            return delete.executeUpdate();
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws dev.vane.adapters.sqlite.database.StorageException if it failed, or something is damaged, when all is deleted
     *     that can be
     */
    @Override
    public long deleteObservations(Instant validBefore) {
        return observations.delete(validBefore);
    }

    /**
     * {@inheritDoc}
     *
     * @throws dev.vane.adapters.sqlite.database.StorageException if it could not be read
     */
    @Override
    public Instant oldestRun() {
        return database.read("reading the oldest run", connection -> {
            try (PreparedStatement select = connection.prepareStatement(OLDEST_RUN);
                    ResultSet row = select.executeQuery()) {
                row.next();
                long oldest = row.getLong(1);
                return row.wasNull() ? Instant.MAX : Times.time(oldest);
            }
        });
    }

    /**
     * {@inheritDoc}
     *
     * <p>A database that was made before {@code incremental_vacuum} could work, and found no room to be written anew since,
     * stays as it is.
     *
     * @throws dev.vane.adapters.sqlite.database.StorageException if it failed
     */
    @Override
    public void shrink() {
        boolean more = true;
        while (more) {
            more = database.write("giving free pages back", SqliteRecordCare::giveBackSome);
        }
    }

    /** Tells whether there was anything, so that there may be more. */
    private static boolean giveBackSome(Connection connection) throws SQLException {
        long before = number(connection, "PRAGMA freelist_count");
        if (before == 0) {
            return false;
        }
        try (Statement vacuum = connection.createStatement()) {
            vacuum.executeUpdate(
                    "PRAGMA incremental_vacuum(" + PAGES + ")"); // prepared, it would stop at its first page
        }
        return number(connection, "PRAGMA freelist_count") < before;
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws dev.vane.adapters.sqlite.database.StorageException if it could not be read
     */
    @Override
    public long bytesUsed() {
        String query = "SELECT (page_count - freelist_count) * page_size"
                + " FROM pragma_page_count, pragma_freelist_count, pragma_page_size";
        return database.read("reading the size of the database", connection -> number(connection, query));
    }
}
