package dev.vane.adapters.sqlite;

import dev.vane.adapters.sqlite.database.JournalMode;
import dev.vane.adapters.sqlite.database.StorageSettings;
import dev.vane.adapters.sqlite.database.Synchronous;
import dev.vane.application.spi.ArchiveSamples;
import dev.vane.application.spi.WeatherRecord.ObservationChunk;
import dev.vane.application.spi.WeatherRecord.Span;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import dev.vane.domain.weather.Variable;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Measures the record of a year: ten places with four sources by the hour, generated with a seed. Observations are kept of
 * all places, runs of one; figures of runs are given for ten, and say so. It takes a minute or two. Started by hand; the
 * first argument is a folder on the disk to measure.
 */
final class RecordBenchmark {

    private static final int YEAR = 8760;
    private static final int PLACES = 10;
    private static final int AHEAD = 17 * 24;
    private static final int ASKED = 101;
    private static final double MEGABYTE = 1e6;
    private static final double RUNS_OF_A_YEAR = 4.0 * PLACES * YEAR;
    private static final Place HOME = ArchiveSamples.town(1, "Home");
    private static final Place OLD_HOME = ArchiveSamples.town(99, "Old home");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final System.Logger LOG = System.getLogger(RecordBenchmark.class.getName());

    private final Path directory;

    private RecordBenchmark(Path directory) {
        this.directory = directory;
    }

    public static void main(String[] arguments) throws Exception {
        Path parent = Path.of(arguments.length > 0 ? arguments[0] : "target");
        new RecordBenchmark(Files.createTempDirectory(parent, "record-benchmark")).run();
    }

    private void run() {
        heaviest();
        try (SqliteStorage storage = open("year")) {
            observations(storage);
            runs(storage);
            tenYears(storage);
            scans(storage);
            reads(storage);
        }
    }

    /** Commits are not waited for until they are on the disk: it is sizes and reads that are measured. */
    private SqliteStorage open(String name) {
        StorageSettings usual = StorageSettings.in(directory.resolve(name));
        return SqliteStorage.open(new StorageSettings(
                usual.directory(), JournalMode.WAL, Synchronous.NORMAL, usual.readers(), usual.busyTimeout()));
    }

    /** Runs of ten days by the hour with every variable, and of sixteen days. */
    private void heaviest() {
        YearOfWeather weather = new YearOfWeather(7, YEAR / 4 + AHEAD);
        try (SqliteStorage storage = open("heaviest")) {
            long before = storage.care().bytesUsed();
            int count = YEAR / 4;
            keepDays(storage, HOME, count, hour -> runReport(weather, 0, hour));
            double each = (double) (storage.care().bytesUsed() - before) / count;
            print(
                    "a run of the heaviest shape takes %.0f bytes; were all of them so, a year of 10 places would take %.0f MB"
                            .formatted(each, each * RUNS_OF_A_YEAR / MEGABYTE));
        }
    }

    private void observations(SqliteStorage storage) {
        long empty = storage.care().bytesUsed();
        for (int place = 1; place <= PLACES; place++) {
            YearOfWeather weather = new YearOfWeather(place, YEAR);
            for (int source = 0; source < 4; source++) {
                int which = source;
                keepDays(storage, ArchiveSamples.town(place, "Town"), YEAR, hour -> observation(weather, which, hour));
            }
        }
        double rows = storage.care().bytesUsed() - empty;
        long start = System.nanoTime();
        long packed = storage.care().pack(YearOfWeather.time(YEAR));
        double seconds = (System.nanoTime() - start) / 1e9;
        double bytes = storage.care().bytesUsed() - empty;
        print("a year of 10 places, 4 sources, observations by the hour: %.1f MB of 10 MB, %.1f bytes each"
                .formatted(bytes / MEGABYTE, bytes / RUNS_OF_A_YEAR));
        print("before they were packed, in %.1f s: %.1f MB, %.1f bytes each (%d of %.0f packed)"
                .formatted(seconds, rows / MEGABYTE, rows / RUNS_OF_A_YEAR, packed, RUNS_OF_A_YEAR));
    }

