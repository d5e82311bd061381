package dev.vane.adapters.sqlite;

import dev.vane.adapters.sqlite.database.JournalMode;
import dev.vane.adapters.sqlite.database.StorageException;
import dev.vane.adapters.sqlite.database.StorageSettings;
import dev.vane.adapters.sqlite.database.Synchronous;
import dev.vane.application.spi.ArchiveSamples;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Writes on a mounted file system, or looks what is there, and says so line by line, each with the trial's name in front.
 * {@code ops/bench/nfs} starts it, kills what is under it, and compares.
 *
 * <ul>
 *   <li>{@code write DIRECTORY MODE SECONDS}: opens the storage as the service does, lists what is there, keeps readings
 *   <li>{@code wait DIRECTORY MODE SECONDS}: the same, but tries again for as long as another process holds the storage,
 *       and then only looks
 *   <li>{@code bare FILE MODE SECONDS FROM AT}: SQLite without Vane and its lock, from a number and a time (s) on
 *   <li>{@code compare DIRECTORY SECONDS}: the same in a file for each journal mode, with the mode behind the trial's name
 *   <li>{@code look FILE}: lists what {@code bare} has written
 * </ul>
 */
final class MountTrial {

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(250);

    private final String name;

    private MountTrial(String name) {
        this.name = name;
    }

    public static void main(String[] arguments) throws Exception {
        MountTrial trial = new MountTrial(arguments[0]);
        try {
            switch (arguments[1]) {
                case "write" -> trial.write(settings(arguments[2], arguments[3]), seconds(arguments[4]));
                case "wait" -> trial.await(settings(arguments[2], arguments[3]), seconds(arguments[4]));
                case "bare" -> {
                    Thread.sleep(Math.max(0, Long.parseLong(arguments[6]) * 1000 - System.currentTimeMillis()));
                    trial.bare(
                            Path.of(arguments[2]), arguments[3], seconds(arguments[4]), Long.parseLong(arguments[5]));
                }
                case "compare" -> trial.compare(Path.of(arguments[2]), seconds(arguments[3]));
                case "look" -> trial.look(Path.of(arguments[2]));
                default -> throw new IllegalArgumentException("no such command: " + arguments[1]);
            }
        } catch (StorageException | SQLException e) {
            trial.say("refused " + e.getMessage().lines().findFirst().orElse(""));
            System.exit(1);
        }
    }

    private static StorageSettings settings(String directory, String mode) {
        return mode.equals("auto")
                ? StorageSettings.in(Path.of(directory))
                : new StorageSettings(
                        Path.of(directory),
                        JournalMode.valueOf(mode.toUpperCase(Locale.ROOT)),
                        Synchronous.FULL,
                        1,
                        StorageSettings.DEFAULT_BUSY_TIMEOUT);
    }

    private static Duration seconds(String text) {
        return Duration.ofSeconds(Long.parseLong(text));
    }

    private void write(StorageSettings settings, Duration duration) throws SQLException {
        try (SqliteStorage storage = SqliteStorage.open(settings)) {
            say("opened " + System.currentTimeMillis() + " " + storage.facts());
            SortedSet<Long> there = check(storage, settings.directory());
            storage.watches().add(KilledWriter.PLACE, KilledWriter.hour(0));
            long reading = there.isEmpty() ? 0 : there.last() + 1;
            for (long end = System.nanoTime() + duration.toNanos(); System.nanoTime() < end; reading++) {
                long start = System.nanoTime();
                keep(storage, reading);
                say("kept " + reading + " " + (System.nanoTime() - start) / 1000);
            }
            check(storage, settings.directory());
        }
        say("closed");
    }

    private static void keep(SqliteStorage storage, long reading) {
        Instant hour = KilledWriter.hour(reading);
        storage.archive()
                .keep(
                        KilledWriter.PLACE,
                        List.of(ArchiveSamples.reportOf(
                                ArchiveSamples.ALPHA,
                                hour,
                                ArchiveSamples.observation(hour, KilledWriter.value(reading)))),
                        Optional.empty(),
                        List.of(hour));
    }

    private SortedSet<Long> check(SqliteStorage storage, Path directory) throws SQLException {
        boolean sound = storage.check().sound();
        SortedSet<Long> there = new TreeSet<>(KillTrial.readings(directory));
        list(there, sound);
        return there;
    }

    /** As ranges: a line of a whole trial stays short. */
    private void list(SortedSet<Long> there, boolean sound) {
        StringBuilder ranges = new StringBuilder();
        Iterator<Long> rest = there.iterator();
        for (long first = -1, last = -1; last >= 0 || rest.hasNext(); ) {
            long next = rest.hasNext() ? rest.next() : -1;
            if (last >= 0 && next != last + 1) {
                ranges.append(' ').append(first).append('-').append(last);
            }
            first = last >= 0 && next == last + 1 ? first : next;
            last = next;
        }
        say("found " + (sound ? "sound" : "damaged") + ranges);
    }

    private void await(StorageSettings settings, Duration longest) throws SQLException, InterruptedException {
        boolean refused = false;
        for (long end = System.nanoTime() + longest.toNanos(); ; ) {
            try (SqliteStorage storage = SqliteStorage.open(settings)) {
                say("opened " + System.currentTimeMillis() + " " + storage.facts());
                check(storage, settings.directory());
                return;
            } catch (StorageException e) {
                if (!refused) {
                    say("refused " + e.getMessage());
                    refused = true;
                }
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.sleep(BETWEEN_ATTEMPTS.toMillis());
            }
        }
    }

    private void compare(Path directory, Duration each) throws SQLException {
        for (String mode : List.of("delete", "truncate", "persist", "wal")) {
            MountTrial trial = new MountTrial(name + "-" + mode);
            Path file = directory.resolve(trial.name + ".db");
            trial.bare(file, mode, each, 0);
            trial.look(file);
        }
    }

    private void bare(Path file, String mode, Duration duration, long from) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 5000");
            statement.execute("PRAGMA journal_mode = " + mode);
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("CREATE TABLE IF NOT EXISTS reading (number INTEGER PRIMARY KEY, value BLOB)");
            say("opened " + System.currentTimeMillis());
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO reading VALUES (?, randomblob(100))")) {
                long end = System.nanoTime() + duration.toNanos();
                for (long number = from; System.nanoTime() < end; number++) {
                    long start = System.nanoTime();
                    insert.setLong(1, number);
                    insert.executeUpdate();
                    say("kept " + number + " " + (System.nanoTime() - start) / 1000);
                }
            }
        }
        say("closed");
    }

    private void look(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            boolean sound;
            try (ResultSet result = statement.executeQuery("PRAGMA integrity_check")) {
                sound = result.next() && result.getString(1).equals("ok");
            }
            SortedSet<Long> there = new TreeSet<>();
            try (ResultSet rows = statement.executeQuery("SELECT number FROM reading")) {
                while (rows.next()) {
                    there.add(rows.getLong(1));
                }
            }
            list(there, sound);
        }
    }

    /** One write of the system a line, straight to what stands for the reader: it may be the last one before a kill. */
    private void say(String line) {
        try {
            byte[] bytes = (name + " " + line.replace('\n', ' ') + "\n").getBytes(StandardCharsets.UTF_8);
            new FileOutputStream(FileDescriptor.out).write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
