package dev.vane.adapters.sqlite.database;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;

/**
 * Brings a file that passed {@link Inspection} to this program's schema and to the wanted journal mode. The caller holds
 * the lock.
 *
 * <p>A new database is made under another name and renamed when it is whole; and migrations run with a rollback journal
 * in every journal mode. So the header of the main file alone always says whose it is and of which version, which
 * {@link Inspection} relies on.
 */
final class Preparation {

    /** A run takes some 2 to 3 kB: a page of 4096 bytes would hold only one, and be half empty. */
    private static final int PAGE_BYTES = 8192;

    /** Free pages can be given back some at a time. It must be said before there is any table, or needs a VACUUM. */
    private static final int INCREMENTAL = 2;

    private static final Map<String, String> CAREFUL =
            Map.of("foreign_keys", "true", "synchronous", "FULL", "temp_store", "MEMORY");

    private static final System.Logger LOG = System.getLogger("dev.vane.adapters.sqlite");

    private final DatabaseFile file;
    private final Migrator migrator;

    Preparation(DatabaseFile file, Migrator migrator) {
        this.file = file;
        this.migrator = migrator;
    }

    /** Makes the database if there is none, migrates it if it is old, and sets its journal mode. */
    void run(JournalMode journalMode) {
        try {
            if (Files.notExists(file.path())) {
                create();
            }
            bringUpToDate(journalMode);
        } catch (SQLException | IOException e) {
            throw new StorageException("preparing " + file, e);
        }
    }

    private void create() throws SQLException, IOException {
        DatabaseFile unfinished = unfinished();
        try (Connection connection = unfinished.connect(CAREFUL)) {
            Sql.run(connection, "PRAGMA page_size = " + PAGE_BYTES);
            Sql.run(connection, "PRAGMA auto_vacuum = " + INCREMENTAL);
            migrator.apply(connection);
        }
        Files.move(unfinished.path(), file.path(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The file that is renamed when it is whole; of one that was interrupted nothing is left. */
    private DatabaseFile unfinished() throws IOException {
        DatabaseFile unfinished =
                new DatabaseFile(file.path().resolveSibling(file.path().getFileName() + ".unfinished"));
        for (Path leftover : new Path[] {unfinished.path(), unfinished.journal()}) {
            Files.deleteIfExists(leftover);
        }
        return unfinished;
    }

    private void bringUpToDate(JournalMode journalMode) throws SQLException, IOException {
        Optional<DatabaseFile> anew = Optional.empty();
        try (Connection connection = file.connect(CAREFUL)) {
            if (Sql.number(connection, "PRAGMA user_version") < migrator.latestVersion()) {
                setJournalMode(connection, JournalMode.DELETE);
                migrator.apply(connection);
                anew = shrinkable(connection);
            }
        }
        if (anew.isPresent()) {
            Files.move(anew.get().path(), file.path(), StandardCopyOption.ATOMIC_MOVE);
        }
        try (Connection connection = file.connect(CAREFUL)) {
            migrator.requireUnchanged(connection, file);
            setJournalMode(connection, journalMode);
        }
    }

    /**
     * Writes a database anew that an earlier version made without what {@code incremental_vacuum} needs. That is done with
     * a migration, once, because it takes as long as copying the file, and as much room beside it. If there is none, the
     * database stays as it is: what is deleted is used again, but the file does not become smaller.
     *
     * @return the new file, if there is any need for one and room
     */
    private Optional<DatabaseFile> shrinkable(Connection connection) throws SQLException, IOException {
        if (Sql.number(connection, "PRAGMA auto_vacuum") == INCREMENTAL) {
            return Optional.empty();
        }
        DatabaseFile anew = unfinished();
        try {
            Sql.run(connection, "PRAGMA auto_vacuum = " + INCREMENTAL);
            Sql.run(connection, "VACUUM INTO '" + anew.path().toString().replace("'", "''") + "'");
            return Optional.of(anew);
        } catch (SQLException e) {
            Files.deleteIfExists(anew.path());
            if (e.getErrorCode() != SQLiteErrorCode.SQLITE_FULL.code) {
                throw e;
            }
            LOG.log(Level.WARNING, "there is no room to make the database shrinkable; it stays as it is", e);
            return Optional.empty();
        }
    }

    /** Sets the journal mode, and with DELETE brings what waits in a write-ahead log into the file. */
    static void setJournalMode(Connection connection, JournalMode wanted) throws SQLException {
        String found = Sql.text(connection, "PRAGMA journal_mode = " + wanted.pragma());
        if (!found.equals(wanted.pragma())) {
            throw new SQLException("the journal mode stays " + found + ", expected " + wanted.pragma());
        }
    }
}
