package dev.vane.application.station;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Lets so much happen in a time, and all of that at once. Safe for use by several threads.
 *
 * <p>It remembers one time: when the bucket is full again. A clock that is set back makes nobody wait for longer than a
 * full bucket takes.
 */
final class TokenBucket {

    private final Clock clock;
    private final Duration each;
    private final Duration full;
    private Instant fullAt = Instant.MIN;

    /**
     * Makes a full bucket.
     *
     * @param tokens how many there are in it, positive
     * @param time in which so many come back, positive
     */
    TokenBucket(Clock clock, int tokens, Duration time) {
        this.clock = clock;
        this.each = time.dividedBy(tokens);
        this.full = each.multipliedBy(tokens);
    }

    /** Takes a token, or says how long to wait for the next one: a positive time. */
    synchronized Optional<Duration> take() {
        Instant now = clock.instant();
        Instant latest = now.plus(full);
        Instant from = fullAt.isBefore(now) || fullAt.isAfter(latest) ? now : fullAt;
        Instant then = from.plus(each);
        if (then.isAfter(latest)) {
            return Optional.of(Duration.between(latest, then));
        }
        fullAt = then;
        return Optional.empty();
    }
}
