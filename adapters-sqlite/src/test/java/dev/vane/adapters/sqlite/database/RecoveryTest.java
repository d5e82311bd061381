package dev.vane.adapters.sqlite.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process that ended at a bad moment left behind is put right at the next start. */
class RecoveryTest {

    private static final Migration FIRST = Migration.all().getFirst();
    private static final Migration SECOND = new Migration(2, "0002-more.sql", "CREATE TABLE more (n INTEGER) STRICT");
    private static final Migration BROKEN =
            new Migration(2, "0002-more.sql", "CREATE TABLE more (n INTEGER) STRICT; INSERT INTO nowhere VALUES (1)");

    @TempDir
    private Path directory;

    @Test
    void recoversWhatLiesInTheLogOfAKilledProcess(@TempDir Path crashed) throws Exception {
        Folder.crash(directory, crashed, 7);

        try (Database database = Database.open(StorageSettings.in(crashed))) {
            assertThat(Folder.rows(database)).isEqualTo(7);
        }
    }

    @Test
    void recoversAFileThatACheckpointLeftShorterThanItsHeaderSays(@TempDir Path crashed) throws Exception {
        Folder.crash(directory, crashed, 7);
        long before = Files.size(crashed.resolve("vane.db"));
        byte[] whole = Files.readAllBytes(directory.resolve("vane.db")); // checkpointed when it was closed
        assertThat((long) whole.length).isGreaterThan(before);
        try (RandomAccessFile database =
                new RandomAccessFile(crashed.resolve("vane.db").toFile(), "rw")) {
            database.write(whole, 0, (int) before);
        }

        try (Database database = Database.open(StorageSettings.in(crashed))) {
            assertThat(Folder.rows(database)).isEqualTo(7);
        }
    }

    @Test
    void makesTheDatabaseAnewWhenTheFirstStartWasInterrupted() throws Exception {
        Files.writeString(directory.resolve("vane.db.unfinished"), "half a database");

        try (Database database = Database.open(StorageSettings.in(directory))) {
            assertThat(database.facts().schemaVersion())
                    .isEqualTo(Migration.all().size());
        }
        assertThat(Folder.contents(directory)).containsOnlyKeys("vane.db", "vane.lock");
    }

    @Test
    void migratesADatabaseThatIsOld() {
        start(List.of(FIRST)).close();

        try (Database database = start(List.of(FIRST, SECOND))) {
            assertThat(database.facts().schemaVersion()).isEqualTo(2);
            assertThat(database.facts().journalMode()).isEqualTo(JournalMode.WAL);
        }
    }

    @Test
    void migratesWithARollbackJournalSoThatTheMainFileAlwaysTellsItsVersion() {
        start(List.of(FIRST)).close();
        Migration witness = new Migration(
                2,
                "0002-witness.sql",
                "CREATE TABLE seen (mode TEXT) STRICT; INSERT INTO seen SELECT journal_mode FROM pragma_journal_mode");

        try (Database database = start(List.of(FIRST, witness))) {
            String mode = database.read("asking", connection -> Sql.text(connection, "SELECT mode FROM seen"));
            assertThat(mode).isEqualTo("delete");
        }
    }

    @Test
    void leavesNothingOfAMigrationThatFailed() {
        start(List.of(FIRST)).close();

        assertThatThrownBy(() -> start(List.of(FIRST, BROKEN)))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("applying migration 0002-more.sql")
                .hasMessageContaining("no such table: nowhere");

        try (Database database = start(List.of(FIRST))) {
            assertThat(database.facts().schemaVersion()).isEqualTo(1);
        }
    }

    @Test
    void repeatsAMigrationThatWasKilledHalfway() throws Exception {
        start(List.of(FIRST)).close();
        try (ChildJvm child = ChildJvm.start(MigrateForEver.class, directory.toString())) {
            assertThat(child.readLine()).contains("migrating");
            child.kill();
        }
        assertThat(Files.size(directory.resolve("vane.db-journal"))).isPositive();
        Inspection.requireUsable(new DatabaseFile(directory.resolve("vane.db")), new Migrator(List.of(FIRST, SECOND)));

        try (Database database = start(List.of(FIRST, SECOND))) {
            assertThat(database.facts().schemaVersion()).isEqualTo(2);
            String integrity = database.read("checking", c -> Sql.text(c, "PRAGMA integrity_check"));
            assertThat(integrity).isEqualTo("ok");
            long rows = database.read("counting", c -> Sql.number(c, "SELECT count(*) FROM more"));
            assertThat(rows).isZero();
        }
    }

    @Test
    void takesNoMigrationsWithAGap() {
        assertThatThrownBy(() -> new Migrator(List.of(FIRST, new Migration(3, "0003-late.sql", ""))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("migration 0003-late.sql does not follow version 1");
    }

    @Test
    void changesTheJournalModeOfADatabaseThatIsThere() {
        start(List.of(FIRST)).close();
        StorageSettings settings = new StorageSettings(
                directory, JournalMode.DELETE, Synchronous.FULL, 1, StorageSettings.DEFAULT_BUSY_TIMEOUT);

        try (Database database = Database.open(settings)) {
            assertThat(database.facts().journalMode()).isEqualTo(JournalMode.DELETE);
        }
    }

    private Database start(List<Migration> migrations) {
        return Database.start(StorageSettings.in(directory), new Migrator(migrations), () -> {});
    }

    /** Is in the middle of a migration, with half of it in the file, until it is killed. */
    static final class MigrateForEver {

        private MigrateForEver() {}

        public static void main(String[] arguments) throws Exception {
            DatabaseFile file = new DatabaseFile(Path.of(arguments[0]).resolve("vane.db"));
            try (Connection connection = file.connect(Map.of("journal_mode", "DELETE", "cache_size", "5"))) {
                Sql.run(connection, "BEGIN IMMEDIATE");
                Sql.run(connection, SECOND.sql());
                Sql.run(connection, """
                        WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 100000)
                        INSERT INTO more SELECT n FROM numbers""");
                ChildJvm.say("migrating");
                ChildJvm.waitToBeKilled();
            }
        }
    }
}
