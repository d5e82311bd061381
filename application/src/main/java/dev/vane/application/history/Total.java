package dev.vane.application.history;

import dev.vane.application.api.ReadHistory.Aggregate;
import dev.vane.domain.derived.WindVector;
import dev.vane.domain.units.Dimension;
import dev.vane.domain.weather.Variable;

/**
 * What the values of one variable in a step come to.
 *
 * <p>Of a variable of an interval, the sum and the count are of intervals that do not overlap: an interval counts if it
 * begins at or after the end of the last one that counted, in whatever step that was; so what is said twice, as the last
 * hour's precipitation every ten minutes, is counted once. Mean, least and greatest are of all values.
 */
final class Total {

    private static final long NEVER = Long.MIN_VALUE;

    private final boolean ofInterval;
    private final boolean direction;
    private int values;
    private double sum;
    private double least;
    private double greatest;
    private double east;
    private double north;
    private int apart;
    private double sumApart;
    private long endOfLast = NEVER;

    Total(Variable variable) {
        this.ofInterval = variable.ofInterval();
        this.direction = variable.dimension() == Dimension.DIRECTION;
        clear();
    }

    /**
     * Adds a value.
     *
     * @param time the valid time, ms
     * @param period how far back the interval reaches, ms
     */
    void add(double value, long time, long period) {
        values++;
        if (direction) {
            double angle = Math.toRadians(value);
            east -= Math.sin(angle);
            north -= Math.cos(angle);
            return;
        }
        sum += value;
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
        if (ofInterval && time - period >= endOfLast) {
            apart++;
            sumApart += value;
            endOfLast = time;
        }
    }

    /** What the values come to; NaN if that means nothing. */
    double value(Aggregate aggregate) {
        return switch (aggregate) {
            case COUNT -> ofInterval ? apart : values;
            case MEAN -> direction ? meanDirection() : sum / values;
            case MIN -> direction || values == 0 ? Double.NaN : least;
            case MAX -> direction || values == 0 ? Double.NaN : greatest;
            case SUM -> apart == 0 ? Double.NaN : sumApart;
        };
    }

    /** Of unit vectors: the speed does not count. */
    private double meanDirection() {
        return values == 0
                ? Double.NaN
                : new WindVector(east / values, north / values).direction().orElse(Double.NaN);
    }

    /** Begins another step. */
    final void clear() {
        values = 0;
        sum = 0;
        least = Double.POSITIVE_INFINITY;
        greatest = Double.NEGATIVE_INFINITY;
        east = 0;
        north = 0;
        apart = 0;
        sumApart = 0;
    }

    /** Begins another source, or another run: its intervals have nothing to do with those before. */
    void forget() {
        clear();
        endOfLast = NEVER;
    }
}
