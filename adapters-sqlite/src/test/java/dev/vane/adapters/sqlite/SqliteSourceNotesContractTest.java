package dev.vane.adapters.sqlite;

import dev.vane.adapters.sqlite.database.JournalMode;
import dev.vane.adapters.sqlite.database.StorageSettings;
import dev.vane.adapters.sqlite.database.Synchronous;
import dev.vane.application.spi.SourceNotes;
import dev.vane.application.spi.SourceNotesContract;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Notes in SQLite keep the contract of the port. */
class SqliteSourceNotesContractTest extends SourceNotesContract {

    @TempDir
    private Path directory;

    private SqliteStorage storage;

    @BeforeEach
    void open() {
        storage = SqliteStorage.open(
                new StorageSettings(directory, JournalMode.WAL, Synchronous.FULL, 2, Duration.ofSeconds(5)));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Override
    protected SourceNotes notes() {
        return storage.notes();
    }
}
