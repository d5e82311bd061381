package dev.vane.application.spi;

import dev.vane.domain.weather.SourceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Remembers, across restarts and crashes, how many calls were made of each provider, and which provider asked to be left
 * alone. Safe for use by several threads.
 */
public interface CallLedger {

    /**
     * Adds calls to the counts of every window that the time is in, for good: returns once they are on disk. A window that
     * has begun since the last call starts at zero. A time that lies before the window counted last is added to that
     * window's count, which from then on begins at the earlier time: a clock that is set back forgets nothing.
     *
     * @param calls how many, at least 1
     */
    void add(SourceId account, int calls, Instant at);

    /** What was counted last, of every account and window. */
    List<Count> counts();

    /** Remembers for good that a provider is not to be called before a time; one in the past lifts an earlier one. */
    void pause(SourceId account, Instant until);

    /** Until when providers are not to be called, as said last; some times may be past. */
    Map<SourceId, Instant> pauses();

    /**
     * A count.
     *
     * @param account whose quota
     * @param window its kind
     * @param start when the window began
     * @param calls how many calls were made in it
     */
    record Count(SourceId account, CallWindow window, Instant start, long calls) {}
}
