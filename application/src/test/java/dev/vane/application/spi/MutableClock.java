package dev.vane.application.spi;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is told to advance. Safe for use by several threads. */
public final class MutableClock extends Clock {

    private volatile Instant now;

    /** Stands at a time. */
    public MutableClock(Instant now) {
        this.now = now;
    }

    /** Stands at another time. */
    public synchronized void set(Instant time) {
        now = time;
    }

    /** Goes on, or back by a negative time. */
    public synchronized void advance(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("nobody needs it in a zone");
    }
}
