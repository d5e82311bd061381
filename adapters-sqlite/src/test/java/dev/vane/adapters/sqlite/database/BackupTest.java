package dev.vane.adapters.sqlite.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The database is copied while it is in use; a copy is whole or not there, and never in the place of something else. */
class BackupTest {

    @TempDir
    private Path directory;

    @TempDir
    private Path elsewhere;

    private Path target;
    private Database database;

    @BeforeEach
    void open() {
        target = elsewhere.resolve("vane's backup?mode=memory#1.db");
        open(JournalMode.WAL);
    }

    private void open(JournalMode mode) {
        database = Database.open(
                new StorageSettings(directory, mode, Synchronous.FULL, 2, StorageSettings.DEFAULT_BUSY_TIMEOUT));
        database.write("making a table", connection -> {
            Sql.run(connection, "CREATE TABLE IF NOT EXISTS kept (n INTEGER PRIMARY KEY, filler TEXT) STRICT");
            return 0;
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static long rows(Path file) throws SQLException {
        try (Connection connection = new DatabaseFile(file).connectUntouching()) {
            return Sql.number(connection, "SELECT count(*) FROM kept");
        }
    }

    @ParameterizedTest
    @EnumSource
    void copiesWhatIsCommitted(JournalMode mode) throws Exception {
        close();
        open(mode);
        Folder.insert(database, 1);
        Folder.insert(database, 2);

        BackupFile backup = database.backup(target);

        assertThat(backup.file()).isEqualTo(target);
        assertThat(backup.bytes()).isEqualTo(Files.size(target));
        assertThat(backup.schemaVersion()).isEqualTo(Migration.all().size());
        assertThat(rows(target)).isEqualTo(2);
        assertThat(Folder.contents(elsewhere))
                .containsOnlyKeys(target.getFileName().toString());
        Inspection.requireUsable(new DatabaseFile(target), new Migrator(Migration.all()));
    }

    @Test
    void letsWritersGoOnMeanwhile() throws Exception {
        Folder.insert(database, 1);

        long seen = database.readAll("reading slowly", connection -> {
            long before = Sql.number(connection, "SELECT count(*) FROM kept");
            Folder.insert(database, 2);
            return before;
        });
        database.backup(target);

        assertThat(seen).isEqualTo(1);
        assertThat(rows(target)).isEqualTo(2);
    }

    @Test
    void letsWritersWaitInsteadOfFailingWithARollbackJournal() throws Exception {
        close();
        open(JournalMode.DELETE);
        CompletableFuture<Long> written = new CompletableFuture<>();

        boolean early = database.readAll("reading slowly", connection -> {
            assertThatThrownBy(this::beginToWriteElsewhere).hasMessageContaining("SQLITE_BUSY");
            Thread writer = Thread.ofPlatform().start(() -> {
                Folder.insert(database, 1);
                written.complete(1L);
            });
            while (writer.getState() != Thread.State.WAITING && writer.isAlive()) {
                Thread.onSpinWait();
            }
            return Sql.number(connection, "SELECT count(*) FROM kept") > 0 || written.isDone();
        });

        assertThat(early).isFalse();
        assertThat(written.get()).isEqualTo(1);
        assertThat(Folder.rows(database)).isEqualTo(1);
    }

    private void beginToWriteElsewhere() throws SQLException {
        try (Connection other = new DatabaseFile(directory.resolve("vane.db")).connect(Map.of("busy_timeout", "1"))) {
            Sql.run(other, "BEGIN IMMEDIATE");
        }
    }

    @Test
    void overwritesNothing() throws IOException {
        Files.writeString(target, "precious");
        Path link = Files.createSymbolicLink(elsewhere.resolve("link.db"), elsewhere.resolve("nowhere"));
        Path folder = Files.createDirectory(elsewhere.resolve("folder.db"));

        for (Path there : new Path[] {target, link, folder, directory.resolve("vane.db")}) {
            assertThatThrownBy(() -> database.backup(there))
                    .isInstanceOf(StorageException.class)
                    .hasMessage("backing up to " + there + ": it is there already; a backup overwrites nothing");
        }

        assertThat(target).hasContent("precious");
        assertThat(database.canRead()).isTrue();
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        Path nowhere = elsewhere.resolve("no").resolve("backup.db");

        assertThatThrownBy(() -> database.backup(nowhere))
                .isInstanceOf(StorageException.class)
                .hasMessage("backing up to " + nowhere + ": there is no folder " + elsewhere.resolve("no"));
    }

    @Test
    void refusesTheNameOfAFileOfTheDatabaseItself() {
        Path journal = directory.resolve("vane.db-journal");

        assertThatThrownBy(() -> database.backup(journal))
                .isInstanceOf(StorageException.class)
                .hasMessageEndingWith("this is the name of a file of the database itself");
    }

    @Test
    void replacesWhatAnInterruptedBackupLeft() throws Exception {
        Files.writeString(target.resolveSibling(target.getFileName() + ".unfinished"), "half a database");
        Files.writeString(target.resolveSibling(target.getFileName() + ".unfinished-journal"), "half a journal");

        database.backup(target);

        assertThat(rows(target)).isZero();
        assertThat(Folder.contents(elsewhere))
                .containsOnlyKeys(target.getFileName().toString());
    }

    @Test
    void leavesNoCopyOfADamagedDatabase() throws Exception {
        try (Connection connection = new DatabaseFile(directory.resolve("vane.db")).connect(Map.of())) {
            Sql.run(connection, "INSERT INTO watch (place, since) VALUES (17, 0)");
        }

        assertThatThrownBy(() -> database.backup(target))
                .isInstanceOf(StorageException.class)
                .hasMessage("backing up to " + target
                        + ": it is damaged: row 1 of watch refers to a row of place that is not there");
        assertThat(Folder.contents(elsewhere)).isEmpty();
    }

    @Test
    void makesOneCopyAtATime() throws Exception {
        Path other = elsewhere.resolve("other.db");
        close();
        open(JournalMode.DELETE);
        CompletableFuture<Boolean> writing = new CompletableFuture<>();
        CompletableFuture<Boolean> release = new CompletableFuture<>();
        Thread busy = Thread.ofPlatform()
                .start(() -> database.write("being busy", connection -> {
                    writing.complete(true);
                    return release.join();
                }));
        writing.get();
        Thread first = Thread.ofPlatform().start(() -> database.backup(target)); // waits in the queue of writes
        while (first.getState() != Thread.State.WAITING && first.isAlive()) {
            Thread.onSpinWait();
        }

        try {
            assertThatThrownBy(() -> database.backup(other))
                    .isInstanceOf(StorageException.class)
                    .hasMessage("backing up to " + other + ": another backup is being made");
        } finally {
            release.complete(true);
            busy.join();
            first.join();
        }

        assertThat(rows(target)).isZero();
        assertThat(Files.exists(other)).isFalse();
    }
}
