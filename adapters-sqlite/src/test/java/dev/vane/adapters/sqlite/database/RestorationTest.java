package dev.vane.adapters.sqlite.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup takes the place of the database wholly or not at all. */
class RestorationTest {

    private static final int BACKED_UP = 5;
    private static final int IN_USE = 3;

    @TempDir
    private Path source;

    @TempDir
    private Path directory;

    @TempDir
    private Path crashed;

    private Path backup;

    @BeforeEach
    void backUp() throws IOException {
        backup = source.resolve("backup.db");
        fill(source.resolve("data"), BACKED_UP);
        try (Database database = Database.open(StorageSettings.in(source.resolve("data")))) {
            database.backup(backup);
        }
    }

    private static void fill(Path directory, int rows) {
        try (Database database = Database.open(StorageSettings.in(directory))) {
            database.write("making a table", connection -> {
                Sql.run(connection, "CREATE TABLE kept (n INTEGER PRIMARY KEY, filler TEXT) STRICT");
                return 0;
            });
            for (int n = 0; n < rows; n++) {
                Folder.insert(database, n);
            }
        }
    }

    private static long rows(Path directory) {
        try (Database database = Database.open(StorageSettings.in(directory))) {
            return Folder.rows(database);
        }
    }

    private static long epoch(Path directory) {
        try (Database database = Database.open(StorageSettings.in(directory))) {
            return database.facts().writerEpoch();
        }
    }

    private static BackupFile restore(Path backup, Path directory) {
        return Restoration.run(backup, StorageSettings.in(directory), true).orElseThrow();
    }

    private void execute(Path file, String sql) throws SQLException {
        try (Connection connection = new DatabaseFile(file).connect(Map.of())) {
            Sql.run(connection, sql);
        }
    }

    @Test
    void restoresIntoAFolderThatIsNotThere() throws IOException {
        Path absent = directory.resolve("not").resolve("there");
        Map<String, String> before = Folder.contents(source);

        assertThat(Restoration.run(backup, StorageSettings.in(absent), false))
                .contains(new BackupFile(
                        absent.resolve("vane.db"),
                        Files.size(backup),
                        Migration.all().size()));

        assertThat(Folder.contents(absent)).containsOnlyKeys("vane.db", "vane.lock");
        assertThat(rows(absent)).isEqualTo(BACKED_UP);
        assertThat(Folder.contents(source)).isEqualTo(before);
    }

    @Test
    void replacesNoDatabaseUnlessItIsForcedTo() throws IOException {
        fill(directory, IN_USE);
        Map<String, String> before = Folder.contents(directory);

        assertThat(Restoration.run(backup, StorageSettings.in(directory), false))
                .isEmpty();

        assertThat(Folder.contents(directory)).isEqualTo(before);
    }

    @Test
    void replacesNoLogOfAMissingDatabaseUnlessItIsForcedTo() throws Exception {
        Folder.crash(directory, crashed, IN_USE);
        Files.delete(crashed.resolve("vane.db"));
        Map<String, String> before = Folder.contents(crashed);

        assertThat(Restoration.run(backup, StorageSettings.in(crashed), false)).isEmpty();
        assertThat(Folder.contents(crashed)).isEqualTo(before);

        restore(backup, crashed);
        assertThat(rows(crashed)).isEqualTo(BACKED_UP);
    }

    @Test
    void replacesADatabaseWithTheLogThatAKilledProcessLeft() throws Exception {
        Folder.crash(directory, crashed, IN_USE);

        restore(backup, crashed);

        assertThat(Folder.contents(crashed)).containsOnlyKeys("vane.db", "vane.lock");
        assertThat(rows(crashed)).isEqualTo(BACKED_UP);
    }

    @Test
    void replacesADatabaseBeyondRecoveryWithItsLog() throws Exception {
        Folder.crash(directory, crashed, IN_USE);
        Files.writeString(crashed.resolve("vane.db"), "no database any more ".repeat(1000));

        restore(backup, crashed);

        assertThat(Folder.contents(crashed)).containsOnlyKeys("vane.db", "vane.lock");
        assertThat(rows(crashed)).isEqualTo(BACKED_UP);
        assertThat(epoch(crashed)).isGreaterThan(1L << 32);
    }

    @Test
    void beginsAnEpochThatNoneOfBothHad() {
        fill(directory, IN_USE);
        long old = 0;
        for (int start = 0; start < 10; start++) {
            old = epoch(directory);
        }

        restore(backup, directory);
        long first = epoch(directory);
        restore(backup, directory);

        assertThat(first).isGreaterThan(old);
        assertThat(epoch(directory)).isGreaterThan(first);
    }

    @Test
    void restoresTheCopyOfAFolderWithItsLog() throws Exception {
        Folder.crash(directory, crashed, IN_USE);
        Path restored = directory.resolve("restored");

        restore(crashed.resolve("vane.db"), restored);

        assertThat(rows(restored)).isEqualTo(IN_USE);
    }

