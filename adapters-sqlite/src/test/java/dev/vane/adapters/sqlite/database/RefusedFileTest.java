package dev.vane.adapters.sqlite.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that must not be opened stops the start, and nothing in its folder changes by a byte. */
class RefusedFileTest {

    @TempDir
    private Path directory;

    private DatabaseFile file;

    @BeforeEach
    void name() {
        file = new DatabaseFile(directory.resolve("vane.db"));
    }

    @Test
    void refusesADatabaseOfANewerVersion() throws Exception {
        makeDatabase();
        execute("PRAGMA user_version = 99");

        assertRefusedUntouched("its schema has version 99, but this program knows versions 1 to "
                + Migration.all().size());
    }

    @Test
    void refusesADatabaseOfAnotherProgram() throws Exception {
        makeDatabase();
        execute("PRAGMA application_id = 17");

        assertRefusedUntouched("application_id is 0x00000011, expected 0x56616e65");
    }

    @Test
    void refusesAForeignSqliteFileWithTables() throws Exception {
        execute("CREATE TABLE invoices (id INTEGER PRIMARY KEY); INSERT INTO invoices VALUES (1)");

        assertRefusedUntouched("application_id is 0x00000000, expected 0x56616e65");
    }

    @Test
    void refusesAFileThatIsNotSqlite() throws Exception {
        Files.writeString(file.path(), "Dear diary, ".repeat(1000));

        assertRefusedUntouched("it is not an SQLite database");
    }

    @Test
    void refusesAnEmptyFile() throws Exception {
        Files.createFile(file.path());

        assertRefusedUntouched("the file is empty");
    }

    @Test
    void refusesAFolderInPlaceOfTheFile() throws Exception {
        Files.createDirectory(file.path());

        assertRefusedUntouched("it is not a regular file");
    }

    @Test
    void refusesAChangedScript() throws Exception {
        makeDatabase();
        execute("UPDATE migration SET checksum = 'abc' WHERE version = 1");

        assertRefusedUntouched(
                "the recorded checksum of migration 0001-archive.sql is abc, but this program's script has "
                        + Migration.all().getFirst().checksum());
    }

    @Test
    void refusesADatabaseWithoutTheRecordOfItsMigrations() throws Exception {
        makeDatabase();
        execute("DELETE FROM migration");

        assertRefusedUntouched("the recorded checksum of migration 0001-archive.sql is none");
    }

    @Test
    void refusesATruncatedFileWhateverTheLength() throws Exception {
        makeDatabase();
        byte[] whole = Files.readAllBytes(file.path());
        for (int length : new int[] {1, 50, 100, 4096, 8192, whole.length / 2, whole.length - 1}) {
            Files.write(file.path(), java.util.Arrays.copyOf(whole, length));

            assertRefusedUntouched("opening " + file + ": it");
        }
    }

    @Test
    void refusesANewerVersionThatWasKilledWithoutTouchingItsLog(@TempDir Path crashed) throws Exception {
        Folder.crash(directory, crashed, 3);
        setVersionInHeader(crashed, 99);
        Map<String, String> before = Folder.contents(crashed);

        assertThatThrownBy(() -> Database.open(StorageSettings.in(crashed)))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("its schema has version 99, but this program knows versions 1 to "
                        + Migration.all().size());
        assertThat(Folder.contents(crashed)).isEqualTo(before);
    }

    @Test
    void refusesATruncatedFileWhoseLogDoesNotHoldTheRest(@TempDir Path crashed) throws Exception {
        Folder.crash(directory, crashed, 3);
        try (RandomAccessFile database =
                new RandomAccessFile(crashed.resolve("vane.db").toFile(), "rw")) {
            database.setLength(database.length() / 2);
        }
        Map<String, String> before = Folder.contents(crashed);

        assertThatThrownBy(() -> Database.open(StorageSettings.in(crashed)))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("more are neither in it nor in its write-ahead log: it was truncated");
        assertThat(Folder.contents(crashed)).isEqualTo(before);
    }

    @Test
    void refusesToStartAnewBesideALogWithoutItsDatabase(@TempDir Path crashed) throws Exception {
        Folder.crash(directory, crashed, 1);
        Files.delete(crashed.resolve("vane.db"));
        Map<String, String> before = Folder.contents(crashed);

        assertThatThrownBy(() -> Database.open(StorageSettings.in(crashed)))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("the file is missing, but vane.db-wal is there");
        assertThat(Folder.contents(crashed)).isEqualTo(before);
    }

    private void assertRefusedUntouched(String reason) throws IOException {
        Files.deleteIfExists(directory.resolve("vane.lock")); // of the start that made the database
        Map<String, String> before = Folder.contents(directory);

        assertThatThrownBy(() -> Database.open(StorageSettings.in(directory)))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("opening " + file + ": ")
                .hasMessageContaining(reason);
        assertThat(Folder.contents(directory)).isEqualTo(before);
    }

    private void makeDatabase() {
        Database.open(StorageSettings.in(directory)).close();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = file.connect(Map.of())) {
            Sql.run(connection, sql);
        }
    }

    /** As a newer program that migrated the database would have left it. */
    private static void setVersionInHeader(Path folder, int version) throws IOException {
        try (RandomAccessFile database =
                new RandomAccessFile(folder.resolve("vane.db").toFile(), "rw")) {
            database.seek(60);
            database.writeInt(version);
        }
    }
}
