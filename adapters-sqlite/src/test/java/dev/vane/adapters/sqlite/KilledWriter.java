package dev.vane.adapters.sqlite;

import dev.vane.adapters.sqlite.database.ChildJvm;
import dev.vane.adapters.sqlite.database.StorageSettings;
import dev.vane.application.spi.ArchiveSamples;
import dev.vane.application.spi.VerificationStore;
import dev.vane.application.spi.VerificationStore.DueHour;
import dev.vane.application.spi.VerificationStore.SeriesDay;
import dev.vane.application.spi.VerificationStore.Verified;
import dev.vane.domain.place.Place;
import dev.vane.domain.scoring.HourValues;
import dev.vane.domain.scoring.LeadBucket;
import dev.vane.domain.scoring.ScoredVariable;
import dev.vane.domain.scoring.Series;
import dev.vane.domain.scoring.TruthKind;
import dev.vane.domain.scoring.VerificationDay;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A process that writes as the service does, and says what was acknowledged: several threads keep readings, each of an hour
 * of its own that is then to be verified; one verifies the hours that wait. It goes on until it is killed.
 */
final class KilledWriter {

    static final Place PLACE = ArchiveSamples.town(2657896, "Zürich");
    static final Series SERIES = new Series(TruthKind.STATION, ScoredVariable.TEMPERATURE, 0);

    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
    private static final int THREADS = 3;
    private static final int HOURS_AT_ONCE = 20;
    private static final ReentrantLock OUTPUT = new ReentrantLock();

    private KilledWriter() {}

    /** Starts one whose readings begin with a number. */
    static ChildJvm start(Path directory, long from) throws IOException {
        return ChildJvm.start(KilledWriter.class, directory.toString(), Long.toString(from));
    }

    /** The hour of a reading. */
    static Instant hour(long reading) {
        return FIRST.plus(Duration.ofHours(reading));
    }

    /** The reading of an hour. */
    static long reading(Instant hour) {
        return Duration.between(FIRST, hour).toHours();
    }

    /** What was measured, °C. */
    static double value(long reading) {
        return reading % 400 / 10.0 - 10;
    }

    public static void main(String[] arguments) {
        SqliteStorage storage = SqliteStorage.open(StorageSettings.in(Path.of(arguments[0])));
        storage.watches().add(PLACE, FIRST);
        long from = Long.parseLong(arguments[1]);
        for (int thread = 0; thread < THREADS; thread++) {
            long first = from + thread;
            Thread.ofPlatform().start(() -> keepReadings(storage, first));
        }
        Thread.ofPlatform().start(() -> verify(storage.verification()));
    }

    private static void say(String what, long reading) {
        OUTPUT.lock();
        try {
            ChildJvm.say(what + " " + reading);
        } finally {
            OUTPUT.unlock();
        }
    }

    private static void keepReadings(SqliteStorage storage, long first) {
        for (long reading = first; ; reading += THREADS) {
            Instant hour = hour(reading);
            storage.archive()
                    .keep(
                            PLACE,
                            List.of(ArchiveSamples.reportOf(
                                    ArchiveSamples.ALPHA, hour, ArchiveSamples.observation(hour, value(reading)))),
                            Optional.empty(),
                            List.of(hour));
            say("kept", reading);
        }
    }

    private static void verify(VerificationStore store) {
        while (true) {
            Map<LocalDate, VerificationDay> days = new TreeMap<>();
            List<DueHour> due = store.due(Instant.MAX, HOURS_AT_ONCE);
            for (DueHour hour : due) {
                LocalDate date = hour.hour().atOffset(ZoneOffset.UTC).toLocalDate();
                days.put(date, verified(days.computeIfAbsent(date, known -> day(store, known)), hour.hour()));
            }
            List<SeriesDay> changed = days.values().stream()
                    .map(day -> new SeriesDay(SERIES, day))
                    .toList();
            store.keep(PLACE.id(), new Verified(changed, List.of(), due));
            due.forEach(hour -> say("verified", reading(hour.hour())));
        }
    }

    private static VerificationDay day(VerificationStore store, LocalDate date) {
        List<VerificationDay> known = store.days(PLACE.id(), SERIES, date, date);
        return known.isEmpty() ? VerificationDay.empty(date) : known.getFirst();
    }

    private static VerificationDay verified(VerificationDay day, Instant time) {
        int hour = time.atOffset(ZoneOffset.UTC).getHour();
        double value = value(reading(time));
        HourValues forecast =
                day.forecast(ArchiveSamples.BETA, LeadBucket.DAYS_2).with(hour, OptionalDouble.of(value + 1));
        return new VerificationDay(
                day.date(),
                day.truths().with(hour, OptionalDouble.of(value)),
                new TreeMap<>(Map.of(ArchiveSamples.BETA, Map.of(LeadBucket.DAYS_2, forecast))));
    }
}
