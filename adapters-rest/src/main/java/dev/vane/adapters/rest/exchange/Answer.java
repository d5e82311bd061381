package dev.vane.adapters.rest.exchange;

import io.helidon.http.Header;
import io.helidon.http.Status;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
     * @param headers headers of a format's own; they come in place of those that stand on every answer
     */
    record Document(
            Representation representation, Instant lastModified, Caching caching, String vary, List<Header> headers)
            implements Answer {

        /** Copies the list. */
        public Document {
            headers = List.copyOf(headers);
        }

        /** A document without headers of its own. */
        public Document(Representation representation, Instant lastModified, Caching caching, String vary) {
            this(representation, lastModified, caching, vary, List.of());
        }

        /** The same with headers of its own. */
        public Document with(List<Header> own) {
            return new Document(representation, lastModified, caching, vary, own);
        }
    }

    /**
     * A document of any length, sent while it is made. It has no entity tag, because that would stand before the content,
     * and no length.
     *
     * @param contentType its media type
     * @param content makes it
     * @param caching how long it may be kept
     * @param vary the request headers that chose it, besides Accept-Encoding; may be empty
     */
    record Stream(String contentType, Content content, Caching caching, String vary) implements Answer {}

    /** Makes the content of a {@link Stream}. */
    @FunctionalInterface
    interface Content {

        /**
         * Writes all of it. What this throws breaks the answer off, in a way that the client can tell from its end; it has to
         * let pass what writing throws, because then nobody is there to read on.
         *
         * @param out where to; buffered, and not to be closed
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Events, sent as they happen: as they are, with nothing in between that gathers them, and not to be kept. The connection
     * ends with them.
     *
     * @param contentType its media type
     * @param feed what sends them
     */
    record Events(String contentType, Feed feed) implements Answer {}

    /** What sends {@link Events}. It is closed in any case, also if it is never asked to send. */
    interface Feed extends AutoCloseable {

        /**
         * Sends until there is nothing more to say; may take as long as it likes.
         *
         * @param out where to; to be flushed
         * @throws IOException if the client has left, or is to be left
         */
        void writeTo(OutputStream out) throws IOException;

        @Override
        void close();
    }

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
     * What a foreign protocol says: a few words, which are not kept.
     *
     * @param status the HTTP status
     * @param header the header that belongs to the status, if one does
     * @param text the words
     */
    record Words(Status status, Optional<Header> header, String text) implements Answer {}

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
