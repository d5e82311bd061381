package dev.vane.adapters.sqlite;

import dev.vane.adapters.sqlite.archive.SqliteWeatherArchive;
import dev.vane.adapters.sqlite.archive.SqliteWeatherRecord;
import dev.vane.adapters.sqlite.backup.DatabaseCheck;
import dev.vane.adapters.sqlite.care.SqliteRecordCare;
import dev.vane.adapters.sqlite.database.BackupFile;
import dev.vane.adapters.sqlite.database.Database;
import dev.vane.adapters.sqlite.database.StorageFacts;
import dev.vane.adapters.sqlite.database.StorageSettings;
import dev.vane.adapters.sqlite.ledger.SqliteCallLedger;
import dev.vane.adapters.sqlite.note.SqliteSourceNotes;
import dev.vane.adapters.sqlite.verification.SqliteVerificationStore;
import dev.vane.adapters.sqlite.watch.SqliteWatchList;
import dev.vane.application.spi.CallLedger;
import dev.vane.application.spi.RecordCare;
import dev.vane.application.spi.SourceNotes;
import dev.vane.application.spi.VerificationStore;
import dev.vane.application.spi.WatchList;
import dev.vane.application.spi.WeatherArchive;
import dev.vane.application.spi.WeatherRecord;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;

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
    private final WeatherRecord record;
    private final RecordCare care;
    private final CallLedger ledger;
    private final WatchList watches;
    private final SourceNotes notes;
    private final VerificationStore verification;

    private SqliteStorage(Database database) {
        this.database = database;
        this.archive = new SqliteWeatherArchive(database);
        this.record = new SqliteWeatherRecord(database);
        this.care = new SqliteRecordCare(database);
        this.ledger = new SqliteCallLedger(database);
        this.watches = new SqliteWatchList(database);
        this.notes = new SqliteSourceNotes(database);
        this.verification = new SqliteVerificationStore(database);
    }

    /**
     * Opens the database {@code vane.db} of a folder, makes it if there is none, migrates it if it is old, and holds the
     * folder's lock until it is closed.
     *
     * @throws dev.vane.adapters.sqlite.database.StorageException if another process holds it; if the journal mode does not
     *     work where it lies; if the file is not Vane's, is of a newer version, was changed or is truncated, in which case
     *     it stays untouched; if the folder cannot be written to; or if a setting does not take effect
     */
    public static SqliteStorage open(StorageSettings settings) {
        return new SqliteStorage(Database.open(settings));
    }

    /** The memory of what sources said. */
    public WeatherArchive archive() {
        return archive;
    }

    /** What the archive has kept. */
    public WeatherRecord record() {
        return record;
    }

    /** What keeps the record small. */
    public RecordCare care() {
        return care;
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

    /** The memory of forecasts compared with what then happened. */
    public VerificationStore verification() {
        return verification;
    }

    /** Tells whether the database can be read now and no other process has taken it over. */
    public boolean canRead() {
        return database.canRead();
    }

    /**
     * Ends, with what was found, when another process is found to have taken the database over: at the next write, or when
     * {@link #canRead} is asked. From then on nothing can be written, and this process had better end. What waits for it must
     * not take long, and must not close the storage by itself.
     */
    public CompletionStage<String> overtaken() {
        return database.overtaken();
    }

    /**
     * What is true of the database now.
     *
     * @throws dev.vane.adapters.sqlite.database.StorageException if it cannot be read
     */
    public StorageFacts facts() {
        return database.facts();
    }

    /**
     * Copies the database as it is now into a file, which is whole as soon as it is there. Reads go on meanwhile; writes,
     * too, where there is a write-ahead log, and otherwise they wait.
     *
     * @throws dev.vane.adapters.sqlite.database.StorageException if the file is there already or cannot be written, if the
     *     copy turns out damaged, or if another backup is being made
     */
    public BackupFile backup(Path file) {
        return database.backup(file);
    }

    /**
     * Reads the whole database and says what is damaged. Reads go on meanwhile; writes, too, where there is a write-ahead
     * log, and otherwise they wait.
     *
     * @throws dev.vane.adapters.sqlite.database.StorageException if it cannot be read
     */
    public DatabaseCheck check() {
        return database.readAll("checking the database", DatabaseCheck::of);
    }

    /** Commits what waits, empties the write-ahead log, closes all connections and gives up the lock. */
    @Override
    public void close() {
        database.close();
    }
}
