package dev.vane.domain.blending;

import java.time.Instant;
import java.util.Arrays;

/** What the members had forecast for one valid time when a reader looked, and what then was true. Immutable. */
public final class BlendCase {

    private final Instant readAt;
    private final Instant validAt;
    private final int quarter;
    private final double[] forecasts;
    private final double truth;

    /**
     * A case.
     *
     * @param readAt when the reader looked: nothing later may be used for the forecast
     * @param validAt the time that was forecast, not before {@code readAt}
     * @param quarter the quarter of the local day that holds it, 0 (from midnight) to 3
     * @param forecasts one a member, NaN where it has none, in the canonical unit
     * @param truth what was true, NaN if it is not known
     */
    public BlendCase(Instant readAt, Instant validAt, int quarter, double[] forecasts, double truth) {
        if (validAt.isBefore(readAt) || quarter < 0 || quarter > 3) {
            throw new IllegalArgumentException(
                    "read at " + readAt + ", valid at " + validAt + ", in quarter " + quarter);
        }
        this.readAt = readAt;
        this.validAt = validAt;
        this.quarter = quarter;
        this.forecasts = forecasts.clone();
        this.truth = truth;
    }

    /** When the reader looked. */
    public Instant readAt() {
        return readAt;
    }

    /** The time that was forecast. */
    public Instant validAt() {
        return validAt;
    }

    /** The quarter of the local day, 0 to 3. */
    public int quarter() {
        return quarter;
    }

    /** How many members there are, with a forecast or without. */
    public int members() {
        return forecasts.length;
    }

    /** The forecast of a member, NaN if it has none. */
    public double forecast(int member) {
        return forecasts[member];
    }

    double[] forecasts() {
        return forecasts.clone();
    }

    /** What was true, NaN if it is not known. */
    public double truth() {
        return truth;
    }

    @Override
    public String toString() {
        return "read at " + readAt + ", valid at " + validAt + ": " + Arrays.toString(forecasts) + ", true " + truth;
    }
}
