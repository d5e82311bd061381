package dev.vane.adapters.sources.station;

import dev.vane.domain.place.PlaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;

/**
 * Remembers until when the observations at places have been heard, so that an ask brings those since then: a day of them the
 * first time, after that three hours at least, as late ones and corrections come. Holds a bounded number of places; one that
 * was forgotten, or was there before a restart, is asked about as if for the first time, which brings nothing twice into a
 * record. Safe for use by several threads.
 */
public final class HeardUntil {

    /** How far back the first ask of a place looks. */
    public static final Duration FIRST = Duration.ofDays(1);

    /** How far back an ask looks at least, and after how long a station counts as silent. */
    public static final Duration LEAST = Duration.ofHours(3);

    private static final int LIMIT = 5000;

    private final LinkedHashMap<PlaceId, Instant> places = new LinkedHashMap<>(16, 0.75f, true);

    private final Duration first;

    /** Starts with nothing heard. */
    public HeardUntil() {
        this(FIRST);
    }

    /**
     * Starts with nothing heard.
     *
     * @param first how far back the first ask of a place looks, at least {@link #LEAST}
     */
    public HeardUntil(Duration first) {
        if (first.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("first look back is " + first + ", below " + LEAST);
        }
        this.first = first;
    }

    /** The time from which observations at a place are wanted. */
    public synchronized Instant since(PlaceId place, Instant now) {
        Instant earliest = now.minus(first);
        Instant latest = now.minus(LEAST);
        Instant heard = places.getOrDefault(place, earliest);
        if (heard.isBefore(earliest)) {
            return earliest;
        }
        return heard.isAfter(latest) ? latest : heard;
    }

    /** Remembers the time of the latest observation at a place. */
    public synchronized void heard(PlaceId place, Instant latest) {
        places.merge(place, latest, (before, after) -> after.isAfter(before) ? after : before);
        if (places.size() > LIMIT) {
            places.pollFirstEntry();
        }
    }
}
