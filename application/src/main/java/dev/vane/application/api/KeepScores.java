package dev.vane.application.api;

import java.time.Instant;

/** Compares what was forecast with what then was true. For one thread at a time. */
public interface KeepScores {

    /**
     * Verifies every hour that waits, and learns from what came of it. May take a while after a long time without.
     *
     * @return when to do so again at the latest
     */
    Instant verifyDue();
}
