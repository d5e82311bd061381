package dev.vane.adapters.sqlite.archive;

import dev.vane.adapters.sqlite.database.StorageException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Times and periods as they are kept: whole milliseconds, what is finer is cut off. */
public final class Times {

    /** Far beyond any weather, and far enough from the limits of 64 bits that differences cannot overflow. */
    private static final long LIMIT = 1L << 53;

    private Times() {}

    /**
     * The milliseconds of a time since 1970-01-01T00:00:00Z.
     *
     * @throws StorageException if it is more than some 285,000 years away
     */
    public static long millis(Instant time) {
        if (beyond(time)) {
            throw new StorageException("the time " + time + " is too far away to be kept");
        }
        return time.toEpochMilli();
    }

    /** The milliseconds of a time to compare with; of one that is too far away to be kept, the farthest. */
    public static long nearestMillis(Instant time) {
        long seconds = Math.clamp(time.getEpochSecond(), -LIMIT / 1000, LIMIT / 1000);
        return seconds == time.getEpochSecond() ? time.toEpochMilli() : seconds * 1000;
    }

    /**
     * The milliseconds of a period.
     *
     * @throws StorageException if it is longer than some 285,000 years
     */
    static long millis(Duration period) {
        if (period.toSeconds() > LIMIT / 1000) {
            throw new StorageException("the period " + period + " is too long to be kept");
        }
        return period.toMillis();
    }

    /** The last whole millisecond that is not after a time; the limit of what is kept if the time is beyond it. */
    public static long lastNotAfter(Instant time) {
        return beyond(time) ? limit(time) : time.toEpochMilli();
    }

    /** The first whole millisecond that is not before a time; the limit of what is kept if the time is beyond it. */
    public static long firstNotBefore(Instant time) {
        if (beyond(time)) {
            return limit(time);
        }
        long millis = time.toEpochMilli();
        return Instant.ofEpochMilli(millis).equals(time) ? millis : millis + 1;
    }

    private static boolean beyond(Instant time) {
        return Math.abs(time.getEpochSecond()) > LIMIT / 1000;
    }

    private static long limit(Instant time) {
        return time.getEpochSecond() < 0 ? -LIMIT - 1000 : LIMIT + 1000;
    }

    /** The time of some milliseconds since 1970-01-01T00:00:00Z. */
    public static Instant time(long millis) {
        return Instant.ofEpochMilli(millis);
    }

    /** Sets a parameter to the milliseconds of a time, or to NULL. */
    static void set(PreparedStatement statement, int parameter, Optional<Instant> time) throws SQLException {
        if (time.isPresent()) {
            statement.setLong(parameter, millis(time.get()));
        } else {
            statement.setNull(parameter, Types.INTEGER);
        }
    }

    /** The time in a column, or empty if that is NULL. */
    static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(time(millis));
    }
}
