package dev.vane.adapters.rest.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a resource answers to a call. */
public sealed interface Answer {

    /**
     * A document.
     *
     * @param representation its bytes
     * @param lastModified since when it reads like this
     * @param caching how long it may be kept
     * @param vary the request headers that chose the representation, besides Accept-Encoding; may be empty
     */
    record Document(Representation representation, Instant lastModified, Caching caching, String vary)
            implements Answer {}

    /**
     * What a change has made of the resource.
     *
     * @param representation its bytes now
     * @param madeAt where it is if the change made it, as a relative reference; empty if it was there before
     */
    record Changed(Representation representation, Optional<String> madeAt) implements Answer {}

    /** The change is made, and there is nothing to show of it. */
    record Gone() implements Answer {}

    /**
     * A redirection.
     *
     * @param location a relative reference, so that a prefix that a proxy strips from the path is kept
     */
    record Redirection(String location) implements Answer {}

    /**
     * How long an answer may be kept.
     *
     * @param directives the value of Cache-Control
     */
    record Caching(String directives) {

        /** It may be kept, but is to be revalidated before each use. */
        public static final Caching REVALIDATED = new Caching("no-cache");

        /** It never changes, because its name changes with its content. */
        public static final Caching IMMUTABLE = new Caching("public, max-age=31536000, immutable");

        /** It may be used for a while, rounded down to seconds, at least one second. */
        public static Caching until(Duration fresh) {
            return new Caching("max-age=" + Math.max(1, fresh.toSeconds()));
        }
    }
}
