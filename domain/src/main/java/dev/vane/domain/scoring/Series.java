package dev.vane.domain.scoring;

import java.util.Objects;

/**
 * Pairs at a place that may be compared with each other: by the same truth, of the same variable, over intervals of the
 * same length.
 *
 * @param truth what forecasts are compared with
 * @param variable what is forecast
 * @param hours the length of the interval, 1 to 24; 0 for a variable of an instant
 */
public record Series(TruthKind truth, ScoredVariable variable, int hours) implements Comparable<Series> {

    /** Checks that an interval has a length and an instant has none. */
    public Series {
        Objects.requireNonNull(truth, "truth");
        boolean ofInterval = variable.variable().ofInterval();
        if (hours < 0 || hours > 24 || ofInterval != (hours > 0)) {
            throw new IllegalArgumentException(variable + " over " + hours + " h");
        }
    }

    @Override
    public int compareTo(Series other) {
        int byTruth = truth.compareTo(other.truth);
        int byVariable = byTruth == 0 ? variable.compareTo(other.variable) : byTruth;
        return byVariable == 0 ? Integer.compare(hours, other.hours) : byVariable;
    }
}
