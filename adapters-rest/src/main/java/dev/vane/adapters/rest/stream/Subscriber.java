package dev.vane.adapters.rest.stream;

import dev.vane.adapters.rest.exchange.Answer;
import dev.vane.application.api.FollowWeather.Following;
import io.helidon.webserver.ServerConnectionException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * One who is subscribed: see {@link Streams}. Its events are written by the thread of its connection alone; everything else
 * may be called by any thread.
 *
 * <p>The id of an event is what the client knows after it, of each place in the order of the request: so a client that comes
 * back with it, to whichever process, gets what it has missed, and nothing twice. Heartbeats have none, and leave it as it is.
 */
final class Subscriber implements Answer.Feed {

    /** Between the places in an id. */
    private static final String SEPARATOR = "~";

    /** How long a client waits before it comes back, in milliseconds. */
    private static final int RETRY = 3000;

    /** The same when the server stops: as long as another takes to start, and not everybody at once. */
    private static final int LATER = 5000;

    /** As much is handed on at a time, and so is all that one who does not read holds. */
    private static final int PIECE = 8192;

    private final Streams streams;
    private final Beginning beginning;
    private final List<Subject> subjects = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private boolean toLook;
    private boolean beat;
    private boolean owed;
    private boolean ending;
    private boolean dropped;
    private Optional<Thread> writing = Optional.empty();
    private long since;

    Subscriber(Streams streams, Beginning beginning) {
        this.streams = streams;
        this.beginning = beginning;
        this.since = streams.now();
    }

    /** Adds a place, before anything is written. */
    void add(Following following) {
        subjects.add(new Subject(following, beginning));
    }

    /** There may be something new. */
    void changed() {
        wake(() -> toLook = true);
    }

    /** It is to end. */
    void end() {
        wake(() -> ending = true);
    }

    private void wake(Runnable change) {
        lock.lock();
        try {
            change.run();
            woken.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Looks after it: wakes it if its heartbeat is due, and breaks it off if it has been writing for too long.
     *
     * @return whether it was broken off
     */
    boolean look(long now, Duration heartbeat, Duration patience) {
        lock.lock();
        try {
            long passed = now - since;
            if (writing.isEmpty()) {
                if (passed >= heartbeat.toNanos()) {
                    beat = true;
                    woken.signal();
                }
                return false;
            }
            if (passed < patience.toNanos() || dropped) {
                return false;
            }
            dropped = true;
            writing.get().interrupt();
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        beginning.lastId().ifPresent(this::resume);
        write(out, text("retry: " + RETRY + "\n\n"));
        tellNews(out);
        while (sleep()) {
            tellNews(out);
            if (owed) {
                write(out, text("event: heartbeat\ndata: {}\n\n"));
            }
        }
        write(out, text("retry: " + (LATER + ThreadLocalRandom.current().nextInt(LATER)) + "\n\n"));
    }

    private void resume(String id) {
        String[] states = id.split(SEPARATOR, -1);
        if (states.length == subjects.size()) {
            for (int i = 0; i < states.length; i++) {
                subjects.get(i).resume(states[i]);
            }
        }
    }

    /**
     * Sleeps until there may be something to tell.
     *
     * @return whether it goes on
     */
    private boolean sleep() throws IOException {
        lock.lock();
        try {
            while (!toLook && !beat && !ending) {
                woken.await();
            }
            owed = beat;
            beat = false;
            toLook = false;
            return !ending;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the connection is to end at once");
        } finally {
            lock.unlock();
        }
    }

    private void tellNews(OutputStream out) throws IOException {
        for (Subject subject : subjects) {
            subject.look(telling -> tell(out, telling));
        }
    }

    private void tell(OutputStream out, Subject.Telling telling) throws IOException {
        owed = false; // an event shows as well as a heartbeat that the connection stands
        String id = subjects.stream().map(Subject::state).collect(Collectors.joining(SEPARATOR));
        write(out, text("event: " + telling.event() + "\nid: " + id + "\ndata: "), telling.data(), text("\n\n"));
    }

    private void write(OutputStream out, byte[]... parts) throws IOException {
        lock.lock();
        try {
            writing = Optional.of(Thread.currentThread());
            since = streams.now();
        } finally {
            lock.unlock();
        }
        try {
            for (byte[] part : parts) {
                for (int at = 0; at < part.length; at += PIECE) {
                    out.write(part, at, Math.min(PIECE, part.length - at));
                }
            }
            out.flush();
        } catch (UncheckedIOException | ServerConnectionException e) { // Helidon has both
            throw new IOException("the client has left, or does not read", e);
        } finally {
            written();
        }
    }

    private void written() {
        lock.lock();
        try {
            writing = Optional.empty();
            since = streams.now();
        } finally {
            lock.unlock();
        }
    }

    private static byte[] text(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        streams.leave(this);
        subjects.forEach(Subject::close);
    }
}
