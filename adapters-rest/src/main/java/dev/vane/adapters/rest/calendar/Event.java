package dev.vane.adapters.rest.calendar;

import java.time.Instant;
import java.util.Optional;

/**
 * Something in a calendar.
 *
 * @param uid what it is known by, the same in each refresh
 * @param begin when it begins
 * @param end when it ends, after its beginning; empty if nobody says
 * @param summary what it is, in a line
 * @param description more about it; may have several lines
 * @param kind what kind it is
 */
record Event(String uid, Instant begin, Optional<Instant> end, String summary, String description, Kind kind) {

    /** What a calendar can hold. */
    enum Kind {
        /** A night with frost. */
        FROST("frost", "TENTATIVE"),
        /** A time in which it rains or snows. */
        RAIN("rain", "TENTATIVE"),
        /** An official warning, which somebody has decided on. */
        ALERTS("alerts", "CONFIRMED");

        private final String key;
        private final String status;

        Kind(String key, String status) {
            this.key = key;
            this.status = status;
        }

        /** Its name in a query. */
        String key() {
            return key;
        }

        /** How sure it is, in iCalendar's terms. */
        String status() {
            return status;
        }
    }
}
