package dev.vane.adapters.sources.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the times of headers (RFC 9110, section 5.6.7), such as {@code Sun, 06 Nov 1994 08:49:37 GMT}; not the two
 * obsolete forms, which no provider sends.
 */
public final class HttpDate {

    private static final DateTimeFormatter FORM = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);

    private HttpDate() {}

    /** The time that a header's value means; empty if it means none. */
    public static Optional<Instant> parse(String value) {
        try {
            return Optional.of(Instant.from(FORM.parse(value.strip())));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
