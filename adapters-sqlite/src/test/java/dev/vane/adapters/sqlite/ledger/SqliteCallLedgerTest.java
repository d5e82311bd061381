package dev.vane.adapters.sqlite.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.adapters.sqlite.SqliteStorage;
import dev.vane.adapters.sqlite.database.ChildJvm;
import dev.vane.adapters.sqlite.database.JournalMode;
import dev.vane.adapters.sqlite.database.StorageException;
import dev.vane.adapters.sqlite.database.StorageSettings;
import dev.vane.adapters.sqlite.database.Synchronous;
import dev.vane.application.spi.CallLedger.Count;
import dev.vane.application.spi.CallWindow;
import dev.vane.domain.weather.SourceId;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the contract of the port leaves to the adapter: the counts survive whatever becomes of the process. */
class SqliteCallLedgerTest {

    private static final SourceId ALPHA = new SourceId("alpha");
    private static final Instant NOW = Instant.parse("2026-03-14T12:34:56.789Z");
    private static final int THREADS = 4;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void remembersAfterARestart(JournalMode mode) {
        try (SqliteStorage storage = open(directory, mode)) {
            storage.ledger().add(ALPHA, 3, NOW);
            storage.ledger().pause(ALPHA, NOW.plusSeconds(60));
        }

        try (SqliteStorage storage = open(directory, mode)) {
            storage.ledger().add(ALPHA, 2, NOW.plusSeconds(1));

            assertThat(storage.ledger().counts())
                    .hasSize(CallWindow.values().length)
                    .contains(
                            new Count(ALPHA, CallWindow.SECOND, Instant.parse("2026-03-14T12:34:57Z"), 2),
                            new Count(ALPHA, CallWindow.MINUTE, Instant.parse("2026-03-14T12:34:00Z"), 5));
            assertThat(storage.ledger().pauses()).isEqualTo(Map.of(ALPHA, NOW.plusSeconds(60)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void losesNoCallAcknowledgedWhenItIsKilledAndCountsNoneTwice(JournalMode mode) throws Exception {
        long acknowledged = 0;
        try (ChildJvm child = ChildJvm.start(AddUntilKilled.class, directory.toString(), mode.name())) {
            while (acknowledged < 200) {
                assertThat(child.readLine()).contains("added");
                acknowledged++;
            }
            child.kill();
            while (child.readLine().isPresent()) {
                acknowledged++;
            }
        }

        try (SqliteStorage storage = open(directory, mode)) {
            List<Long> calls =
                    storage.ledger().counts().stream().map(Count::calls).toList();
            assertThat(calls).hasSize(CallWindow.values().length).containsOnly(calls.getFirst());
            assertThat(calls.getFirst()).isBetween(acknowledged, acknowledged + THREADS);
        }
    }

    @Test
    void addsNothingToAnyWindowIfOneCannotBeKept() {
        try (SqliteStorage storage = open(directory, JournalMode.WAL)) {
            Instant farAway = Instant.parse("+1000000-01-01T00:00:00Z");

            assertThatThrownBy(() -> storage.ledger().add(ALPHA, 1, farAway))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("counting calls of alpha")
                    .hasMessageContaining("is too far away to be kept");
            assertThat(storage.ledger().counts()).isEmpty();
        }
    }

    @Test
    void namesAWindowThatIsDamaged() throws SQLException {
        try (SqliteStorage storage = open(directory, JournalMode.WAL)) {
            storage.ledger().add(ALPHA, 1, NOW);
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("vane.db"));
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate("UPDATE call_count SET span = 'fortnight' WHERE span = 'day'");
            }

            assertThatThrownBy(() -> storage.ledger().counts())
                    .isInstanceOf(StorageException.class)
                    .hasMessage("a count of calls is damaged: its window is 'fortnight'");
        }
    }

    private static SqliteStorage open(Path directory, JournalMode mode) {
        return SqliteStorage.open(
                new StorageSettings(directory, mode, Synchronous.FULL, 1, StorageSettings.DEFAULT_BUSY_TIMEOUT));
    }

    /** Adds calls in several threads, and says so whenever one is acknowledged. */
    static final class AddUntilKilled {

        private static final Object OUTPUT = new Object();

        private AddUntilKilled() {}

        public static void main(String[] arguments) throws IOException {
            Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
                ChildJvm.say(failure.toString());
                Runtime.getRuntime().halt(1);
            });
            try (SqliteStorage storage = open(Path.of(arguments[0]), JournalMode.valueOf(arguments[1]))) {
                for (int thread = 0; thread < THREADS; thread++) {
                    Thread.ofPlatform().daemon().start(() -> addForEver(storage));
                }
                ChildJvm.waitToBeKilled();
            }
        }

        private static void addForEver(SqliteStorage storage) {
            while (true) {
                storage.ledger().add(ALPHA, 1, NOW);
                synchronized (OUTPUT) {
                    ChildJvm.say("added");
                }
            }
        }
    }
}
