package dev.vane.adapters.sqlite.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/** Marks hours that wait to be verified, in the transaction that keeps what they wait for. */
final class HoursDue {

    /** An hour that waits already is replaced, and so gets a new mark. */
    private static final String MARK =
            "INSERT OR REPLACE INTO hour_due (place, hour) SELECT place, ? FROM watch WHERE place = ?";

    private HoursDue() {}

    /**
     * Checks that times are full hours.
     *
     * @throws IllegalArgumentException if one is not
     */
    static void requireFull(Collection<Instant> hours) {
        for (Instant hour : hours) {
            if (hour.getNano() != 0
                    || hour.getEpochSecond() % Duration.ofHours(1).toSeconds() != 0) {
                throw new IllegalArgumentException(hour + " is not a full hour");
            }
        }
    }

    /** Marks hours of a place, if it is watched. */
    static void mark(Connection connection, long place, Collection<Instant> hours) throws SQLException {
        if (hours.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(MARK)) {
            for (Instant hour : hours) {
                insert.setLong(1, Times.millis(hour));
                insert.setLong(2, place);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
