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
                    .hasMessageStartingWith("locking "
                            + directory.toRealPath().resolve("vane.lock") + ": process " + holder.pid() + " on "
                            + Files.readString(Path.of("/proc/sys/kernel/hostname"))
                                    .strip() + " since 20")
                    .hasMessageEndingWith("Z holds it already; only one process may write to a database. Stop that one"
                            + " first; if its machine is gone, a file server gives the lock up some minutes later by"
                            + " itself");
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
                                .contains("process " + ProcessHandle.current().pid() + " on ")
                                .contains(" holds it already"));
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
    void leavesTheNoteOfASuccessorThatGotTheSameFile() throws IOException {
        StorageSettings settings = StorageSettings.in(directory);
        String successor = "process 1 on vane-1 since 2026-02-06T21:35:00Z\n";

        try (Database stranded = Database.open(settings)) {
            assertThat(stranded.canRead()).isTrue();
            overwrite(settings.lockFile(), successor);
        }

        assertThat(settings.lockFile()).hasContent(successor);
    }

    @Test
    void showsNothingOfANoteThatIsNotItsOwn() throws IOException {
        StorageSettings settings = StorageSettings.in(directory);
        try (ChildJvm holder = ChildJvm.start(HoldTheDatabase.class, directory.toString())) {
            assertThat(holder.readLine()).contains("open");
            Files.writeString(settings.lockFile(), "\u001b[31mhello\n");

            assertThatThrownBy(() -> Database.open(settings)).hasMessageContaining("another process holds it already");
        }
    }

    @Test
    void leavesTheNoteOfAnEarlierHolderWhenTheStartIsRefused() throws IOException {
        StorageSettings settings = StorageSettings.in(directory);
        Files.writeString(settings.lockFile(), "4711\n");
        Files.writeString(settings.databaseFile(), "not a database at all");

        assertThatThrownBy(() -> Database.open(settings)).isInstanceOf(StorageException.class);

        assertThat(settings.lockFile()).hasContent("4711\n");
    }

    /** By another process: this one would lose its lock by closing the file. */
    private static void overwrite(Path file, String text) throws IOException {
        try (ChildJvm other = ChildJvm.start(Overwrite.class, file.toString(), text)) {
            assertThat(other.readLine()).contains("written");
        }
    }

    /** Writes a text into a file. */
    static final class Overwrite {

        private Overwrite() {}

        public static void main(String[] arguments) throws IOException {
            Files.writeString(Path.of(arguments[0]), arguments[1]);
            ChildJvm.say("written");
        }
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
