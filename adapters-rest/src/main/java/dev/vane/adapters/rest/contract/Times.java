package dev.vane.adapters.rest.contract;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as the API writes them. */
public final class Times {

    private Times() {}

    /** RFC 3339 in UTC, to the second. */
    public static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
