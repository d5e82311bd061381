package dev.vane.application.api;

import dev.vane.application.spi.SourceInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells which sources there are, and how they do. Safe for use by several threads. */
public interface InspectSources {

    /** Every source in the order of preference, those that are off last. */
    List<SourceState> sources();

    /**
     * One source's state in general.
     *
     * @param source who
     * @param off why it is not used, in plain words; empty if it is used
     * @param lastSuccess when it last answered for any place since the start; empty if it has not
     * @param lastProblem why its latest call failed; empty if it did not fail
     */
    record SourceState(
            SourceInfo source, Optional<String> off, Optional<Instant> lastSuccess, Optional<String> lastProblem) {}
}
