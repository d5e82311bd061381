package dev.vane.adapters.sqlite;

import dev.vane.adapters.sqlite.backup.Backups;
import dev.vane.adapters.sqlite.backup.DatabaseCheck;
import dev.vane.adapters.sqlite.database.BackupFile;
import dev.vane.adapters.sqlite.database.JournalMode;
import dev.vane.adapters.sqlite.database.StorageSettings;
import dev.vane.adapters.sqlite.database.Synchronous;
import dev.vane.application.spi.ArchiveSamples;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.SourceReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Measures how long a backup, a check and a restoration of some 100 MB take, and how long a writer waits meanwhile. Started
 * by hand; the first argument is a folder on the disk to measure.
 */
final class BackupBenchmark {

    private static final Place PLACE = ArchiveSamples.town(1, "Here");
    private static final int RUNS = 300;
    private static final int DOUBLINGS = 7;
    private static final System.Logger LOG = System.getLogger(BackupBenchmark.class.getName());

    private final Path directory;
    private final PlausibleWeather weather = new PlausibleWeather(42);

    private BackupBenchmark(Path directory) {
        this.directory = directory;
    }

    public static void main(String[] arguments) throws Exception {
        Path parent = Path.of(arguments.length > 0 ? arguments[0] : "target");
        new BackupBenchmark(Files.createTempDirectory(parent, "backup-benchmark")).run();
    }

    private void run() throws Exception {
        StorageSettings wal = settings("wal", JournalMode.WAL);
        fill(wal);
        Path backup = backUp(wal);
        StorageSettings restored = settings("restored", JournalMode.DELETE);
        long start = System.nanoTime();
        Backups.restore(backup, restored, false);
        print("restored in %.1f s".formatted(seconds(start)));
        backUp(restored);
    }

    private StorageSettings settings(String name, JournalMode mode) {
        return new StorageSettings(
                directory.resolve(name), mode, Synchronous.FULL, 2, StorageSettings.DEFAULT_BUSY_TIMEOUT);
    }

    /** Runs as they are, then copied in the table until there are many. */
    private void fill(StorageSettings settings) throws SQLException {
        try (SqliteStorage storage = SqliteStorage.open(settings)) {
            for (int i = 0; i < RUNS; i++) {
                storage.archive().keep(PLACE, weather.report(i));
            }
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + settings.databaseFile());
                Statement statement = connection.createStatement()) {
            for (int doubling = 0; doubling < DOUBLINGS; doubling++) {
                statement.executeUpdate("""
                        INSERT INTO run (place, source, issued_at, available_at, last_fetched_at, forecast)
                        SELECT place, source, issued_at, available_at + 1, last_fetched_at, forecast FROM run""");
            }
        }
    }

    private Path backUp(StorageSettings settings) throws Exception {
        Path target = directory.resolve(settings.journal() + ".db");
        try (SqliteStorage storage = SqliteStorage.open(settings)) {
            AtomicBoolean done = new AtomicBoolean();
            List<Long> waits = Collections.synchronizedList(new ArrayList<>());
            Thread writer = Thread.ofPlatform().start(() -> write(storage, done, waits));
            while (waits.size() < RUNS / 2) {
                Thread.onSpinWait();
            }
            String before = waits(waits);
            waits.clear();
            long start = System.nanoTime();
            BackupFile backup = storage.backup(target);
            double took = seconds(start);
            String meanwhile = waits(waits);
            done.set(true);
            writer.join();
            print("%s: %.0f MB backed up in %.1f s; a write took %s before, %s meanwhile"
                    .formatted(settings.journal(), backup.bytes() / 1e6, took, before, meanwhile));
            start = System.nanoTime();
            DatabaseCheck check = storage.check();
            print("checked in %.1f s: %s".formatted(seconds(start), check.sound() ? "sound" : check));
        }
        return target;
    }

    private void write(SqliteStorage storage, AtomicBoolean done, List<Long> waits) {
        for (int i = 0; !done.get(); i++) {
            SourceReport report = weather.observation(i);
            long start = System.nanoTime();
            storage.archive().keep(PLACE, report);
            waits.add(System.nanoTime() - start);
        }
    }

    private static String waits(List<Long> nanos) {
        List<Long> sorted = new ArrayList<>(nanos);
        if (sorted.isEmpty()) {
            return "(none was done)";
        }
        Collections.sort(sorted);
        return "%.1f ms (median of %d, at most %.1f)"
                .formatted(sorted.get(sorted.size() / 2) / 1e6, sorted.size(), sorted.getLast() / 1e6);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void print(String line) {
        LOG.log(System.Logger.Level.INFO, line);
    }
}
