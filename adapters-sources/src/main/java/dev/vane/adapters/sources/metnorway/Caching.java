package dev.vane.adapters.sources.metnorway;

import dev.vane.adapters.sources.http.HttpDate;
import dev.vane.adapters.sources.http.HttpExchange;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The headers by which MET Norway says when to ask again and for what (RFC 9111, section 5.3; RFC 9110, 8.8.2, 13.1.3). */
final class Caching {

    /** It says half an hour as a rule; what is farther off is a mistake of a clock. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final Pattern SENDABLE = Pattern.compile("[\\x20-\\x7e]{1,64}");

    private Caching() {}

    /** When an answer expires; empty if it does not say, or says what cannot be meant: the past, or more than a day. */
    static Optional<Instant> expires(HttpExchange exchange, Instant now) {
        return exchange.header("Expires")
                .flatMap(HttpDate::parse)
                .filter(now::isBefore)
                .filter(time -> !time.isAfter(now.plus(LONGEST)));
    }

    /** When the data last changed, byte for byte as it was said; empty if it was not, or cannot be sent back. */
    static Optional<String> lastModified(HttpExchange exchange) {
        return exchange.header("Last-Modified")
                .filter(value -> SENDABLE.matcher(value).matches());
    }

    /** The headers that ask only for what is newer than a remembered answer. */
    static Map<String, String> newerThan(Optional<RememberedAnswer> last) {
        return last.map(answer -> Map.of("If-Modified-Since", answer.lastModified()))
                .orElse(Map.of());
    }
}
