package dev.vane.domain.astronomy;

import java.time.Instant;
import java.util.Optional;

/**
 * How the sun or the moon moves relative to a height, such as the horizon, during one local day. There is a time only
 * for what happens: near the poles a body may stay above or below for the whole day, and on some days it rises without
 * setting.
 */
public sealed interface Course {

    /** It stays above for the whole day; of the sun and the horizon: polar day. */
    record AlwaysAbove() implements Course {}

    /** It stays below for the whole day; of the sun and the horizon: polar night. */
    record AlwaysBelow() implements Course {}

    /**
     * It comes up, goes down, or both, in either order.
     *
     * @param rise when it first comes up in the day; empty if it does not
     * @param set when it goes down after that; if it does not in this day, when it went down before; empty if it does
     *     neither
     */
    record Crosses(Optional<Instant> rise, Optional<Instant> set) implements Course {
        /** Checks that there is a crossing. */
        public Crosses {
            if (rise.isEmpty() && set.isEmpty()) {
                throw new IllegalArgumentException("a course without rise and set is always above or always below");
            }
        }
    }
}
