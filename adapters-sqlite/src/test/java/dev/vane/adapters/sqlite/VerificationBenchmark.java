package dev.vane.adapters.sqlite;

import dev.vane.adapters.sqlite.database.StorageSettings;
import dev.vane.adapters.sqlite.verification.PlausiblePairs;
import dev.vane.application.spi.ArchiveSamples;
import dev.vane.application.spi.VerificationStore;
import dev.vane.application.spi.VerificationStore.SeriesDay;
import dev.vane.application.spi.VerificationStore.Verified;
import dev.vane.domain.place.Place;
import dev.vane.domain.scoring.ScoredVariable;
import dev.vane.domain.scoring.Series;
import dev.vane.domain.scoring.TruthKind;
import dev.vane.domain.scoring.VerificationDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures the memory of pairs: ten years of one series with five sources, eight ranges of lead times and every hour.
 * Started by hand; the first argument is a folder on the disk to measure.
 */
final class VerificationBenchmark {

    private static final Place PLACE = ArchiveSamples.town(1, "Here");
    private static final Series SERIES = new Series(TruthKind.STATION, ScoredVariable.TEMPERATURE, 0);
    private static final LocalDate FIRST = LocalDate.parse("2016-01-01");
    private static final int DAYS = 3650;
    private static final int YEAR = 365;
    private static final int MONTH = 30;
    private static final int READS = 21;
    private static final System.Logger LOG = System.getLogger(VerificationBenchmark.class.getName());

    private VerificationBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path parent = Path.of(arguments.length > 0 ? arguments[0] : "target");
        Path directory = Files.createTempDirectory(parent, "verification-benchmark");
        StorageSettings settings = StorageSettings.in(directory);
        long empty;
        try (SqliteStorage storage = SqliteStorage.open(settings)) {
            storage.watches().add(PLACE, ArchiveSamples.NOON);
            empty = storage.facts().bytes();
        }
        try (SqliteStorage storage = SqliteStorage.open(settings)) {
            write(storage.verification());
            rewrite(storage.verification());
            for (int days : new int[] {1, MONTH, YEAR, DAYS}) {
                read(storage.verification(), days);
            }
        }
        print("a day of a series takes %.0f bytes in the file"
                .formatted((double) (Files.size(settings.databaseFile()) - empty) / DAYS));
    }

    private static void write(VerificationStore store) {
        PlausiblePairs pairs = new PlausiblePairs(42);
        long start = System.nanoTime();
        for (int first = 0; first < DAYS; first += MONTH) {
            List<SeriesDay> days = new ArrayList<>();
            for (int day = first; day < Math.min(DAYS, first + MONTH); day++) {
                days.add(new SeriesDay(SERIES, pairs.day(FIRST.plusDays(day))));
            }
            store.keep(PLACE.id(), new Verified(days, List.of(), List.of()));
        }
        print("%.0f days kept a second, %d in a transaction"
                .formatted(DAYS * 1e9 / (System.nanoTime() - start), MONTH));
    }

    /** As each hour does that is verified: it changes one day of each of some series. */
    private static void rewrite(VerificationStore store) {
        PlausiblePairs pairs = new PlausiblePairs(43);
        List<SeriesDay> days = new ArrayList<>();
        for (ScoredVariable variable : ScoredVariable.values()) {
            int hours = variable.variable().ofInterval() ? 1 : 0;
            days.add(new SeriesDay(new Series(TruthKind.OFFICIAL, variable, hours), pairs.day(FIRST)));
        }
        long[] nanos = new long[100];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            store.keep(PLACE.id(), new Verified(days, List.of(), List.of()));
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        print("one hour verified, a day of each of %d series written again: median %.1f ms"
                .formatted(days.size(), nanos[nanos.length / 2] / 1e6));
    }

    private static void read(VerificationStore store, int count) {
        LocalDate last = FIRST.plusDays(count - 1);
        long[] nanos = new long[READS];
        long first = 0;
        for (int i = 0; i < READS; i++) {
            long start = System.nanoTime();
            List<VerificationDay> days = store.days(PLACE.id(), SERIES, FIRST, last);
            nanos[i] = System.nanoTime() - start;
            first = i == 0 ? nanos[0] : first;
            if (days.size() != count) {
                throw new IllegalStateException(days.size() + " days were read, not " + count);
            }
        }
        Arrays.sort(nanos);
        print("%d days of a series read: median %.1f ms, the first time %.1f ms"
                .formatted(count, nanos[READS / 2] / 1e6, first / 1e6));
    }

    private static void print(String line) {
        LOG.log(System.Logger.Level.INFO, line);
    }
}
