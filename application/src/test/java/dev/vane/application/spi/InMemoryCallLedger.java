package dev.vane.application.spi;

import dev.vane.domain.weather.SourceId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A ledger that forgets everything when it is dropped: the fake for tests of use cases. */
public final class InMemoryCallLedger implements CallLedger {

    private record Key(SourceId account, CallWindow window) {}

    private final Map<Key, Count> counts = new HashMap<>();
    private final Map<SourceId, Instant> pauses = new HashMap<>();

    /** Makes an empty ledger. */
    public InMemoryCallLedger() {}

    @Override
    public synchronized void add(SourceId account, int calls, Instant at) {
        if (calls < 1) {
            throw new IllegalArgumentException("calls of " + account + " are " + calls + ", below 1");
        }
        for (CallWindow window : CallWindow.values()) {
            Instant start = window.start(at);
            counts.merge(
                    new Key(account, window),
                    new Count(account, window, start, calls),
                    (before, now) -> new Count(
                            account, window, start, calls + (start.isAfter(before.start()) ? 0 : before.calls())));
        }
    }

    @Override
    public synchronized List<Count> counts() {
        return List.copyOf(counts.values());
    }

    @Override
    public synchronized void pause(SourceId account, Instant until) {
        pauses.put(account, until);
    }

    @Override
    public synchronized Map<SourceId, Instant> pauses() {
        return Map.copyOf(pauses);
    }
}
