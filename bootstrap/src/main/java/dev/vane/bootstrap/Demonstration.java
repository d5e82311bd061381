package dev.vane.bootstrap;

import dev.vane.adapters.rest.MeteredSourceEvents;
import dev.vane.adapters.rest.Served;
import dev.vane.adapters.rest.ServerSettings;
import dev.vane.adapters.rest.VaneServer;
import dev.vane.adapters.sqlite.SqliteStorage;
import dev.vane.adapters.sqlite.database.JournalMode;
import dev.vane.adapters.sqlite.database.StorageSettings;
import dev.vane.adapters.sqlite.database.Synchronous;
import dev.vane.adapters.sqlite.gazetteer.SqliteGazetteer;
import dev.vane.application.Application;
import dev.vane.application.api.RefreshPolicy;
import dev.vane.application.api.RefreshPolicy.BackgroundPolicy;
import dev.vane.application.api.RefreshPolicy.RetryPolicy;
import dev.vane.application.api.WatchPlaces;
import dev.vane.application.spi.Stores;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * The service in a simulated world, on a clock that runs as fast as the machine allows: the real archive, scores and blends in a
 * database of its own, which is gone at the end. One thread lives the days; it may be closed from another.
 */
final class Demonstration implements AutoCloseable {

    private static final Duration STEP = Duration.ofHours(6);
    private static final int STEPS_A_DAY = 4;

    /** To learn takes the longer the more there is: after so many days it is done less often, which changes little by then. */
    private static final int LEARNING_DAILY = 20;

    /** How often it is done then, in days. */
    static final int LEARNING_EVERY = 5;

    private final Opened parts;
    private final AcceleratedClock clock;
    private final Application application;
    private final Place place;
    private final ReentrantLock living = new ReentrantLock();
    private boolean closed;

    private Demonstration(Opened parts, AcceleratedClock clock, Application application, Place place) {
        this.parts = parts;
        this.clock = clock;
        this.application = application;
        this.place = place;
    }

    /**
     * Opens it and watches a place.
     *
     * @param gazetteer the file of all towns
     * @param start when the first day begins
     * @throws IllegalArgumentException if there is no such place
     * @throws RuntimeException if a part cannot be opened; the message says which and why
     */
    static Demonstration open(Path gazetteer, PlaceId place, Instant start) {
        Opened parts = new Opened();
        try {
            return open(gazetteer, place, new AcceleratedClock(start), parts);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private static Demonstration open(Path gazetteer, PlaceId id, AcceleratedClock clock, Opened parts) {
        SqliteGazetteer towns = parts.add("gazetteer", SqliteGazetteer.open(gazetteer));
        Path directory = temporary(parts);
        SqliteStorage storage = parts.add(
                "database",
                SqliteStorage.open(new StorageSettings(
                        directory,
                        JournalMode.WAL,
                        Synchronous.NORMAL, // nothing of it is to outlive this process
                        StorageSettings.DEFAULT_READERS,
                        StorageSettings.DEFAULT_BUSY_TIMEOUT)));
        Stores stores = new Stores(
                storage.archive(), storage.record(), storage.verification(), storage.watches(), storage.ledger());
        Application.Builder builder = Application.builder(clock, towns, stores, Runnable::run)
                .refresh(new RefreshPolicy(
                        RefreshPolicy.DEFAULT.firstAnswerLimit(),
                        RetryPolicy.standard(),
                        new BackgroundPolicy(BackgroundPolicy.standard().mostWatches(), 0, STEP),
                        RefreshPolicy.DEFAULT.placesInMemory()))
                .events(new MeteredSourceEvents(clock));
        SimulatedWorld.sources(clock).forEach(builder::source);
        Application application = builder.build();
        return switch (application.watchPlaces().watch(id)) {
            case WatchPlaces.Watched watched ->
                new Demonstration(parts, clock, application, watched.watch().place());
            case WatchPlaces.NoSuchPlace _, WatchPlaces.TooMany _ ->
                throw new IllegalArgumentException("there is no place " + id);
        };
    }

    private static Path temporary(Opened parts) {
        try {
            Path directory = Files.createTempDirectory("vane-demo-");
            parts.add("folder of the database", () -> delete(directory));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for the database: " + e.getMessage(), e);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /**
     * Serves the page and the API from now on.
     *
     * @return the port of the page and the API
     */
    int serve(ServerSettings settings) {
        VaneServer server = VaneServer.start(
                settings, new Served(application, StaticModules.ofProgram(), List.of(), Build.read(), clock));
        parts.add("server", server::stop);
        return server.port();
    }

    /** The use cases, on the accelerated clock. */
    Application application() {
        return application;
    }

    /** The place that is watched. */
    Place place() {
        return place;
    }

    /** What time it is there. */
    Instant now() {
        return clock.instant();
    }

    /**
     * Lives some days, as long as it is not closed.
     *
     * @param days how many
     * @param evening is told the number of each day that has passed, from 1
     */
    void live(int days, IntConsumer evening) {
        boolean open = true;
        for (int day = 1; open && day <= days; day++) {
            int number = day;
            open = whileOpen(() -> {
                for (int step = 0; step < STEPS_A_DAY; step++) {
                    clock.advance(STEP);
                    application.keepUpToDate().refreshDue();
                }
                if (number <= LEARNING_DAILY || number % LEARNING_EVERY == 0 || number == days) {
                    application.keepScores().verifyDue();
                }
                evening.accept(number);
            });
        }
    }

    /** Goes on at the usual pace until it is closed. */
    void liveOn() throws InterruptedException {
        clock.letGo();
        boolean open = true;
        while (open) {
            Thread.sleep(Duration.ofSeconds(10));
            open = whileOpen(() -> {
                application.keepUpToDate().refreshDue();
                application.keepScores().verifyDue();
            });
        }
    }

    private boolean whileOpen(Runnable work) {
        living.lock();
        try {
            if (!closed) {
                work.run();
            }
            return !closed;
        } finally {
            living.unlock();
        }
    }

    /** Ends it after the day that is under way, and leaves nothing behind. */
    @Override
    public void close() {
        living.lock();
        try {
            closed = true;
            parts.close();
        } finally {
            living.unlock();
        }
    }
}
