package dev.vane.adapters.sqlite.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process at a time writes. */
class ProcessLockTest {

    @TempDir
    private Path directory;

    @Test
    void refusesASecondProcessAndNamesTheFirst() throws IOException {
        try (ChildJvm holder = ChildJvm.start(HoldTheDatabase.class, directory.toString())) {
            assertThat(holder.readLine()).contains("open");

            assertThatThrownBy(() -> Database.open(StorageSettings.in(directory)))
                    .isInstanceOf(StorageException.class)
                    .hasMessage("locking " + directory.toRealPath().resolve("vane.lock") + ": process " + holder.pid()
                            + " holds it already; only one process may write to a database");
        }
    }

    @Test
    void letsTheNextProcessInWhenTheFirstWasKilled() throws IOException {
        try (ChildJvm holder = ChildJvm.start(HoldTheDatabase.class, directory.toString())) {
            assertThat(holder.readLine()).contains("open");
            holder.kill();
        }

        try (Database database = Database.open(StorageSettings.in(directory))) {
            assertThat(database.facts().writerEpoch()).isEqualTo(2);
        }
    }

    @Test
    void refusesASecondDatabaseInTheSameProcess() {
        StorageSettings settings = StorageSettings.in(directory);
        try (Database first = Database.open(settings)) {
            assertThatThrownBy(() -> Database.open(settings))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("this process holds it already");
            assertThat(first.canRead()).isTrue();
        }
    }

    @Test
    void stillKeepsOthersOutAfterItRefusedASecondDatabaseInTheSameProcess() throws IOException {
        StorageSettings settings = StorageSettings.in(directory);
        try (Database first = Database.open(settings)) {
            assertThatThrownBy(() -> Database.open(settings)).isInstanceOf(StorageException.class);

            try (ChildJvm other = ChildJvm.start(HoldTheDatabase.class, directory.toString())) {
                assertThat(other.readLine())
                        .hasValueSatisfying(refusal -> assertThat(refusal)
                                .contains("process " + ProcessHandle.current().pid() + " holds it already"));
            }
            assertThat(first.canRead()).isTrue();
        }
    }

    @Test
    void isFreeAgainAfterClosing() {
        StorageSettings settings = StorageSettings.in(directory);
        Database.open(settings).close();

        assertThatCode(() -> Database.open(settings).close()).doesNotThrowAnyException();
    }

    @Test
    void isFreeAgainAfterARefusedStart() throws IOException {
        StorageSettings settings = StorageSettings.in(directory);
        Files.writeString(settings.databaseFile(), "not a database at all");
        assertThatThrownBy(() -> Database.open(settings)).isInstanceOf(StorageException.class);
        Files.delete(settings.databaseFile());

        assertThatCode(() -> Database.open(settings).close()).doesNotThrowAnyException();
    }

    @Test
    void leavesTheNoteOfAnEarlierHolderWhenTheStartIsRefused() throws IOException {
        StorageSettings settings = StorageSettings.in(directory);
        Files.writeString(settings.lockFile(), "4711\n");
        Files.writeString(settings.databaseFile(), "not a database at all");

        assertThatThrownBy(() -> Database.open(settings)).isInstanceOf(StorageException.class);

        assertThat(settings.lockFile()).hasContent("4711\n");
    }

    /** Holds a database open until it is killed, or says why it cannot. */
    static final class HoldTheDatabase {

        private HoldTheDatabase() {}

        public static void main(String[] arguments) throws IOException {
            try (Database database = Database.open(StorageSettings.in(Path.of(arguments[0])))) {
                ChildJvm.say(database.canRead() ? "open" : "unreadable");
                ChildJvm.waitToBeKilled();
            } catch (StorageException refused) {
                ChildJvm.say(refused.getMessage());
            }
        }
    }
}
