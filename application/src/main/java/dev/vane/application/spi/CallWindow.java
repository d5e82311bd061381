package dev.vane.application.spi;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The windows in which providers count calls: they begin on the whole second, minute, hour, day and month of UTC. */
public enum CallWindow {
    /** A second. */
    SECOND(ChronoUnit.SECONDS),
    /** A minute. */
    MINUTE(ChronoUnit.MINUTES),
    /** An hour. */
    HOUR(ChronoUnit.HOURS),
    /** A day. */
    DAY(ChronoUnit.DAYS),
    /** A month of the calendar. */
    MONTH(ChronoUnit.MONTHS);

    private final ChronoUnit unit;

    CallWindow(ChronoUnit unit) {
        this.unit = unit;
    }

    /** Its name in tables, settings and documents. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** When the window began that a time is in. */
    public Instant start(Instant time) {
        return this == MONTH
                ? utc(time).truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).toInstant()
                : time.truncatedTo(unit);
    }

    /** When the window ends that a time is in, and the next begins. */
    public Instant end(Instant time) {
        return utc(start(time)).plus(1, unit).toInstant();
    }

    private static ZonedDateTime utc(Instant time) {
        return time.atZone(ZoneOffset.UTC);
    }
}
