package dev.vane.adapters.sqlite.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/**
 * Tells whether a file is a database that this program may open, without touching anything: not a byte of it, of its
 * side files or of its folder changes, so that whoever put the wrong file there finds it as it was.
 *
 * <p>The main file alone is read, through SQLite's {@code immutable} mode, which neither locks nor recovers. That is
 * enough although newer pages may wait in a write-ahead log, because {@link Preparation} makes a database under another
 * name and migrates it with a rollback journal: the application's id, the schema's version and the record of the
 * migrations never stand in a write-ahead log only. What does look wrong while a log or a journal waits to be recovered
 * is the length of the file: a process killed in the middle of a checkpoint leaves a file shorter than its header says,
 * with the missing pages in the log ({@link WalTail}); only if they are not there either has the file been truncated.
 */
final class Inspection {

    private final DatabaseFile file;
    private final Migrator migrator;
    private final boolean walWaits;
    private final boolean journalWaits;

    private Inspection(DatabaseFile file, Migrator migrator) {
        this.file = file;
        this.migrator = migrator;
        this.walWaits = DatabaseFile.bytes(file.wal()) > 0;
        this.journalWaits = DatabaseFile.bytes(file.journal()) > 0;
    }

    /**
     * Checks a file.
     *
     * @throws StorageException naming the file, what was found and what was expected, if it may not be opened
     */
    static void requireUsable(DatabaseFile file, Migrator migrator) {
        Inspection inspection = new Inspection(file, migrator);
        if (Files.notExists(file.path())) {
            inspection.requireNoOrphan(file.wal(), inspection.walWaits);
            inspection.requireNoOrphan(file.journal(), inspection.journalWaits);
        } else {
            inspection.inspect();
        }
    }

    private void requireNoOrphan(Path sideFile, boolean waits) {
        if (waits) {
            throw refused(
                    "the file is missing, but " + sideFile.getFileName() + " is there; put both back, or remove it");
        }
    }

    private void inspect() {
        if (!Files.isRegularFile(file.path())) {
            throw refused("it is not a regular file");
        }
        if (DatabaseFile.bytes(file.path()) == 0) {
            throw refused("the file is empty, not a database of Vane; remove it to start anew");
        }
        try (Connection connection = file.connectUntouching()) {
            if (walWaits || journalWaits) {
                Sql.run(connection, "PRAGMA writable_schema = 1"); // tolerates a file shorter than its header says
            }
            requireOurs(connection);
            requireKnownVersion(connection);
            requireWhole(connection);
            if (!journalWaits) {
                migrator.requireUnchanged(connection, file);
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private void requireOurs(Connection connection) throws SQLException {
        long found = Sql.number(connection, "PRAGMA application_id");
        if (found != Migrator.APPLICATION_ID) {
            throw refused(String.format(
                    "it is a database of another program: application_id is 0x%08x, expected 0x%08x",
                    found, Migrator.APPLICATION_ID));
        }
    }

    private void requireKnownVersion(Connection connection) throws SQLException {
        long found = Sql.number(connection, "PRAGMA user_version");
        if (found < 1 || found > migrator.latestVersion()) {
            throw refused("its schema has version " + found + ", but this program knows versions 1 to "
                    + migrator.latestVersion() + "; start a version of Vane that fits, or restore a backup");
        }
    }

    private void requireWhole(Connection connection) throws SQLException {
        long pageSize = Sql.number(connection, "PRAGMA page_size");
        long bytes = DatabaseFile.bytes(file.path());
        if (!walWaits && !journalWaits) {
            long expected = Sql.number(connection, "PRAGMA page_count") * pageSize;
            if (bytes != expected) {
                throw refused("it has " + bytes + " bytes, expected " + expected + ": it was truncated");
            }
        }
        if (walWaits && !journalWaits) {
            requireTailInWal(bytes / pageSize);
        }
    }

    private void requireTailInWal(long pagesInFile) {
        try {
            long missing = WalTail.missingPages(file.wal(), pagesInFile);
            if (missing > 0) {
                throw refused("it has " + pagesInFile + " pages, and " + missing
                        + " more are neither in it nor in its write-ahead log: it was truncated");
            }
        } catch (IOException e) {
            throw new StorageException("reading " + file.wal(), e);
        }
    }

    private StorageException unreadable(SQLException failure) {
        if (failure.getErrorCode() == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return refused("it is not an SQLite database");
        }
        if (failure.getErrorCode() == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            return refused("it was truncated or damaged: " + DatabaseFile.bytes(file.path())
                    + " bytes are there, its header speaks of more");
        }
        return new StorageException("opening " + file, failure);
    }

    private StorageException refused(String why) {
        return new StorageException("opening " + file + ": " + why);
    }
}
