package dev.vane.adapters.sqlite.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One writer, several readers: nothing lost, nobody in another's way. */
class DatabaseTest {

    @TempDir
    private Path directory;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(StorageSettings.in(directory));
        run("CREATE TABLE kept (n INTEGER PRIMARY KEY, filler TEXT) STRICT");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void losesNoWriteOfManyThreads() throws Exception {
        List<Future<?>> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < 16; writer++) {
                int first = writer * 100;
                writers.add(threads.submit(() -> {
                    for (int n = first; n < first + 100; n++) {
                        run("INSERT INTO kept VALUES (" + n + ", '')");
                    }
                }));
            }
        }
        for (Future<?> writer : writers) {
            writer.get();
        }

        assertThat(Folder.rows(database)).isEqualTo(1600);
    }

    @Test
    void showsReadersWhatIsCommittedWhileAWriteRuns() {
        run("INSERT INTO kept VALUES (1, '')");

        long seen = database.write("inserting slowly", connection -> {
            Sql.run(connection, "INSERT INTO kept VALUES (2, '')");
            return Folder.rows(database);
        });

        assertThat(seen).isEqualTo(1);
        assertThat(Folder.rows(database)).isEqualTo(2);
    }

    @Test
    void commitsWhatWaitsInOneTransaction() throws Exception {
        List<Long> seenByReaders = new ArrayList<>();
        List<Long> seenByWriter = new ArrayList<>();

        inOneBatch(n -> database.write("inserting", connection -> {
            Sql.run(connection, "INSERT INTO kept VALUES (" + n + ", '')");
            seenByReaders.add(Folder.rows(database));
            seenByWriter.add(Sql.number(connection, "SELECT count(*) FROM kept"));
            return 0;
        }));

        assertThat(seenByWriter).containsExactly(1L, 2L, 3L, 4L);
        assertThat(seenByReaders).containsExactly(0L, 0L, 0L, 0L);
        assertThat(Folder.rows(database)).isEqualTo(4);
    }

    @Test
    void undoesAFailingWriteWithoutItsNeighbours() throws Exception {
        List<Future<?>> writes = inOneBatch(n -> database.write("inserting " + n, connection -> {
            Sql.run(connection, "INSERT INTO kept VALUES (" + n + ", '')");
            if (n == 2) {
                throw new IllegalStateException("the second does not want to");
            }
            return 0;
        }));

        assertThat(writes.get(2))
                .failsWithin(java.time.Duration.ofSeconds(10))
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(StorageException.class)
                .withMessage("inserting 2 in " + directory.resolve("vane.db") + ": the second does not want to");
        List<String> kept = database.read(
                "listing",
                connection -> List.of(
                        Sql.text(connection, "SELECT group_concat(n) FROM kept").split(",")));
        assertThat(kept).containsExactlyInAnyOrder("0", "1", "3");
    }

    @Test
    void keepsTheNeighboursOfAWriteThatIsTooLargeForTheDisk() throws Exception {
        limitPages(20);
        List<Future<?>> writes = inOneBatch(n -> run(
                n == 1
                        ? "INSERT INTO kept VALUES (1, hex(zeroblob(2000000)))"
                        : "INSERT INTO kept VALUES (" + n + ", '')"));

        assertThat(writes.get(1))
                .failsWithin(java.time.Duration.ofSeconds(10))
                .withThrowableThat()
                .withMessageContaining("SQLITE_FULL");
        assertThat(Folder.rows(database)).isEqualTo(3);
    }

    @Test
    void writesAgainWhenTheDiskHasRoomAgain() {
        limitPages(20);
        assertThatThrownBy(() -> run("INSERT INTO kept VALUES (1, hex(zeroblob(2000000)))"))
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith("running SQL in " + directory.resolve("vane.db"))
                .hasMessageContaining("SQLITE_FULL");

        limitPages(100_000);
        run("INSERT INTO kept VALUES (1, hex(zeroblob(2000000)))");

        assertThat(Folder.rows(database)).isEqualTo(1);
    }

    @Test
    void keepsNoConnectionAfterErrors() {
        for (int i = 0; i < 3 * StorageSettings.DEFAULT_READERS; i++) {
            assertThatThrownBy(() -> run("INSERT INTO nowhere VALUES (1)")).isInstanceOf(StorageException.class);
            assertThatThrownBy(() -> database.read("reading", c -> Sql.text(c, "SELECT * FROM nowhere")))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("no such table: nowhere");
            assertThatThrownBy(() -> database.read("reading", c -> {
                        throw new IllegalStateException("odd");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }

        run("INSERT INTO kept VALUES (1, '')");
        assertThat(Folder.rows(database)).isEqualTo(1);
    }

    @Test
    void undoesAWriteThatFailsWithAnError() {
        assertThatThrownBy(() -> database.write("inserting", connection -> {
                    Sql.run(connection, "INSERT INTO kept VALUES (1, '')");
                    throw new AssertionError("out of something");
                }))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("out of something");

        assertThat(Folder.rows(database)).isZero();
    }

    @Test
    void letsNoReaderWrite() {
        assertThatThrownBy(() -> database.read("writing", connection -> {
                    Sql.run(connection, "INSERT INTO kept VALUES (1, '')");
                    return 0;
                }))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("SQLITE_READONLY");
    }

    @Test
    void stopsAStrandedProcessFromWriting() {
        Migrator migrator = new Migrator(Migration.all());
        try (Database successor = Database.start(StorageSettings.in(directory), migrator, () -> {})) {
            assertThatThrownBy(() -> run("INSERT INTO kept VALUES (1, '')"))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("another process has taken the database over")
                    .hasMessageContaining("the writer's epoch is 2, this process has 1");
            assertThat(Folder.rows(successor)).isZero();

            Folder.insert(successor, 2);
            assertThat(Folder.rows(database)).isEqualTo(1);
        }
    }

    @Test
    void refusesWritesAfterItIsClosed() {
        database.close();

        assertThatThrownBy(() -> run("INSERT INTO kept VALUES (1, '')"))
                .isInstanceOf(StorageException.class)
                .hasMessageEndingWith("the database is closed");
        assertThat(database.canRead()).isFalse();
    }

    @Test
    void commitsWhatWaitsBeforeItIsClosed() throws Exception {
        inOneBatch(n -> {
            if (n == 0) {
                database.close();
            } else {
                run("INSERT INTO kept VALUES (" + n + ", '')");
            }
        });

        try (Database again = Database.open(StorageSettings.in(directory))) {
            assertThat(Folder.rows(again)).isEqualTo(3);
        }
    }

    @Test
    void leavesOneFileAndAnEmptyLockWhenItIsClosed() throws IOException {
        run("INSERT INTO kept VALUES (1, '')");

        database.close();

        assertThat(Folder.contents(directory))
                .containsOnlyKeys("vane.db", "vane.lock")
                .containsEntry("vane.lock", "");
    }

    @Test
    void tellsWhatIsTrueOfIt() throws IOException {
        StorageFacts facts = database.facts();

        assertThat(facts.file()).isEqualTo(directory.resolve("vane.db"));
        assertThat(facts.bytes())
                .isEqualTo(Files.size(directory.resolve("vane.db")) + Files.size(directory.resolve("vane.db-wal")));
        assertThat(facts.journalMode()).isEqualTo(JournalMode.WAL);
        assertThat(facts.footing())
                .isEqualTo(new Footing(DataFileSystem.of(directory), JournalChoice.AUTO, JournalMode.WAL));
        assertThat(facts.toString())
                .startsWith(directory.resolve("vane.db") + " on ")
                .contains("journal mode wal by choice of the program", "writer epoch 1");
        assertThat(facts.schemaVersion()).isEqualTo(Migration.all().size());
        assertThat(facts.writerEpoch()).isEqualTo(1);
        assertThat(facts.sqliteVersion()).startsWith("3.");
        assertThat(database.canRead()).isTrue();
    }

    @Test
    void setsWhatItPromisesOnTheWriter() {
        List<Long> found = database.write("reading the settings", DatabaseTest::settings);

        assertThat(found).containsExactly(1L, 2L, 5000L, 0L);
    }

    @Test
    void setsWhatItPromisesOnTheReaders() {
        List<Long> found = database.read("reading the settings", DatabaseTest::settings);

        assertThat(found).first().isEqualTo(1L);
        assertThat(found).endsWith(5000L, 1L);
    }

    @Test
    void refusesASettingThatDoesNotTakeEffect() {
        database.close();
        StorageSettings other = new StorageSettings(
                directory, JournalMode.DELETE, Synchronous.FULL, 1, StorageSettings.DEFAULT_BUSY_TIMEOUT);

        assertThatThrownBy(() -> ConnectionPool.readers(
                        new DatabaseFile(directory.resolve("vane.db")), other, JournalMode.DELETE))
                .isInstanceOf(StorageException.class)
                .hasMessage("opening a reader of the database: PRAGMA journal_mode is wal, expected delete");
    }

    private static List<Long> settings(java.sql.Connection connection) throws SQLException {
        List<Long> found = new ArrayList<>();
        for (String name : List.of("foreign_keys", "synchronous", "busy_timeout", "query_only")) {
            found.add(Sql.number(connection, "PRAGMA " + name));
        }
        return found;
    }

    private void run(String sql) {
        database.write("running SQL", connection -> {
            Sql.run(connection, sql);
            return 0;
        });
    }

    /** As a disk that is full: the file may not grow beyond some pages. */
    private void limitPages(int pages) {
        database.write("limiting", connection -> Sql.number(connection, "PRAGMA max_page_count = " + pages));
    }

    /** What one of several threads does. */
    private interface Action {
        void by(int thread);
    }

    /** Lets four threads write at once, in their order, while the writer is kept busy: all four wait together. */
    private List<Future<?>> inOneBatch(Action action) throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        List<Future<?>> writes = new ArrayList<>();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            threads.execute(() -> database.write("being busy", connection -> {
                busy.countDown();
                awaitUninterruptibly(release);
                return 0;
            }));
            busy.await();
            for (int n = 3; n >= 0; n--) {
                int thread = n;
                writes.addFirst(submitAndAwaitItsWaiting(threads, () -> action.by(thread)));
            }
            release.countDown();
        }
        return writes;
    }

    private static Future<?> submitAndAwaitItsWaiting(ExecutorService threads, Runnable action) throws Exception {
        java.util.concurrent.CompletableFuture<Thread> thread = new java.util.concurrent.CompletableFuture<>();
        Future<?> future = threads.submit(() -> {
            thread.complete(Thread.currentThread());
            action.run();
        });
        while (thread.get().getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return future;
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
