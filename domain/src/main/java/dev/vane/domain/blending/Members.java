package dev.vane.domain.blending;

import dev.vane.domain.scoring.ScoredVariable;
import java.util.Arrays;

/**
 * How wrong the corrected members were, and how much alike: from it their weights. They are those of members whose errors are
 * all correlated by the same coefficient, for which the best combination has a closed form (Bates and Granger 1969, extended
 * to several members); with none it is the inverse of the mean square error. What is learned of the errors is what the
 * members forecast when they did, not what they would forecast now. Not safe for use by several threads while it learns.
 */
final class Members {

    private static final double HALF_LIFE_DAYS = 14;

    /** So quickly it is noticed that a member has become worse. */
    private static final double FAST_HALF_LIFE_DAYS = 3;

    /** What was noticed quickly counts so much: it is noisy. */
    private static final double FAST_SHARE = 0.4;

    private static final double LARGEST_WEIGHT = 0.8;
    private static final double MOST_ALIKE = 0.5;
    private static final double PRIOR_DAYS_ALIKE = 5;
    private static final double PRIOR_DAYS = 3;
    private static final double LEAST_SHARE = 0.01;

    private final DecayedMoments[] slow;
    private final DecayedMoments[] fast;
    private final DecayedMoments alike = new DecayedMoments(HALF_LIFE_DAYS);
    private final DecayedMoments scale = new DecayedMoments(HALF_LIFE_DAYS);

    Members(int members) {
        slow = new DecayedMoments[members];
        fast = new DecayedMoments[members];
        for (int i = 0; i < members; i++) {
            slow[i] = new DecayedMoments(HALF_LIFE_DAYS);
            fast[i] = new DecayedMoments(FAST_HALF_LIFE_DAYS);
        }
    }

    /**
     * Learns from the errors of a case.
     *
     * @param time its valid time in seconds since 1970; not before the last one
     * @param errors of the corrected forecasts, NaN where there was none
     * @param used which members were not left out
     */
    void learn(long time, double[] errors, boolean[] used) {
        double sum = 0;
        double squares = 0;
        double sizes = 0;
        double sizeSquares = 0;
        for (int i = 0; i < errors.length; i++) {
            if (used[i] && !Double.isNaN(errors[i])) {
                double size = Math.sqrt(meanSquare(i));
                sum += errors[i];
                squares += errors[i] * errors[i];
                sizes += size;
                sizeSquares += size * size;
            }
        }
        alike.add(time, sum * sum - squares);
        scale.add(time, sizes * sizes - sizeSquares);
        for (int i = 0; i < errors.length; i++) {
            if (!Double.isNaN(errors[i])) {
                slow[i].add(time, errors[i]);
                fast[i].add(time, errors[i]);
            }
        }
    }

    private double meanSquare(int member) {
        return slow[member].days() > 0 ? slow[member].meanSquare() : 1;
    }

    /** The mean square error of each member; that of the others for one of which nothing is known, 1 if nothing is at all. */
    double[] meanSquares() {
        double known = 0;
        int having = 0;
        double[] squares = new double[slow.length];
        for (int i = 0; i < slow.length; i++) {
            if (slow[i].days() > 0) {
                squares[i] = Math.max(slow[i].meanSquare(), FAST_SHARE * fast[i].meanSquare());
                known += slow[i].meanSquare();
                having++;
            }
        }
        double mean = having > 0 && known > 0 ? known / having : 1;
        for (int i = 0; i < slow.length; i++) {
            squares[i] = slow[i].days() > 0 ? squares[i] : mean;
        }
        double least = LEAST_SHARE * Arrays.stream(squares).average().orElse(1);
        for (int i = 0; i < slow.length; i++) {
            squares[i] = Math.max(squares[i], Math.max(least, Double.MIN_NORMAL));
        }
        return squares;
    }

    /** The weights of the members, which sum to 1, before any is left out. */
    double[] weights(double[] meanSquares) {
        int count = meanSquares.length;
        double[] inverse =
                Arrays.stream(meanSquares).map(one -> 1 / Math.sqrt(one)).toArray();
        double correlation = scale.mean() > 0
                ? Math.clamp(
                        alike.mean() / scale.mean() * alike.days() / (alike.days() + PRIOR_DAYS_ALIKE), 0, MOST_ALIKE)
                : 0;
        boolean[] all = new boolean[count];
        Arrays.fill(all, true);
        double[] weights = new double[count];
        Arrays.fill(weights, 1);
        for (int round = 0; round < count; round++) {
            double sum = 0;
            int left = 0;
            for (int i = 0; i < count; i++) {
                sum += weights[i] > 0 ? inverse[i] : 0;
                left += weights[i] > 0 ? 1 : 0;
            }
            double common = correlation * sum / (1 + (left - 1) * correlation);
            for (int i = 0; i < count; i++) {
                weights[i] = weights[i] > 0 ? Math.max(0, inverse[i] * (inverse[i] - common)) : 0;
            }
        }
        return shrunk(capped(normalised(weights), all));
    }

    private static double[] normalised(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights)
                .map(one -> sum > 0 ? one / sum : 1.0 / weights.length)
                .toArray();
    }

    /** None of several that take part above the largest weight; the rest goes to the others that do. */
    static double[] capped(double[] weights, boolean[] taking) {
        double largest = Arrays.stream(weights).max().orElse(0);
        int others = -1;
        for (boolean one : taking) {
            others += one ? 1 : 0;
        }
        if (others < 1 || largest <= LARGEST_WEIGHT) {
            return weights;
        }
        double rest = largest < 1 ? (1 - LARGEST_WEIGHT) / (1 - largest) : 0;
        double[] capped = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            boolean first = weights[i] == largest;
            capped[i] = first ? LARGEST_WEIGHT : weights[i] * rest;
            capped[i] += !first && rest == 0 && taking[i] ? (1 - LARGEST_WEIGHT) / others : 0;
        }
        return capped;
    }

    private double[] shrunk(double[] weights) {
        int days = Arrays.stream(slow).mapToInt(DecayedMoments::days).max().orElse(0);
        double equal = 1.0 / weights.length;
        return Arrays.stream(weights)
                .map(one -> (days * one + PRIOR_DAYS * equal) / (days + PRIOR_DAYS))
                .toArray();
    }

    /** Of what kind errors are is not known here. */
    static double error(ScoredVariable.Kind kind, double forecast, double truth) {
        return kind == ScoredVariable.Kind.CIRCULAR ? Math.IEEEremainder(forecast - truth, 360) : forecast - truth;
    }
}
