package dev.vane.adapters.sqlite.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that has lost the lock without noticing, as on a network file system, never writes again. */
class StrandedProcessTest {

    @TempDir
    private Path directory;

    @TempDir
    private Path elsewhere;

    @BeforeEach
    void makeATable() {
        try (Database database = Database.open(StorageSettings.in(directory))) {
            database.write("making a table", connection -> {
                Sql.run(connection, "CREATE TABLE kept (n INTEGER PRIMARY KEY, filler TEXT) STRICT");
                return 0;
            });
        }
    }

    private ChildJvm strand(JournalMode mode) throws IOException {
        ChildJvm child = ChildJvm.start(WriteTwice.class, directory.toString(), mode.name());
        assertThat(child.readLine()).contains("written");
        Files.delete(directory.resolve("vane.lock")); // the child's lock is on a file that has no name any more
        return child;
    }

    @ParameterizedTest
    @EnumSource
    void writesNothingOnceAnotherProcessHasTakenOver(JournalMode mode) throws IOException {
        try (ChildJvm stranded = strand(mode);
                Database successor = Database.open(settings(directory, mode))) {
            stranded.goOn();

            assertThat(stranded.readLine())
                    .hasValueSatisfying(refusal -> assertThat(refusal)
                            .contains("another process has taken the database over")
                            .contains("the writer's epoch is 3, this process has 2"));
            assertThat(Folder.rows(successor)).isEqualTo(1);
        }
    }

    @Test
    void isNotReadyAndToldOnceAnotherProcessHasTakenOver() {
        List<String> told = new ArrayList<>();
        try (Database stranded = Database.open(StorageSettings.in(directory))) {
            stranded.overtaken().thenAccept(told::add);
            assertThat(stranded.canRead()).isTrue();
            assertThat(told).isEmpty();
            close(beginAnEpoch());

            assertThat(stranded.canRead()).isFalse();

            assertThat(told)
                    .containsExactly(
                            "another process has taken the database over: the writer's epoch is 3, this process"
                                    + " has 2");
            assertThatThrownBy(() -> Folder.insert(stranded, 1))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("another process has taken the database over");
            assertThat(Folder.rows(stranded)).isZero();
        }
    }

    @Test
    void isToldByItsNextWriteOnceAnotherProcessHasTakenOver() {
        List<String> told = new ArrayList<>();
        try (Database stranded = Database.open(StorageSettings.in(directory))) {
            stranded.overtaken().thenAccept(told::add);
            close(beginAnEpoch());

            assertThatThrownBy(() -> Folder.insert(stranded, 1)).isInstanceOf(StorageException.class);

            assertThat(told).hasSize(1);
            assertThat(stranded.canRead()).isFalse();
        }
    }

    @Test
    void leavesTheWriteAheadLogToWhoHasTakenOver() {
        Path wal = directory.resolve("vane.db-wal");
        Database stranded = Database.open(StorageSettings.in(directory));
        Folder.insert(stranded, 1);
        try (Connection successor = beginAnEpoch()) {
            assertThat(stranded.canRead()).isFalse();
            long before = DatabaseFile.bytes(wal);

            stranded.close();

            assertThat(DatabaseFile.bytes(wal)).isEqualTo(before).isPositive();
            assertThat(Sql.number(successor, "SELECT count(*) FROM kept")).isEqualTo(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** As the next process does, with a connection that stays open. */
    private Connection beginAnEpoch() {
        try {
            Connection successor = new DatabaseFile(directory.resolve("vane.db")).connect(Map.of());
            Sql.number(successor, WriterEpoch.NEXT);
            return successor;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void writesNothingOnceABackupWasRestored() throws IOException {
        Path backup = elsewhere.resolve("backup.db");
        try (Database database = Database.open(StorageSettings.in(directory))) {
            database.backup(backup);
        }
        StorageSettings settings = settings(directory, JournalMode.DELETE);
        try (ChildJvm stranded = strand(JournalMode.DELETE)) {
            assertThat(Restoration.run(backup, settings, true)).isPresent();

            stranded.goOn();

            assertThat(stranded.readLine())
                    .hasValueSatisfying(
                            refusal -> assertThat(refusal).contains("another process has taken the database over"));
            try (Database restored = Database.open(settings)) {
                assertThat(Folder.rows(restored)).isZero();
                assertThat(restored.facts().writerEpoch()).isGreaterThan(4);
            }
        }
    }

    @Test
    void keepsItsDatabaseFromBeingReplacedWhileItHasAWriteAheadLogOpen() throws IOException {
        Path backup = elsewhere.resolve("backup.db");
        try (Database database = Database.open(StorageSettings.in(directory))) {
            database.backup(backup);
        }
        try (ChildJvm stranded = strand(JournalMode.WAL)) {
            assertThatThrownBy(() -> Restoration.run(backup, StorageSettings.in(directory), true))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("taking " + directory.resolve("vane.db") + " out of use")
                    .hasMessageContaining("locked");
            stranded.kill();
        }

        try (Database database = Database.open(StorageSettings.in(directory))) {
            assertThat(Folder.rows(database)).isEqualTo(1);
        }
        assertThat(Folder.contents(directory)).containsOnlyKeys("vane.db", "vane.lock");
    }

    private static StorageSettings settings(Path directory, JournalMode mode) {
        return new StorageSettings(directory, mode, Synchronous.FULL, 2, StorageSettings.DEFAULT_BUSY_TIMEOUT);
    }

    /** Writes, and when it is told to, writes again, or says why it cannot. */
    static final class WriteTwice {

        private WriteTwice() {}

        public static void main(String[] arguments) throws IOException {
            StorageSettings settings = settings(Path.of(arguments[0]), JournalMode.valueOf(arguments[1]));
            try (Database database = Database.open(settings)) {
                Folder.insert(database, 1);
                ChildJvm.say("written");
                ChildJvm.waitForParent();
                try {
                    Folder.insert(database, 2);
                    ChildJvm.say("written again");
                } catch (StorageException refused) {
                    ChildJvm.say(refused.getMessage());
                }
                ChildJvm.waitToBeKilled();
            }
        }
    }
}
