package dev.vane.adapters.rest;

import java.time.Instant;
import java.util.Objects;

/**
 * What the program is.
 *
 * @param name its name
 * @param version its version
 * @param builtAt when it was built; also since when the gazetteer and the page read as they do
 */
public record BuildInfo(String name, String version, Instant builtAt) {

    /** Checks that nothing is missing. */
    public BuildInfo {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(builtAt, "builtAt");
    }
}
