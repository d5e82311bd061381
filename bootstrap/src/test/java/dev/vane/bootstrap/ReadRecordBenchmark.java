package dev.vane.bootstrap;

import dev.vane.adapters.sqlite.SqliteStorage;
import dev.vane.application.Application;
import dev.vane.application.api.ReadHistory;
import dev.vane.application.api.ReadHistory.Aggregate;
import dev.vane.application.api.ReadHistory.Step;
import dev.vane.application.api.ReadScores;
import dev.vane.application.spi.InMemoryGazetteer;
import dev.vane.application.spi.MutableClock;
import dev.vane.application.spi.Stores;
import dev.vane.application.spi.VerificationStore.SeriesDay;
import dev.vane.application.spi.VerificationStore.Verified;
import dev.vane.application.verification.ScoredHouse;
import dev.vane.bootstrap.config.Configuration;
import dev.vane.bootstrap.config.Storage;
import dev.vane.domain.place.Place;
import dev.vane.domain.scoring.HourValues;
import dev.vane.domain.scoring.LeadBucket;
import dev.vane.domain.scoring.ScoredVariable;
import dev.vane.domain.scoring.Series;
import dev.vane.domain.scoring.TruthKind;
import dev.vane.domain.scoring.VerificationDay;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** How long the record and the scores of a place take, of an empty database, of one day and of ten years. */
final class ReadRecordBenchmark {

    private static final Place PLACE = ScoredHouse.PLACE;
    private static final Instant END = Instant.parse("2026-01-01T00:00:00Z");
    private static final int TEN_YEARS = 3653;
    private static final int REPEATS = 21;
    private static final List<ScoredVariable> SCORED =
            List.of(ScoredVariable.TEMPERATURE, ScoredVariable.PRESSURE_MSL, ScoredVariable.WIND_SPEED);
    private static final List<String> SOURCES = List.of("alpha", "beta", "gamma", "delta", "epsilon");

    private ReadRecordBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println("milliseconds, median of " + REPEATS + " (the first in brackets); hourly observations, "
                + SCORED.size() + " series of " + SOURCES.size() + " sources at " + LeadBucket.values().length
                + " lead times");
        for (int days : new int[] {0, 1, TEN_YEARS}) {
            measure(days);
        }
    }

    private static void measure(int days) throws IOException {
        Path folder = Files.createTempDirectory("vane-record");
        try (SqliteStorage storage =
                SqliteStorage.open(Storage.settings(new Configuration.Data(folder, Configuration.JournalMode.WAL)))) {
            fill(storage, days);
            Application application = Application.builder(
                            new MutableClock(END),
                            new InMemoryGazetteer(List.of(PLACE)),
                            new Stores(
                                    storage.archive(),
                                    storage.record(),
                                    storage.verification(),
                                    storage.watches(),
                                    storage.ledger()),
                            Runnable::run)
                    .build();
            System.out.println(days + " days:");
            print("a year by day", () -> rows(application, 365, Step.DAY));
            print("ten years by month", () -> rows(application, TEN_YEARS, Step.MONTH));
            print("scores of all series, cold", () -> {
                Application cold = Application.builder(
                                new MutableClock(END),
                                new InMemoryGazetteer(List.of(PLACE)),
                                new Stores(
                                        storage.archive(),
                                        storage.record(),
                                        storage.verification(),
                                        storage.watches(),
                                        storage.ledger()),
                                Runnable::run)
                        .build();
                return scores(cold);
            });
            print("scores of all series, again", () -> scores(application));
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    private static int rows(Application application, int days, Step step) {
        AtomicInteger rows = new AtomicInteger();
        ReadHistory.Query query = new ReadHistory.Query(
                PLACE.id(),
                END.minus(Duration.ofDays(days)),
                END,
                Optional.empty(),
                List.of(Variable.TEMPERATURE),
                step,
                List.of(Aggregate.MEAN, Aggregate.MIN, Aggregate.MAX));
        ((ReadHistory.Found) application.readHistory().observations(query))
                .rows()
                .forEach(row -> rows.incrementAndGet());
        return rows.get();
    }

    private static int scores(Application application) {
        ReadScores.Scored scored = (ReadScores.Scored) application.readScores().scores(PLACE.id(), Optional.empty());
        return scored.series().stream()
                .mapToInt(series -> series.buckets().size())
                .sum();
    }

    private static void print(String what, IntSupplier work) {
        double[] times = new double[REPEATS];
        int rows = 0;
        for (int i = 0; i < REPEATS; i++) {
            long begin = System.nanoTime();
            rows = work.getAsInt();
            times[i] = (System.nanoTime() - begin) / 1e6;
        }
        double first = times[0];
        Arrays.sort(times);
        System.out.printf("  %-28s %8.2f (%.1f), %d rows%n", what, times[REPEATS / 2], first, rows);
    }

    private static void fill(SqliteStorage storage, int days) {
        storage.watches().add(PLACE, END);
        Random random = new Random(1);
        LocalDate first = LocalDate.ofInstant(END, ZoneOffset.UTC).minusDays(days);
        List<SourceReport> reports = new ArrayList<>();
        for (int hour = 0; hour < 24 * days; hour++) {
            Instant time = first.atStartOfDay(ZoneOffset.UTC).toInstant().plus(Duration.ofHours(hour));
            Values<Variable> values = Values.of(Variable.class)
                    .set(Variable.TEMPERATURE, Math.rint(10 * ScoredHouse.truth(time)) / 10)
                    .set(Variable.RELATIVE_HUMIDITY, 40 + random.nextInt(60))
                    .set(Variable.WIND_SPEED, random.nextInt(120) / 10.0)
                    .build();
            reports.add(new SourceReport(
                    new SourceId("alpha"),
                    time,
                    Optional.of(new Observation(time, Duration.ZERO, new Conditions(Sky.UNKNOWN, values))),
                    Optional.empty()));
            if (reports.size() == 2000 || hour == 24 * days - 1) {
                storage.archive().keep(PLACE, reports, Optional.empty());
                reports.clear();
            }
        }
        storage.care().pack(END.minus(Duration.ofDays(8)));
        List<SeriesDay> pairs = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            for (ScoredVariable variable : SCORED) {
                pairs.add(new SeriesDay(
                        new Series(TruthKind.OFFICIAL, variable, 0), day(first.plusDays(day), variable, random)));
            }
            if (pairs.size() > 300 || day == days - 1) {
                storage.verification().keep(PLACE.id(), new Verified(pairs, List.of(), List.of()));
                pairs.clear();
            }
        }
    }

    private static VerificationDay day(LocalDate date, ScoredVariable variable, Random random) {
        double middle = variable == ScoredVariable.PRESSURE_MSL ? 1013 : 10;
        SortedMap<SourceId, Map<LeadBucket, HourValues>> forecasts = new TreeMap<>();
        long[] truths = new long[HourValues.HOURS];
        Arrays.setAll(truths, hour -> HourValues.fixed(middle + random.nextInt(80) / 10.0));
        for (String source : SOURCES) {
            Map<LeadBucket, HourValues> buckets = new EnumMap<>(LeadBucket.class);
            for (LeadBucket bucket : LeadBucket.values()) {
                long[] values = new long[HourValues.HOURS];
                Arrays.setAll(
                        values,
                        hour -> hour % bucket.everyHours() == 0
                                ? truths[hour] + 100L * (random.nextInt(40) - 20)
                                : HourValues.UNKNOWN);
                buckets.put(bucket, HourValues.of(values));
            }
            forecasts.put(new SourceId(source), buckets);
        }
        return new VerificationDay(date, HourValues.of(truths), forecasts);
    }
}
