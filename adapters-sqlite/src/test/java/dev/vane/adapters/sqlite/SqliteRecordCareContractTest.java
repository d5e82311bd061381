package dev.vane.adapters.sqlite;

import dev.vane.adapters.sqlite.database.JournalMode;
import dev.vane.adapters.sqlite.database.StorageSettings;
import dev.vane.adapters.sqlite.database.Synchronous;
import dev.vane.application.spi.RecordCare;
import dev.vane.application.spi.RecordCareContract;
import dev.vane.application.spi.WeatherArchive;
import dev.vane.application.spi.WeatherRecord;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The care of the record in SQLite keeps the contract of the port, in each journal mode. */
class SqliteRecordCareContractTest {

    @Nested
    class WithAWriteAheadLog extends Contract {
        WithAWriteAheadLog() {
            super(JournalMode.WAL);
        }
    }

    @Nested
    class WithARollbackJournal extends Contract {
        WithARollbackJournal() {
            super(JournalMode.DELETE);
        }
    }

    abstract static class Contract extends RecordCareContract {

        private final JournalMode journalMode;

        @TempDir
        private Path directory;

        private SqliteStorage storage;

        Contract(JournalMode journalMode) {
            this.journalMode = journalMode;
        }

        @BeforeEach
        void open() {
            storage = SqliteStorage.open(
                    new StorageSettings(directory, journalMode, Synchronous.FULL, 2, Duration.ofSeconds(5)));
        }

        @AfterEach
        void close() {
            storage.close();
        }

        @Override
        protected WeatherArchive archive() {
            return storage.archive();
        }

        @Override
        protected WeatherRecord record() {
            return storage.record();
        }

        @Override
        protected RecordCare care() {
            return storage.care();
        }
    }
}
