package dev.vane.application.api;

import java.time.Instant;

/** Refreshes places that are watched or followed in the background. Whoever has a clock that runs calls it, from one thread. */
public interface KeepUpToDate {

    /**
     * Starts to ask every source that is due for one of them, and returns at once.
     *
     * @return when to call it again at the latest; after now
     */
    Instant refreshDue();
}
