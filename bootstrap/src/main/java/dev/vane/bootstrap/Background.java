package dev.vane.bootstrap;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Does something again and again when it is due, on one virtual thread, until it is closed. */
final class Background implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Background.class.getName());

    /** How long to rest after a failure, which is one of the database as a rule. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(15);

    private static final Duration SHORTEST = Duration.ofMillis(200);

    private final String name;
    private final Supplier<Instant> work;
    private final Clock clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    private Background(String name, Supplier<Instant> work, Clock clock) {
        this.name = name;
        this.work = work;
        this.clock = clock;
        thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    /**
     * Starts to work.
     *
     * @param name what is done, for the log
     * @param work does it, and says when it is due again
     */
    static Background start(String name, Supplier<Instant> work, Clock clock) {
        Background background = new Background(name, work, clock);
        background.thread.start();
        return background;
    }

    private void run() {
        boolean closed = false;
        while (!closed) {
            Duration rest = workOnce();
            try {
                closed = closing.await(Math.max(SHORTEST.toMillis(), rest.toMillis()), TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopped) {
                closed = true;
            }
        }
    }

    private Duration workOnce() {
        try {
            Instant next = work.get();
            return Duration.between(clock.instant(), next);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "failed: " + name, e);
            return AFTER_FAILURE;
        }
    }

    /** Stops, after what it is just starting. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(AFTER_FAILURE);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
