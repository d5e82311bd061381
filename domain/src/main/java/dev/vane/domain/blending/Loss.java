package dev.vane.domain.blending;

import dev.vane.domain.scoring.ScoredVariable;

/** What is lost by a forecast that is wrong. */
public final class Loss {

    private Loss() {}

    /**
     * The absolute error in the canonical unit, of a direction the shorter way round; of a probability its part of the Brier
     * score.
     *
     * @return NaN if there is no forecast
     */
    public static double of(ScoredVariable.Kind kind, double forecast, double truth) {
        return switch (kind) {
            case SCALAR, AMOUNT -> Math.abs(forecast - truth);
            case CIRCULAR -> Math.abs(Math.IEEEremainder(forecast - truth, 360));
            case PROBABILITY -> (forecast - truth) * (forecast - truth) / 10_000;
        };
    }
}
