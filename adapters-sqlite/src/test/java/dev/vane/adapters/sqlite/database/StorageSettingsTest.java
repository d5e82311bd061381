package dev.vane.adapters.sqlite.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the database is kept and how. */
class StorageSettingsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    private Path directory;

    @Test
    void hasTheseDefaults() {
        assertThat(StorageSettings.in(Path.of("/data")))
                .isEqualTo(new StorageSettings(
                        Path.of("/data"), JournalChoice.AUTO, Synchronous.FULL, 4, Duration.ofSeconds(5)));
    }

    @Test
    void refusesARollbackJournalThatALossOfPowerCouldBreak() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StorageSettings(directory, JournalMode.DELETE, Synchronous.NORMAL, 1, SECOND))
                .withMessage("synchronous is NORMAL; with journal mode DELETE it must be FULL");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 17})
    void refusesAnUnreasonableNumberOfReaders(int readers) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StorageSettings(directory, JournalMode.WAL, Synchronous.FULL, readers, SECOND))
                .withMessage("readers is " + readers + ", not from 1 to 16");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.0001S", "PT2M"})
    void refusesAnUnreasonableBusyTimeout(Duration timeout) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StorageSettings(directory, JournalMode.WAL, Synchronous.FULL, 1, timeout))
                .withMessage("busy timeout is " + timeout + ", not from 1 ms to 1 min");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "what?mode=ro", "100%25#", "Döner 東京", "semi;colon&x=y", "${user.home}"})
    void opensADatabaseInAFolderOfAnyName(String name) throws IOException {
        Path folder = directory.resolve(name);

        Database.open(StorageSettings.in(folder)).close();

        assertThat(Folder.contents(folder)).containsOnlyKeys("vane.db", "vane.lock");
    }

    @Test
    void saysThatTheFolderCannotBeMade() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> Database.open(StorageSettings.in(file.resolve("data"))))
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith("making the folder " + file.resolve("data"));
    }

    @Test
    void saysThatTheFolderCannotBeWrittenTo() {
        Path folder = Path.of("/proc/self/fdinfo"); // closed even to root, where there is one
        assumeTrue(Files.isDirectory(folder), "no folder that is closed to everybody");

        assertThatThrownBy(() -> Database.open(StorageSettings.in(folder)))
                .isInstanceOf(StorageException.class)
                .hasMessageMatching("locking /proc/[0-9a-z]+/fdinfo/vane.lock: .*");
    }
}
