package dev.vane.adapters.sqlite;

import dev.vane.adapters.sqlite.database.JournalMode;
import dev.vane.adapters.sqlite.database.StorageSettings;
import dev.vane.adapters.sqlite.database.Synchronous;
import dev.vane.application.spi.VerificationStore;
import dev.vane.application.spi.VerificationStoreContract;
import dev.vane.application.spi.WatchList;
import dev.vane.application.spi.WeatherArchive;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The memory of pairs in SQLite keeps the contract of the port, in each journal mode. */
class SqliteVerificationStoreContractTest {

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

    abstract static class Contract extends VerificationStoreContract {

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
        protected VerificationStore store() {
            return storage.verification();
        }

        @Override
        protected WeatherArchive archive() {
            return storage.archive();
        }

        @Override
        protected WatchList watches() {
            return storage.watches();
        }
    }
}
