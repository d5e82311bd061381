package dev.vane.domain.blending;

import java.util.OptionalDouble;

/** What the candidates forecast for one valid time, and how it was made. Immutable. */
public final class Combined {

    private final double[] values;
    private final Parts parts;
    private final Last last;

    Combined(double[] values, Parts parts, Last last) {
        this.values = values;
        this.parts = parts;
        this.last = last;
    }

    /** What of the members went in. */
    static final class Parts {
        private final double[] corrections;
        private final double[] equal;
        private final double[] weights;
        private final Exclusion.Verdict verdict;
        private final double logSpread;

        Parts(double[] corrections, double[] equal, double[] weights, Exclusion.Verdict verdict, double logSpread) {
            this.corrections = corrections;
            this.equal = equal;
            this.weights = weights;
            this.verdict = verdict;
            this.logSpread = logSpread;
        }

        Exclusion.Verdict verdict() {
            return verdict;
        }

        double logSpread() {
            return logSpread;
        }
    }

    /**
     * The last observation.
     *
     * @param observed as it was observed, NaN if there is none
     * @param corrected as it takes part, NaN if it does not
     * @param weight beside the blend, 0 to 1
     */
    record Last(double observed, double corrected, double weight) {}

    /** The forecast of a candidate, or empty if it has none. */
    public OptionalDouble value(int candidate) {
        return Double.isNaN(values[candidate]) ? OptionalDouble.empty() : OptionalDouble.of(values[candidate]);
    }

    double[] values() {
        return values;
    }

    Parts parts() {
        return parts;
    }

    Last last() {
        return last;
    }

    /** What was taken off a member's forecast, in the canonical unit; 0 if it has no forecast. */
    public double correction(int member) {
        return Double.isNaN(parts.corrections[member]) ? 0 : parts.corrections[member];
    }

    /**
     * The weight of a member in a candidate, 0 to 1: all of it in its own forecast, its share in a combination; 0 if it has no
     * forecast or was left out.
     */
    public double weightIn(int candidate, int member, Candidates candidates) {
        if (Double.isNaN(values[candidates.raw(member)])) {
            return 0;
        }
        if (!candidates.isCombination(candidate)) {
            return candidate == candidates.raw(member) || candidate == candidates.corrected(member) ? 1 : 0;
        }
        return candidate == candidates.of(Candidates.Combination.WEIGHTED)
                        || candidate == candidates.of(Candidates.Combination.WITH_LAST)
                ? parts.weights[member]
                : parts.equal[member];
    }

    /** The weight of the last observation in a candidate, 0 to 1; empty if it takes no part in it. */
    public OptionalDouble lastWeightIn(int candidate, Candidates candidates) {
        return candidate == candidates.of(Candidates.Combination.WITH_LAST) && !Double.isNaN(last.corrected())
                ? OptionalDouble.of(last.weight())
                : OptionalDouble.empty();
    }
}
