package dev.vane.adapters.sources.nws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * Remembers what hardly ever changes: for a day as fresh, and then until something newer comes. Holds a bounded number of
 * entries, the most recently used ones, and has those that were dropped, or were there before a restart, from its notes.
 * Safe for use by several threads.
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
    private final Notes<V> notes;
    private final LinkedHashMap<String, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);

    /** Starts empty; holds at most {@code limit} entries. */
    DayMemory(int limit, Clock clock, Notes<V> notes) {
        this.limit = limit;
        this.clock = clock;
        this.notes = notes;
    }

    /** What is remembered of a key. */
    Optional<Remembered<V>> get(String key) {
        return entry(key)
                .or(() -> noted(key))
                .map(entry -> new Remembered<>(
                        entry.value(),
                        Duration.between(clock.instant(), entry.since().plus(FRESH))));
    }

    private synchronized Optional<Entry<V>> entry(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    private Optional<Entry<V>> noted(String key) {
        Optional<Entry<V>> found = notes.find(key).map(noted -> new Entry<>(noted.value(), noted.since()));
        found.ifPresent(entry -> remember(key, entry));
        return found;
    }

    /** Remembers a value from now on. */
    void put(String key, V value) {
        Instant now = clock.instant();
        remember(key, new Entry<>(value, now));
        notes.keep(key, new Notes.Noted<>(value, now));
    }

    private synchronized void remember(String key, Entry<V> entry) {
        entries.put(key, entry);
        if (entries.size() > limit) {
            entries.pollFirstEntry();
        }
    }

    /** Forgets that a value is fresh, here and in the notes; it is asked for again before it is used. */
    void forget(String key) {
        drop(key);
        notes.drop(key);
    }

    private synchronized void drop(String key) {
        entries.remove(key);
    }
}
