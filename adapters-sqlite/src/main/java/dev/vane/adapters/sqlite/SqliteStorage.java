package dev.vane.adapters.sqlite;

import dev.vane.adapters.sqlite.archive.SqliteWeatherArchive;
import dev.vane.adapters.sqlite.database.Database;
import dev.vane.adapters.sqlite.database.StorageFacts;
import dev.vane.adapters.sqlite.database.StorageSettings;
import dev.vane.adapters.sqlite.ledger.SqliteCallLedger;
import dev.vane.adapters.sqlite.note.SqliteSourceNotes;
import dev.vane.adapters.sqlite.watch.SqliteWatchList;
import dev.vane.application.spi.CallLedger;
import dev.vane.application.spi.SourceNotes;
import dev.vane.application.spi.WatchList;
import dev.vane.application.spi.WeatherArchive;

/**
 * Vane's memory in one SQLite file. Safe for use by several threads.
 *
 * <p>What the composition root must do before the first call on a root file system that is read-only, because SQLite's
 * native library cannot be unpacked there: set the system properties {@code org.sqlite.lib.path} and
 * {@code org.sqlite.lib.name} to the library beside the application, or {@code org.sqlite.tmpdir} to a folder that can be
 * written to. The JVM gets {@code --enable-native-access=org.xerial.sqlitejdbc}.
 */
public final class SqliteStorage implements AutoCloseable {

    private final Database database;
    private final WeatherArchive archive;
    private final CallLedger ledger;
    private final WatchList watches;
    private final SourceNotes notes;

    private SqliteStorage(Database database) {
        this.database = database;
        this.archive = new SqliteWeatherArchive(database);
        this.ledger = new SqliteCallLedger(database);
        this.watches = new SqliteWatchList(database);
        this.notes = new SqliteSourceNotes(database);
    }

    /**
     * Opens the database {@code vane.db} of a folder, makes it if there is none, migrates it if it is old, and holds the
     * folder's lock until it is closed.
     *
     * @throws dev.vane.adapters.sqlite.database.StorageException if another process holds it; if the file is not Vane's,
     *     is of a newer version, was changed or is truncated, in which case it stays untouched; if the folder cannot be
     *     written to; or if a setting does not take effect
     */
    public static SqliteStorage open(StorageSettings settings) {
        return new SqliteStorage(Database.open(settings));
    }

    /** The memory of what sources said. */
    public WeatherArchive archive() {
        return archive;
    }

    /** The count of the calls of providers. */
    public CallLedger ledger() {
        return ledger;
    }

    /** The places that are kept up to date and on record. */
    public WatchList watches() {
        return watches;
    }

    /** What sources noted, so that they need not ask for it again. */
    public SourceNotes notes() {
        return notes;
    }

    /** Tells whether the database can be read now. */
    public boolean canRead() {
        return database.canRead();
    }

    /**
     * What is true of the database now.
     *
     * @throws dev.vane.adapters.sqlite.database.StorageException if it cannot be read
     */
    public StorageFacts facts() {
        return database.facts();
    }

    /** Commits what waits, empties the write-ahead log, closes all connections and gives up the lock. */
    @Override
    public void close() {
        database.close();
    }
}
