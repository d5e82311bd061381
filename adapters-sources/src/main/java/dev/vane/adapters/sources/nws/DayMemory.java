package dev.vane.adapters.sources.nws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * Remembers what hardly ever changes: for a day as fresh, and then until something newer comes. Holds a bounded number of
 * entries, the most recently used ones. Safe for use by several threads.
 *
 * @param <V> what is remembered
 */
final class DayMemory<V> {

    private static final Duration FRESH = Duration.ofDays(1);

    /**
     * An entry.
     *
     * @param value what is remembered
     * @param left how long it is still fresh; not positive if it is not
     */
    record Remembered<V>(V value, Duration left) {

        boolean fresh() {
            return left.isPositive();
        }
    }

    private record Entry<V>(V value, Instant since) {}

    private final int limit;
    private final Clock clock;
    private final LinkedHashMap<String, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);

    /** Starts empty; holds at most {@code limit} entries. */
    DayMemory(int limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** What is remembered of a key. */
    synchronized Optional<Remembered<V>> get(String key) {
        return Optional.ofNullable(entries.get(key))
                .map(entry -> new Remembered<>(
                        entry.value(),
                        Duration.between(clock.instant(), entry.since().plus(FRESH))));
    }

    /** Remembers a value from now on. */
    synchronized void put(String key, V value) {
        entries.put(key, new Entry<>(value, clock.instant()));
        if (entries.size() > limit) {
            entries.pollFirstEntry();
        }
    }

    /** Forgets a key. */
    synchronized void forget(String key) {
        entries.remove(key);
    }
}
