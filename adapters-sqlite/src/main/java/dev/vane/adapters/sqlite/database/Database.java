package dev.vane.adapters.sqlite.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Vane's database: one connection that writes behind a queue, a few that read. Safe for use by several threads.
 *
 * <p>On a root file system that is read-only SQLite's native library cannot be unpacked into the default folder: the
 * composition root sets the system properties {@code org.sqlite.lib.path} and {@code org.sqlite.lib.name} to the library
 * beside the application, or {@code org.sqlite.tmpdir} to a folder that can be written to, before the first call; and
 * the JVM gets {@code --enable-native-access=org.xerial.sqlitejdbc}.
 */
public final class Database implements AutoCloseable {

    private final DatabaseFile file;
    private final Footing footing;
    private final Runnable unlock;
    private final ConnectionPool writer;
    private final ConnectionPool readers;
    private final WriteQueue queue;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ReentrantLock backingUp = new ReentrantLock();

    private Database(DatabaseFile file, Footing footing, Runnable unlock, Pools pools) {
        this.file = file;
        this.footing = footing;
        this.unlock = unlock;
        this.writer = pools.writer();
        this.readers = pools.readers();
        this.queue = WriteQueue.start(writer, file);
    }

    private record Pools(ConnectionPool writer, ConnectionPool readers) {}

    /**
     * Opens the database, makes it if there is none, and migrates it if it is old.
     *
     * @throws StorageException if another process holds it; if the journal mode does not work where it lies; if the file is not Vane's, is of a newer version, was changed
     *     or is truncated, in which case it stays untouched; if the folder cannot be written to; or if a setting does not
     *     take effect
     */
    public static Database open(StorageSettings settings) {
        makeDirectory(settings.directory());
        DatabaseFile file = new DatabaseFile(settings.databaseFile());
        Migrator migrator = new Migrator(Migration.all());
        Footing.find(settings); // what cannot work is refused before anything is touched
        ProcessLock lock = ProcessLock.acquire(settings.lockFile());
        try {
            Inspection.requireUsable(file, migrator);
        } catch (RuntimeException e) {
            lock.withdraw();
            throw e;
        }
        try {
            lock.announce();
            return start(settings, migrator, lock::close);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Makes a folder if it is absent. */
    static void makeDirectory(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new StorageException("making the folder " + directory, e);
        }
    }

    /** Starts with a file that was inspected. */
    static Database start(StorageSettings settings, Migrator migrator, Runnable unlock) {
        DatabaseFile file = new DatabaseFile(settings.databaseFile());
        Footing footing = Footing.find(settings);
        JournalMode mode = footing.journalMode();
        new Preparation(file, migrator).run(mode);
        ConnectionPool writer = ConnectionPool.writer(file, settings, mode);
        try {
            ConnectionPool readers = ConnectionPool.readers(file, settings, mode);
            try {
                return new Database(file, footing, unlock, new Pools(writer, readers));
            } catch (RuntimeException e) {
                readers.close();
                throw e;
            }
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    /**
     * Writes in a transaction and returns when it is committed.
     *
     * @param attempted what is written, for the message if it fails
     * @param work what to do with the connection; it may be called a second time if the first was undone, and must have no
     *     effect outside of the database
     * @throws StorageException if it failed, in which case nothing of it is in the database
     */
    public <T> T write(String attempted, SqlWork<T> work) {
        return queue.write(attempted, work);
    }

    /**
     * Reads what has been committed.
     *
     * @param attempted what is read, for the message if it fails
     * @param work what to do with the connection, which cannot write
     * @throws StorageException if it failed
     */
    public <T> T read(String attempted, SqlWork<T> work) {
        try {
            return readers.lend(work);
        } catch (SQLException e) {
            throw new StorageException(attempted + " in " + file, e);
        }
    }

    /**
     * Reads everything there is, on a connection of its own, so that other readers are not kept waiting. Writes go on
     * meanwhile where there is a write-ahead log; with a rollback journal they wait until it is done, as a reader would keep
     * them from committing until they gave up.
     *
     * @param attempted what is read, for the message if it fails
     * @param work what to do with the connection, which cannot write to the database; it may be called a second time
     * @throws StorageException if it failed
     */
    public <T> T readAll(String attempted, SqlWork<T> work) {
        Map<String, String> properties = Map.of("temp_store", "MEMORY", "busy_timeout", "5000");
        try (Connection connection = file.connectReadOnly(properties)) {
            String mode = Sql.text(connection, "PRAGMA journal_mode");
            return mode.equals(JournalMode.WAL.pragma())
                    ? work.with(connection)
                    : queue.write(attempted, writing -> work.with(connection));
        } catch (SQLException e) {
            throw new StorageException(attempted + " in " + file, e);
        }
    }

    /**
     * Copies the database as it is now into a file, which is whole as soon as it is there. Readers and writers go on as
     * {@link #readAll} says.
     *
     * @throws StorageException if the file is there already, cannot be written, or the copy turns out damaged; if another
     *     copy is being made
     */
    public BackupFile backup(Path target) {
        BackupWriter backup = new BackupWriter(file, target);
        if (!backingUp.tryLock()) {
            throw new StorageException(backup.attempted() + ": another backup is being made");
        }
        try {
            readAll(backup.attempted(), connection -> {
                backup.copy(connection);
                return true;
            });
            return backup.finish();
        } finally {
            backup.discard();
            backingUp.unlock();
        }
    }

    /**
     * Reads what has been committed at one moment, with as many statements as it takes. Nothing else may be waited for
     * meanwhile: with a rollback journal, writes wait until it is done.
     *
     * @param attempted what is read, for the message if it fails
     * @param work what to do with the connection, which cannot write
     * @throws StorageException if it failed
     */
    public <T> T readAtOnce(String attempted, SqlWork<T> work) {
        return read(attempted, connection -> {
            Sql.run(connection, "BEGIN");
            try {
                return work.with(connection);
            } finally {
                Sql.run(connection, "ROLLBACK");
            }
        });
    }

    /**
     * Tells whether the database can be read now and no other process has taken it over. Takes at most the pool's waiting
     * time and the busy timeout.
     */
    public boolean canRead() {
        try {
            return readers.lend(connection -> {
                queue.epoch().require(connection);
                return Sql.number(connection, "SELECT count(*) FROM migration") > 0;
            });
        } catch (SQLException | RuntimeException e) {
            return false;
        }
    }

    /**
     * Ends, with what was found, when another process is found to have taken the database over: at the next write, or when
     * {@link #canRead} is asked. From then on nothing can be written, and this process had better end. What waits for it must
     * not take long, and must not close the database by itself.
     */
    public CompletionStage<String> overtaken() {
        return queue.epoch().overtaken();
    }

    /** What is true of the database now. */
    public StorageFacts facts() {
        return read("reading the state of the database", this::facts);
    }

    private StorageFacts facts(Connection connection) throws SQLException {
        return new StorageFacts(
                file.path(),
                file.totalBytes(),
                footing,
                (int) Sql.number(connection, "PRAGMA user_version"),
                Sql.text(connection, "SELECT sqlite_version()"),
                queue.epoch().number());
    }

    /** Commits what waits, empties the write-ahead log, closes all connections and gives up the lock. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        queue.close();
        readers.close();
        try {
            if (!queue.epoch().isOvertaken()) { // a log that is another process's is not for this one to empty
                writer.lend(connection -> Sql.text(connection, "PRAGMA wal_checkpoint(TRUNCATE)"));
            }
        } catch (SQLException e) {
            throw new StorageException("emptying the write-ahead log of " + file, e);
        } finally {
            writer.close();
            unlock.run();
        }
    }
}
