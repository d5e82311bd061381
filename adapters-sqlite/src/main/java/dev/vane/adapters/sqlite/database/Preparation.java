package dev.vane.adapters.sqlite.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

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

    private static final Map<String, String> CAREFUL =
            Map.of("foreign_keys", "true", "synchronous", "FULL", "temp_store", "MEMORY");

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
        DatabaseFile unfinished =
                new DatabaseFile(file.path().resolveSibling(file.path().getFileName() + ".unfinished"));
        for (Path leftover : new Path[] {unfinished.path(), unfinished.journal()}) {
            Files.deleteIfExists(leftover);
        }
        try (Connection connection = unfinished.connect(CAREFUL)) {
            Sql.run(connection, "PRAGMA page_size = " + PAGE_BYTES);
            migrator.apply(connection);
        }
        Files.move(unfinished.path(), file.path(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void bringUpToDate(JournalMode journalMode) throws SQLException {
        try (Connection connection = file.connect(CAREFUL)) {
            if (Sql.number(connection, "PRAGMA user_version") < migrator.latestVersion()) {
                setJournalMode(connection, JournalMode.DELETE);
                migrator.apply(connection);
            }
            migrator.requireUnchanged(connection, file);
            setJournalMode(connection, journalMode);
        }
    }

    private static void setJournalMode(Connection connection, JournalMode wanted) throws SQLException {
        String found = Sql.text(connection, "PRAGMA journal_mode = " + wanted.pragma());
        if (!found.equals(wanted.pragma())) {
            throw new SQLException("the journal mode stays " + found + ", expected " + wanted.pragma());
        }
    }
}
