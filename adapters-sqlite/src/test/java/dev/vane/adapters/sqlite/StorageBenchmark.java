package dev.vane.adapters.sqlite;

import dev.vane.adapters.sqlite.database.JournalMode;
import dev.vane.adapters.sqlite.database.StorageSettings;
import dev.vane.adapters.sqlite.database.Synchronous;
import dev.vane.application.spi.ArchiveSamples;
import dev.vane.application.spi.CallLedger;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.SourceReport;
import dev.vane.domain.weather.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures the archive with runs of ten days by the hour that know every variable, beside a table with one row a value.
 * Calls are counted in the ledger, too. It is bounded: 300 runs a measurement, in 512 MiB. Started by hand; the first
 * argument is a folder on the disk to measure.
 */
final class StorageBenchmark {

    private static final int RUNS = 300;
    private static final int NAIVE_RUNS = 50;
    private static final int READS = 2000;
    private static final int WRITERS = 16;
    private static final int PLACES = 10;
    private static final int CALLERS = 8;
    private static final int CALLS = 500;
    private static final System.Logger LOG = System.getLogger(StorageBenchmark.class.getName());

    private final Path directory;
    private final PlausibleWeather weather = new PlausibleWeather(42);

    private StorageBenchmark(Path directory) {
        this.directory = directory;
    }

    public static void main(String[] arguments) throws Exception {
        Path parent = Path.of(arguments.length > 0 ? arguments[0] : "target");
        Path directory = Files.createTempDirectory(parent, "storage-benchmark");
        new StorageBenchmark(directory).run();
    }

    private void run() throws Exception {
        double kept = archive(StorageSettings.in(directory.resolve("full")));
        archive(new StorageSettings(
                directory.resolve("normal"),
                JournalMode.WAL,
                Synchronous.NORMAL,
                2,
                StorageSettings.DEFAULT_BUSY_TIMEOUT));
        double naive = naive();
        print("a run takes %.0f bytes, one row a value %.0f: a %.0fth".formatted(kept, naive, naive / kept));
        observations();
        ledger();
    }

    /** Keeps runs one after the other, then by many threads, and reads; gives the bytes of a run in the file. */
    private double archive(StorageSettings settings) throws Exception {
        List<SourceReport> reports = reports();
        try (SqliteStorage storage = SqliteStorage.open(settings)) {
            warmUp(storage, reports);
            long before = compactBytes(settings);
            long start = System.nanoTime();
            for (int i = 0; i < RUNS; i++) {
                storage.archive().keep(place(i), reports.get(i));
            }
            print("%s: %.0f kept a second by one thread".formatted(settings.synchronous(), rate(RUNS, start)));
            double bytes = (double) (compactBytes(settings) - before) / RUNS;
            many(storage, reports.subList(RUNS, 2 * RUNS), settings);
            latest(storage);
            return bytes;
        }
    }

    private void warmUp(SqliteStorage storage, List<SourceReport> reports) {
        Place elsewhere = ArchiveSamples.town(999, "Elsewhere");
        for (int i = 0; i < 200; i++) {
            storage.archive().keep(elsewhere, reports.get(i));
        }
        for (int i = 0; i < 200; i++) {
            storage.archive().latest(elsewhere.id());
        }
    }

