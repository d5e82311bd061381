package dev.vane.bootstrap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still but where it is moved, until it is let go. One thread moves it, any may read it. */
final class AcceleratedClock extends Clock {

    private volatile Clock current;

    /** Starts at a time. */
    AcceleratedClock(Instant start) {
        current = Clock.fixed(start, ZoneOffset.UTC);
    }

    /** Moves it on. */
    void advance(Duration time) {
        current = Clock.fixed(instant().plus(time), ZoneOffset.UTC);
    }

    /** Has it run from where it is, as fast as any clock. */
    void letGo() {
        Clock system = Clock.systemUTC();
        current = Clock.offset(system, Duration.between(system.instant(), instant()));
    }

    @Override
    public Instant instant() {
        return current.instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** This one: nobody here asks a clock for local times. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
