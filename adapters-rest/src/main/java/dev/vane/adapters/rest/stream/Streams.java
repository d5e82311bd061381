package dev.vane.adapters.rest.stream;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Gauge;
import io.helidon.metrics.api.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * All who are subscribed to events. Safe for use by several threads.
 *
 * <p>A subscriber is the virtual thread of its connection, which sleeps until somebody has something for it: a change of a
 * place, a heartbeat that is due, the end. It has no queue: what it is told is that there is something to look at, and it
 * looks when it can write, so that whoever reads slowly misses what came in between, and costs no more for it. What is
 * looked at are documents that all share.
 *
 * <p>One thread looks after all of them, as long as there are any: it sees whose heartbeat is due, and who has been writing
 * for so long that the client cannot be reading; that one's thread is interrupted, which closes its socket, since Java knows
 * no limit for a write.
 */
public final class Streams {

    private static final Duration LOOK = Duration.ofSeconds(1);

    /** How long a write may take once the server stops. */
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final Limits limits;
    private final LongSupplier nanoTime;
    private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger number = new AtomicInteger();
    private final Counter dropped;
    private volatile boolean looking;
    private volatile boolean ending;

    /**
     * What subscribers may cost.
     *
     * @param most how many there may be, positive
     * @param heartbeat after how long without an event each gets a heartbeat, positive
     * @param patience how long a write to one may take, positive
     */
    public record Limits(int most, Duration heartbeat, Duration patience) {}

    /**
     * Has none yet.
     *
     * @param limits what they may cost
     * @param nanoTime the running time in nanoseconds
     * @param registry is told how many there are, and how many were dropped
     */
    public Streams(Limits limits, LongSupplier nanoTime, MeterRegistry registry) {
        this.limits = limits;
        this.nanoTime = nanoTime;
        Gauge.Builder<?> gauge = Gauge.builder("vane.stream.subscribers", number, AtomicInteger::doubleValue)
                .description("Who is subscribed to events now");
        registry.remove("vane.stream.subscribers", List.of()); // of an earlier server in this process
        registry.getOrCreate(gauge);
        this.dropped = registry.getOrCreate(Counter.builder("vane.stream.dropped")
                .description("Subscribers whose connection was closed because they did not read"));
    }

    /** Lets everybody end, at once and for good: the server is about to stop. */
    public void end() {
        ending = true;
        subscribers.forEach(Subscriber::end);
    }

    boolean ending() {
        return ending;
    }

    int most() {
        return limits.most();
    }

    long now() {
        return nanoTime.getAsLong();
    }

    /** Takes one more, if there is room; it has to {@link #leave} again. */
    Optional<Subscriber> join(Beginning beginning) {
        if (number.incrementAndGet() > limits.most()) {
            number.decrementAndGet();
            return Optional.empty();
        }
        Subscriber subscriber = new Subscriber(this, beginning);
        subscribers.add(subscriber);
        if (ending) {
            subscriber.end();
        }
        lookAfter();
        return Optional.of(subscriber);
    }

    void leave(Subscriber subscriber) {
        if (subscribers.remove(subscriber)) {
            number.decrementAndGet();
        }
    }

    private synchronized void lookAfter() {
        if (!looking) {
            looking = true;
            Thread.ofVirtual().name("looking after streams").start(this::look);
        }
    }

    private void look() {
        try {
            while (someAreLeft()) {
                Thread.sleep(shortest(LOOK, limits.heartbeat().dividedBy(4)));
                long now = now();
                Duration patience = ending ? shortest(FAREWELL, limits.patience()) : limits.patience();
                for (Subscriber subscriber : subscribers) {
                    if (subscriber.look(now, limits.heartbeat(), patience)) {
                        dropped.increment();
                    }
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    private synchronized boolean someAreLeft() {
        looking = !subscribers.isEmpty();
        return looking;
    }

    private static Duration shortest(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
