package dev.vane.application.spi;

import dev.vane.domain.weather.SourceId;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * What is always true of a source.
 *
 * @param id its name in URLs, tables and metrics
 * @param name its name for people
 * @param attribution the credit that its terms ask to show beside the data
 * @param link where the credit leads
 * @param rhythm how often it is asked, and how often it has something new to say
 * @param simulated whether it makes its data up
 */
public record SourceInfo(SourceId id, String name, String attribution, URI link, Rhythm rhythm, boolean simulated) {

    /** Checks that nothing is missing. */
    public SourceInfo {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(attribution, "attribution");
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(rhythm, "rhythm");
    }

    /** How long an answer stays fresh. */
    public Duration refreshInterval() {
        return rhythm.refreshInterval();
    }

    /**
     * The rhythm of a source.
     *
     * @param refreshInterval how long an answer stays fresh, positive
     * @param updateInterval how long it may take as a rule until the provider issues a new run, positive; a source that
     *     repeats a run for more than twice as long is left out
     */
    public record Rhythm(Duration refreshInterval, Duration updateInterval) {

        /** Checks that both are positive. */
        public Rhythm {
            requirePositive("refresh interval", refreshInterval);
            requirePositive("update interval", updateInterval);
        }

        private static void requirePositive(String name, Duration value) {
            if (!value.isPositive()) {
                throw new IllegalArgumentException(name + " of a source is " + value + ", not positive");
            }
        }
    }
}
