package dev.vane.adapters.sources.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reads the header {@code Retry-After} (RFC 9110, section 10.2.3). */
final class RetryAfter {

    /** A provider that asks for more than a day is asked again after a day. */
    static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /**
     * The time from now on that a header's value means.
     *
     * @param value seconds, or an HTTP date; anything else is as if there were no header
     * @return from 0 to {@link #LONGEST}
     */
    static Optional<Duration> parse(String value, Instant now) {
        String trimmed = value.strip();
        if (trimmed.matches("[0-9]{1,18}")) {
            return Optional.of(bounded(Duration.ofSeconds(Long.parseLong(trimmed))));
        }
        return HttpDate.parse(trimmed).map(date -> bounded(Duration.between(now, date)));
    }

    private static Duration bounded(Duration time) {
        if (time.isNegative()) {
            return Duration.ZERO;
        }
        return time.compareTo(LONGEST) > 0 ? LONGEST : time;
    }
}