    @Test
    void restoresABackupOfAnOlderVersionWhichTheNextStartBringsUpToDate() {
        Path old = source.resolve("old");
        Migrator first = new Migrator(List.of(Migration.all().getFirst()));
        Database.makeDirectory(old);
        Database.start(StorageSettings.in(old), first, () -> {}).close();

        assertThat(restore(old.resolve("vane.db"), directory).schemaVersion()).isEqualTo(1);

        try (Database database = Database.open(StorageSettings.in(directory))) {
            assertThat(database.facts().schemaVersion())
                    .isEqualTo(Migration.all().size());
        }
    }

    @Test
    void refusesWhileAProcessUsesTheDatabase() {
        fill(directory, IN_USE);
        try (Database inUse = Database.open(StorageSettings.in(directory))) {
            assertThatThrownBy(() -> restore(backup, directory))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("vane.lock: this process holds it already");

            assertThat(Folder.rows(inUse)).isEqualTo(IN_USE);
            Folder.insert(inUse, IN_USE);
        }
        assertThat(rows(directory)).isEqualTo(IN_USE + 1);
    }

    @Test
    void refusesTheDatabaseItself() {
        fill(directory, IN_USE);

        assertThatThrownBy(() -> restore(directory.resolve("vane.db"), directory))
                .isInstanceOf(StorageException.class)
                .hasMessageEndingWith("it is the database itself");
        assertThat(rows(directory)).isEqualTo(IN_USE);
    }

    @Test
    void refusesAFileThatIsNotThere() throws Exception {
        assertRefused(source.resolve("nowhere.db"), "there is no such file");
        assertRefused(source.resolve("data"), "there is no such file");
    }

    @Test
    void refusesAFileThatIsNotADatabase() throws Exception {
        Files.writeString(backup, "Dear diary, ".repeat(1000));

        assertRefused(backup, "it is not an SQLite database");
    }

    @Test
    void refusesTheDatabaseOfAnotherProgram() throws Exception {
        execute(backup, "PRAGMA application_id = 17");

        assertRefused(backup, "application_id is 0x00000011, expected 0x56616e65");
    }

    @Test
    void refusesABackupOfANewerVersion() throws Exception {
        execute(backup, "PRAGMA user_version = 99");

        assertRefused(backup, "its schema has version 99, but this program knows versions 1 to ");
    }

    @Test
    void refusesABackupThatWasCutShort() throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(backup.toFile(), "rw")) {
            file.setLength(file.length() - 8192);
        }

        assertRefused(backup, "it was truncated");
    }

    @Test
    void refusesABackupWithADamagedPage() throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(backup.toFile(), "rw")) {
            file.seek(file.length() - 8192);
            file.write(new byte[8192]);
        }

        assertRefused(backup, "restoring " + backup + ": it is damaged: ");
    }

    @Test
    void refusesABackupThatRefersToWhatIsNotThere() throws Exception {
        execute(backup, "INSERT INTO watch (place, since) VALUES (17, 0)");

        assertRefused(
                backup,
                "restoring " + backup + ": it is damaged: row 1 of watch refers to a row of place that is not there");
    }

    private void assertRefused(Path file, String why) throws IOException {
        fill(directory, IN_USE);
        Map<String, String> before = Folder.contents(directory);

        assertThatThrownBy(() -> restore(file, directory))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(why);

        assertThat(Folder.contents(directory)).isEqualTo(before);
        Files.delete(directory.resolve("vane.db"));
    }

    @Test
    void leavesTheOldOrTheNewDatabaseWheneverItIsKilled() throws Exception {
        long seed = new Random().nextLong();
        System.getLogger(RestorationTest.class.getName()).log(System.Logger.Level.INFO, "random seed {0}", "" + seed);
        Random random = new Random(seed);
        Path other = source.resolve("other.db");
        fill(directory, IN_USE);
        try (Database database = Database.open(StorageSettings.in(directory))) {
            database.backup(other);
        }
        for (int kill = 0; kill < 5; kill++) {
            String[] arguments = {directory.toString(), backup.toString(), other.toString()};
            try (ChildJvm child = ChildJvm.start(RestoreForEver.class, arguments)) {
                for (int line = random.nextInt(1, 6); line > 0; line--) {
                    assertThat(child.readLine()).contains("restored");
                }
                long spins = random.nextLong(5_000_000);
                while (spins-- > 0) {
                    Thread.onSpinWait();
                }
                child.kill();
            }

            assertThat(rows(directory)).isIn((long) IN_USE, (long) BACKED_UP);
            assertThat(Files.exists(directory.resolve("vane.db-wal"))).isFalse();
        }
        restore(backup, directory);
        assertThat(Folder.contents(directory)).containsOnlyKeys("vane.db", "vane.lock");
    }

    /** Restores one backup and the other in turn until it is killed. */
    static final class RestoreForEver {

        private RestoreForEver() {}

        public static void main(String[] arguments) {
            StorageSettings settings = StorageSettings.in(Path.of(arguments[0]));
            for (int turn = 0; ; turn++) {
                Restoration.run(Path.of(arguments[1 + turn % 2]), settings, true);
                ChildJvm.say("restored");
            }
        }
    }
}
