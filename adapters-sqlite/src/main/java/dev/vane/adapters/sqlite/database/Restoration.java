package dev.vane.adapters.sqlite.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;

/**
 * Puts a copy of a database in the place of the database, while no process uses it.
 *
 * <p>The backup itself is only read. A copy of it is made beside the database under another name, checked there, and
 * renamed: so at every moment the old database or the new one is in its place, whole. For that the old one must be in one
 * file, because a write-ahead log left of it would be taken for the new one's; SQLite itself brings it into one first.
 * Only the log of a database that is damaged so much that SQLite cannot is moved away before.
 *
 * <p>The new database begins an epoch that none of its predecessors had: a process stranded with one of them finds
 * another epoch in the file that it has open as in the new one, and cannot write.
 */
public final class Restoration {

    private static final Map<String, String> CAREFUL =
            Map.of("foreign_keys", "true", "synchronous", "FULL", "temp_store", "MEMORY");

    /** More than there have been starts of a database whose epoch cannot be read. */
    private static final long UNKNOWN_EPOCHS = 1L << 32;

    /** How SQLite says that a file is no sound database, or none of Vane. */
    private static final List<SQLiteErrorCode> BEYOND_RECOVERY = List.of(
            SQLiteErrorCode.SQLITE_CORRUPT,
            SQLiteErrorCode.SQLITE_NOTADB,
            SQLiteErrorCode.SQLITE_FORMAT,
            SQLiteErrorCode.SQLITE_ERROR);

    private final Migrator migrator = new Migrator(Migration.all());
    private final DatabaseFile backup;
    private final DatabaseFile target;
    private final DatabaseFile restoring;
    private final String attempted;

    private Restoration(Path backup, Path target) {
        this.backup = new DatabaseFile(backup);
        this.target = new DatabaseFile(target);
        this.restoring = new DatabaseFile(target.resolveSibling(target.getFileName() + ".restoring"));
        this.attempted = "restoring " + backup;
    }

    /**
     * Restores a backup.
     *
     * @param backup the backup, which stays as it is
     * @param settings where the database is
     * @param force whether a database that is there is replaced
     * @return what was restored, or empty if there is a database and it was not to be replaced
     * @throws StorageException if a process uses the database; or if the backup is missing, not Vane's, of a newer version or
     *     damaged; in each case the database is as it was
     */
    public static Optional<BackupFile> run(Path backup, StorageSettings settings, boolean force) {
        Restoration restoration = new Restoration(backup.toAbsolutePath().normalize(), settings.databaseFile());
        restoration.requireUsable();
        Database.makeDirectory(settings.directory());
        ProcessLock lock = ProcessLock.acquire(settings.lockFile());
        if (!force && restoration.hasDatabase()) {
            lock.withdraw();
            return Optional.empty();
        }
        try (lock) {
            lock.announce();
            return Optional.of(restoration.restore());
        } catch (SQLException | IOException e) {
            throw new StorageException(restoration.attempted, e);
        }
    }

    private void requireUsable() {
        try {
            if (!Files.isRegularFile(backup.path())) {
                throw refused("there is no such file");
            }
            if (Files.exists(target.path()) && Files.isSameFile(backup.path(), target.path())) {
                throw refused("it is the database itself");
            }
        } catch (IOException e) {
            throw new StorageException(attempted, e);
        }
        Inspection.requireUsable(backup, migrator);
    }

    private StorageException refused(String why) {
        return new StorageException(attempted + ": " + why);
    }

    /** Tells whether there is a database, or what may be recovered of one. */
    private boolean hasDatabase() {
        return Files.exists(target.path(), LinkOption.NOFOLLOW_LINKS)
                || DatabaseFile.bytes(target.wal()) > 0
                || DatabaseFile.bytes(target.journal()) > 0;
    }

    private BackupFile restore() throws SQLException, IOException {
        try {
            discard();
            copy();
            int version = prepare();
            for (Path side : target.sideFiles()) { // none, but of a database that is beyond recovery
                if (Files.exists(side)) {
                    Durable.rename(side, replaced(side));
                }
            }
            Durable.rename(restoring.path(), target.path());
            for (Path side : target.sideFiles()) {
                Files.deleteIfExists(replaced(side));
            }
            return new BackupFile(target.path(), Files.size(target.path()), version);
        } finally {
            discard();
        }
    }

    private static Path replaced(Path side) {
        return side.resolveSibling(side.getFileName() + ".replaced");
    }

    /** Copies the backup, with the log or the journal of one that is the copy of a folder. */
    private void copy() throws IOException {
        Files.copy(backup.path(), restoring.path());
        if (DatabaseFile.bytes(backup.wal()) > 0) {
            Files.copy(backup.wal(), restoring.wal());
        }
        if (DatabaseFile.bytes(backup.journal()) > 0) {
            Files.copy(backup.journal(), restoring.journal());
        }
    }

    /** Checks the copy and begins its epoch; gives its version. */
    private int prepare() throws SQLException {
        try (Connection connection = restoring.connect(CAREFUL)) {
            Preparation.setJournalMode(connection, JournalMode.DELETE);
            Soundness.of(connection).require(attempted);
            migrator.requireUnchanged(connection, backup);
            long epoch = Sql.number(connection, "SELECT epoch FROM writer_epoch WHERE id = 1");
            long next = Math.max(epoch, oldEpoch().orElse(epoch + UNKNOWN_EPOCHS)) + 1;
            Sql.run(connection, "UPDATE writer_epoch SET epoch = " + next + " WHERE id = 1");
            return (int) Sql.number(connection, "PRAGMA user_version");
        }
    }

    /** Begins an epoch of the old database, and brings it into one file; empty if it is beyond recovery. */
    private Optional<Long> oldEpoch() throws SQLException {
        if (Files.notExists(target.path())) {
            return hasDatabase() ? Optional.empty() : Optional.of(0L);
        }
        if (!Files.isRegularFile(target.path())) {
            throw refused(target + " is not a regular file");
        }
        try (Connection connection = target.connect(CAREFUL)) {
            long epoch = Sql.number(connection, WriterEpoch.NEXT);
            Preparation.setJournalMode(connection, JournalMode.DELETE);
            return Optional.of(epoch);
        } catch (SQLException e) {
            if (BEYOND_RECOVERY.stream().anyMatch(code -> code.code == (e.getErrorCode() & 0xff))) {
                return Optional.empty();
            }
            throw new StorageException(attempted + ": taking " + target + " out of use", e);
        }
    }

    private void discard() throws IOException {
        Files.deleteIfExists(restoring.path());
        for (Path side : restoring.sideFiles()) {
            Files.deleteIfExists(side);
        }
    }
}
