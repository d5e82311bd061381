package dev.vane.domain.blending;

/**
 * The last observation before a forecast, as a member: corrected like one, and weighted by how much of the blend's error it
 * would have taken away so far, by a regression of that error on the difference between the two. It is held back by a prior
 * that expects a weight of about 0.3 at most: where the last observation says nothing of the time that is forecast, the
 * differences are far greater than the errors and its weight is next to nothing within days. Not safe for use by several
 * threads while it learns.
 */
final class LastObservation {

    private static final double HALF_LIFE_DAYS = 30;
    private static final double PRIOR_DAYS = 10;
    private static final double EXPECTED_WEIGHT = 0.3;
    private static final double LARGEST_WEIGHT = 0.8;

    private final ErrorHistory errors = new ErrorHistory();
    private final DecayedMoments differences = new DecayedMoments(HALF_LIFE_DAYS);
    private final DecayedMoments products = new DecayedMoments(HALF_LIFE_DAYS);
    private final DecayedMoments blendErrors = new DecayedMoments(HALF_LIFE_DAYS);

    /** The last observation after its correction, NaN if there is none. */
    double corrected(double last, int quarter) {
        return Double.isNaN(last) ? last : last - errors.shrunkMean(quarter, Double.NaN, PRIOR_DAYS);
    }

    /** Its weight beside the blend, 0 to 0.8. */
    double weight() {
        if (differences.days() == 0 || differences.meanSquare() == 0) {
            return 0;
        }
        double heldBack = Math.max(blendErrors.meanSquare(), 1e-6) / (EXPECTED_WEIGHT * EXPECTED_WEIGHT);
        double count = differences.weight();
        return Math.clamp(count * products.mean() / (count * differences.meanSquare() + heldBack), 0, LARGEST_WEIGHT);
    }

    /** Learns from a case what it said, what the blend said, and what was true. */
    void learn(BlendCase of, double last, double corrected, double blend) {
        if (Double.isNaN(last) || Double.isNaN(blend)) {
            return;
        }
        long time = of.validAt().getEpochSecond();
        double error = of.truth() - blend;
        double difference = corrected - blend;
        differences.add(time, difference);
        products.add(time, difference * error);
        blendErrors.add(time, error);
        errors.add(Math.floorDiv(time, 86_400L), of.quarter(), last - of.truth(), Double.NaN);
    }
}
