package dev.vane.application.spi;

import java.util.Optional;

/** Counts the calls that a source makes of its provider, before they are made. Safe for use by several threads. */
@FunctionalInterface
public interface CallMeter {

    /** Counts nothing and refuses nothing: for tests, and for what calls nobody. */
    CallMeter UNLIMITED = weight -> Optional.empty();

    /**
     * Asks for leave to make one call now. What is granted is counted for good before this returns, whether the call
     * is then made or not.
     *
     * @param weight how many calls it is for the provider, at least 1
     * @return empty if the call may be made; else why not, to be returned in place of what the call would have brought
     */
    Optional<SourceReply.Failed> take(int weight);
}