    private void runs(SqliteStorage storage) {
        long before = storage.care().bytesUsed();
        YearOfWeather weather = new YearOfWeather(1, YEAR + AHEAD);
        long start = System.nanoTime();
        for (int source = 0; source < 4; source++) {
            int which = source;
            keepDays(storage, HOME, YEAR, hour -> runReport(weather, which, hour));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double bytes = storage.care().bytesUsed() - before;
        double each = bytes / (4.0 * YEAR);
        print(
                "a year of 1 place, 4 sources, a run an hour: %.1f MB, %.0f bytes each; times 10 places: %.0f MB of 1000 MB"
                        .formatted(bytes / MEGABYTE, each, each * RUNS_OF_A_YEAR / MEGABYTE));
        print("%.0f runs generated and kept a second, by the day".formatted(4 * YEAR / seconds));
    }

    /** Ten years of one source at another place. */
    private void tenYears(SqliteStorage storage) {
        YearOfWeather weather = new YearOfWeather(99, 10 * YEAR);
        keepDays(storage, OLD_HOME, 10 * YEAR, hour -> observation(weather, 0, hour));
        storage.care().pack(Instant.MAX);
    }

    private static void keepDays(SqliteStorage storage, Place place, int hours, IntFunction<SourceReport> reports) {
        List<SourceReport> day = new ArrayList<>();
        for (int hour = 0; hour < hours; hour++) {
            day.add(reports.apply(hour));
            if (day.size() == 24 || hour == hours - 1) {
                storage.archive().keep(place, day, Optional.empty());
                day.clear();
            }
        }
    }

    private static SourceReport runReport(YearOfWeather weather, int source, int hour) {
        return ArchiveSamples.reportOf(
                source(source), YearOfWeather.time(hour), weather.run(Pattern.FOUR.get(source), hour));
    }

    private static SourceReport observation(YearOfWeather weather, int source, int hour) {
        return ArchiveSamples.reportOf(
                source(source),
                YearOfWeather.time(hour).plusSeconds(120 + hour % 60),
                weather.observation(Pattern.FOUR.get(source), hour));
    }

    private static SourceId source(int number) {
        return new SourceId("s" + number);
    }

    private void scans(SqliteStorage storage) {
        List<Variable> one = List.of(Variable.TEMPERATURE);
        List<Variable> three = List.of(Variable.TEMPERATURE, Variable.PRECIPITATION, Variable.WIND_SPEED);
        for (List<Variable> variables : List.of(one, three)) {
            for (int years : new int[] {1, 10}) {
                Span span = new Span(
                        OLD_HOME.id(),
                        Optional.of(source(0)),
                        YearOfWeather.time(YEAR),
                        YearOfWeather.time(YEAR).plus(Duration.ofHours((long) years * YEAR)));
                Times times = Times.of(() -> sum(storage, span, variables));
                print("%d year(s) of %d variable(s) of one place and source read: %s"
                        .formatted(years, variables.size(), times));
            }
        }
    }

    private static double sum(SqliteStorage storage, Span span, List<Variable> variables) {
        double[] sum = new double[1];
        storage.record().scanObservations(span, variables, chunk -> sum[0] += sum(chunk, variables.size()));
        return sum[0];
    }

    private static double sum(ObservationChunk chunk, int variables) {
        double sum = 0;
        for (int variable = 0; variable < variables; variable++) {
            for (int i = 0; i < chunk.size(); i++) {
                sum += chunk.value(variable, i);
            }
        }
        return sum;
    }

    private void reads(SqliteStorage storage) {
        Random random = new Random(1);
        print("latest of a place with 4 sources: "
                + Times.of(() -> storage.archive().latest(HOME.id()).size()));
        print("the runs of 4 sources known at some time: "
                + Times.of(() -> {
                    Instant at = YearOfWeather.time(random.nextInt(YEAR));
                    return storage.record()
                            .runsKnownAt(HOME.id(), at, at.minus(Duration.ofDays(1)))
                            .size();
                }));
        Span week = new Span(HOME.id(), Optional.of(source(0)), YearOfWeather.time(0), YearOfWeather.time(7 * 24));
        print("a week of 168 runs of the heaviest shape read: "
                + Times.of(() -> {
                    int[] steps = new int[1];
                    storage.record()
                            .scanRuns(
                                    week, run -> steps[0] += run.run().hourly().size());
                    return steps[0];
                }));
        print("the observations of 4 sources in three days: "
                + Times.of(() -> {
                    Instant at = YearOfWeather.time(random.nextInt(YEAR));
                    return storage.record()
                            .observations(HOME.id(), at.minus(Duration.ofDays(3)), at)
                            .size();
                }));
    }

    /**
     * How long something takes when it has been done some times before.
     *
     * @param median ms
     * @param slow the 95th percentile, ms
     * @param processor the median of the time on the processor, ms: what it would be on a machine with nothing else to do
     */
    private record Times(double median, double slow, double processor) {
        static Times of(Work work) {
            long[] nanos = new long[ASKED];
            long[] busy = new long[ASKED];
            double result = 0;
            for (int i = -ASKED / 2; i < ASKED; i++) {
                long start = System.nanoTime();
                long started = THREADS.getCurrentThreadCpuTime();
                result += work.result();
                busy[Math.max(0, i)] = THREADS.getCurrentThreadCpuTime() - started;
                nanos[Math.max(0, i)] = System.nanoTime() - start;
            }
            if (Double.isNaN(result)) {
                throw new IllegalStateException("a value that was kept is missing");
            }
            Arrays.sort(nanos);
            Arrays.sort(busy);
            return new Times(
                    nanos[ASKED / 2] / MEGABYTE, nanos[ASKED * 95 / 100] / MEGABYTE, busy[ASKED / 2] / MEGABYTE);
        }

        @Override
        public String toString() {
            return "median %.2f ms (%.2f ms on the processor), 95th percentile %.2f ms"
                    .formatted(median, processor, slow);
        }
    }

    /** Something whose result is used, so that it is not left out. */
    @FunctionalInterface
    private interface Work {
        double result();
    }

    private static void print(String line) {
        LOG.log(System.Logger.Level.INFO, line);
    }
}