    private void many(SqliteStorage storage, List<SourceReport> reports, StorageSettings settings) throws Exception {
        List<Future<?>> writers = new ArrayList<>();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < WRITERS; writer++) {
                int first = writer;
                writers.add(threads.submit(() -> {
                    for (int i = first; i < reports.size(); i += WRITERS) {
                        storage.archive().keep(place(i), reports.get(i));
                    }
                }));
            }
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        print("%s: %.0f kept a second by %d threads"
                .formatted(settings.synchronous(), rate(reports.size(), start), WRITERS));
    }

    private void latest(SqliteStorage storage) {
        long[] nanos = new long[READS];
        for (int i = 0; i < READS; i++) {
            long start = System.nanoTime();
            storage.archive().latest(place(i).id());
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        print("latest of a place with 4 sources: median %.2f ms, 99th percentile %.2f ms"
                .formatted(nanos[READS / 2] / 1e6, nanos[READS * 99 / 100] / 1e6));
    }

    /** One row a value, as a table is made without thinking; gives the bytes of a run. */
    private double naive() throws SQLException, IOException {
        Path file = directory.resolve("naive.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                    CREATE TABLE forecast (place TEXT, source TEXT, available_at INTEGER, valid_time INTEGER,
                                           variable TEXT, value REAL,
                                           PRIMARY KEY (place, source, available_at, valid_time, variable))""");
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            List<SourceReport> reports = reports();
            for (int i = 0; i < NAIVE_RUNS; i++) {
                insertNaive(connection, place(i).id(), reports.get(i));
                connection.commit();
            }
            print("one row a value: %.0f runs kept a second by one thread".formatted(rate(NAIVE_RUNS, start)));
        }
        return (double) Files.size(file) / NAIVE_RUNS;
    }

    private static void insertNaive(Connection connection, PlaceId place, SourceReport report) throws SQLException {
        Run run = report.run().orElseThrow();
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT OR REPLACE INTO forecast VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, place.toString());
            insert.setString(2, report.source().name());
            insert.setLong(3, run.availableAt().toEpochMilli());
            for (ForecastStep step : run.hourly()) {
                for (Variable variable : step.conditions().values().known()) {
                    insert.setLong(4, step.validTime().toEpochMilli());
                    insert.setString(5, variable.key());
                    insert.setDouble(6, step.conditions().values().get(variable).orElseThrow());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private void observations() throws IOException {
        StorageSettings settings = StorageSettings.in(directory.resolve("observations"));
        try (SqliteStorage storage = SqliteStorage.open(settings)) {
            long before = compactBytes(settings);
            int count = 50 * RUNS;
            try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
                List<Future<?>> writes = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    int hour = i / PLACES;
                    Place place = place(i);
                    SourceReport report = weather.observation(hour);
                    writes.add(threads.submit(() -> storage.archive().keep(place, report)));
                }
                for (Future<?> write : writes) {
                    join(write);
                }
            }
            double bytes = (double) (compactBytes(settings) - before) / count;
            double year = bytes * PLACES * 4 * 8766 / 1e6;
            print(
                    "an observation that is not packed takes %.0f bytes: %.0f MB for 10 places, 4 sources, a year by the hour"
                            .formatted(bytes, year));
        }
    }

    /** Calls counted one after the other, then by many threads, of which several share one wait for the disk. */
    private void ledger() throws Exception {
        try (SqliteStorage storage = SqliteStorage.open(StorageSettings.in(directory.resolve("ledger")))) {
            CallLedger ledger = storage.ledger();
            addCalls(ledger, 1);
            double one = addCalls(ledger, 1);
            double many = addCalls(ledger, CALLERS);
            print("FULL: %.0f calls counted a second by one thread, %.0f by %d threads".formatted(one, many, CALLERS));
        }
    }

    /** Adds calls in some threads; gives how many a second. */
    private static double addCalls(CallLedger ledger, int threads) throws Exception {
        List<Future<?>> callers = new ArrayList<>();
        long start = System.nanoTime();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < threads; caller++) {
                callers.add(executor.submit(() -> {
                    for (int i = 0; i < CALLS; i++) {
                        ledger.add(ArchiveSamples.ALPHA, 1, ArchiveSamples.NOON.plusSeconds(i));
                    }
                }));
            }
        }
        for (Future<?> caller : callers) {
            caller.get();
        }
        return rate(threads * CALLS, start);
    }

    private static void join(Future<?> write) {
        try {
            write.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<SourceReport> reports() {
        List<SourceReport> reports = new ArrayList<>();
        for (int i = 0; i < 2 * RUNS; i++) {
            reports.add(weather.report(i));
        }
        return reports;
    }

    private static Place place(int i) {
        return ArchiveSamples.town(1 + i % PLACES, "Town " + i % PLACES);
    }

    /** The size of the main file when the write-ahead log has been emptied into it. */
    private static long compactBytes(StorageSettings settings) throws IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + settings.databaseFile());
                Statement statement = connection.createStatement()) {
            statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)").close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
        return Files.size(settings.databaseFile());
    }

    private static double rate(int count, long start) {
        return count * 1e9 / (System.nanoTime() - start);
    }

    private static void print(String line) {
        LOG.log(System.Logger.Level.INFO, line);
    }
}
