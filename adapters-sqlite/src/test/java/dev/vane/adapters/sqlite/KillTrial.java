package dev.vane.adapters.sqlite;

import dev.vane.adapters.sqlite.backup.DatabaseCheck;
import dev.vane.adapters.sqlite.database.ChildJvm;
import dev.vane.adapters.sqlite.database.StorageSettings;
import dev.vane.application.spi.ArchiveSamples;
import dev.vane.application.spi.VerificationStore.DueHour;
import dev.vane.domain.scoring.HourValues;
import dev.vane.domain.scoring.LeadBucket;
import dev.vane.domain.scoring.VerificationDay;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Kills a {@link KilledWriter} at random moments, one after the other on the same database, and looks each time whether
 * what it had said is true: each acknowledged reading is there; each reading there waits to be verified or was verified
 * with its own value; nothing else waits; each acknowledged verification is there; and the file is sound.
 */
final class KillTrial {

    private static final int MOST_LINES = 150;

    private final Path directory;
    private final Random random;
    private final Set<Long> acknowledged = new HashSet<>();
    private final Set<Long> verified = new HashSet<>();
    private long kept;
    private long waiting;
    private long unacknowledged;

    /** A trial in an empty folder, by a seed. */
    KillTrial(Path directory, long seed) {
        this.directory = directory;
        this.random = new Random(seed);
    }

    /** Starts a writer, kills it, and looks. */
    void kill() throws IOException, SQLException {
        try (ChildJvm child = KilledWriter.start(directory, kept)) {
            int lines = random.nextInt(1, MOST_LINES);
            for (int line = 0; line < lines; line++) {
                child.readLine().ifPresent(this::note);
            }
            child.kill();
            for (Optional<String> line = child.readLine(); line.isPresent(); line = child.readLine()) {
                note(line.get());
            }
        }
        look();
    }

    private void note(String line) {
        int space = line.indexOf(' ');
        if (space > 0 && space < line.length() - 1) { // the last line may have been cut
            long reading = Long.parseLong(line.substring(space + 1));
            (line.startsWith("kept") ? acknowledged : verified).add(reading);
        }
    }

    private void look() throws SQLException {
        try (SqliteStorage storage = SqliteStorage.open(StorageSettings.in(directory))) {
            DatabaseCheck check = storage.check();
            require(check.sound(), "the database is damaged: " + check);
            Set<Long> there = readings(directory);
            Set<Long> due = new HashSet<>();
            storage.verification().due(Instant.MAX, Integer.MAX_VALUE).stream()
                    .map(DueHour::hour)
                    .forEach(hour -> due.add(KilledWriter.reading(hour)));
            Set<Long> paired = paired(storage);
            require(there.containsAll(acknowledged), "readings were lost: " + without(acknowledged, there));
            require(there.containsAll(due), "hours wait without a reading: " + without(due, there));
            require(there.containsAll(paired), "hours were verified without a reading: " + without(paired, there));
            require(paired.containsAll(verified), "verified hours were lost: " + without(verified, paired));
            Set<Long> forgotten = without(without(there, due), paired);
            require(forgotten.isEmpty(), "hours wait no more that were never verified: " + forgotten);
            Set<Long> twice = without(due, without(due, paired));
            require(twice.isEmpty(), "hours wait that were verified: " + twice);
            waiting = due.size();
            unacknowledged += without(there, acknowledged).size();
            acknowledged.addAll(there);
            kept = there.stream().mapToLong(reading -> reading + 1).max().orElse(0);
        }
    }

    /** The readings in a database, each of which must have its own value. */
    static Set<Long> readings(Path directory) throws SQLException {
        Set<Long> found = new HashSet<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("vane.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT valid_time, temperature FROM observation")) {
            while (rows.next()) {
                long reading = KilledWriter.reading(Instant.ofEpochMilli(rows.getLong(1)));
                require(
                        rows.getLong(2) == Math.round(KilledWriter.value(reading) * 100),
                        "reading " + reading + " has the value of another");
                found.add(reading);
            }
        }
        return found;
    }

    /** The readings whose hours have pairs, each with its own values. */
    private static Set<Long> paired(SqliteStorage storage) {
        Set<Long> found = new HashSet<>();
        for (VerificationDay day : storage.verification()
                .days(KilledWriter.PLACE.id(), KilledWriter.SERIES, LocalDate.MIN, LocalDate.MAX)) {
            HourValues forecast = day.forecast(ArchiveSamples.BETA, LeadBucket.DAYS_2);
            for (int hour = 0; hour < HourValues.HOURS; hour++) {
                if (day.truths().has(hour)) {
                    long reading =
                            KilledWriter.reading(day.date().atTime(hour, 0).toInstant(ZoneOffset.UTC));
                    double value = KilledWriter.value(reading);
                    require(
                            day.truths().fixedAt(hour) == HourValues.fixed(value)
                                    && forecast.fixedAt(hour) == HourValues.fixed(value + 1),
                            "hour " + reading + " has the pair of another");
                    found.add(reading);
                }
            }
        }
        return found;
    }

    private static Set<Long> without(Set<Long> all, Set<Long> some) {
        Set<Long> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    /** How many readings were acknowledged or found. */
    int readingsKept() {
        return acknowledged.size();
    }

    /** How many verified hours were acknowledged. */
    int hoursVerified() {
        return verified.size();
    }

    /** How many readings were found that had not been acknowledged. */
    long foundUnacknowledged() {
        return unacknowledged;
    }

    /** How many hours waited after the last kill. */
    long hoursWaiting() {
        return waiting;
    }
}
