package dev.vane.domain.blending;

import dev.vane.domain.scoring.ScoredVariable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Puts values of several members together by weight. A member without a value, or without weight, takes no part. */
final class Average {

    private static final double NO_LENGTH = 1e-9;

    private Average() {}

    /**
     * The weighted mean of scalars and probabilities, the direction of the weighted mean of unit vectors, the weighted median
     * of amounts: a mean would make a little rain of every chance of much.
     *
     * @param values one a member, NaN where it has none
     * @param weights one a member, none negative
     * @return NaN if no member takes part
     */
    static double of(ScoredVariable.Kind kind, double[] values, double[] weights) {
        return switch (kind) {
            case SCALAR, PROBABILITY -> mean(values, weights);
            case CIRCULAR -> direction(values, weights);
            case AMOUNT -> median(values, weights);
        };
    }

    private static double mean(double[] values, double[] weights) {
        double sum = 0;
        double whole = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                sum += weights[i] * values[i];
                whole += weights[i];
            }
        }
        return whole > 0 ? sum / whole : Double.NaN;
    }

    private static double direction(double[] values, double[] weights) {
        double east = 0;
        double north = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                east += weights[i] * Math.sin(Math.toRadians(values[i]));
                north += weights[i] * Math.cos(Math.toRadians(values[i]));
            }
        }
        if (Math.hypot(east, north) < NO_LENGTH) {
            return Double.NaN;
        }
        double degrees = Math.toDegrees(Math.atan2(east, north));
        double positive = degrees < 0 ? degrees + 360 : degrees;
        return positive < 360 ? positive : 0;
    }

    private static double median(double[] values, double[] weights) {
        int[] ascending = IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]) && weights[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double half = Arrays.stream(ascending).mapToDouble(i -> weights[i]).sum() / 2;
        double sum = 0;
        for (int i = 0; i < ascending.length; i++) {
            sum += weights[ascending[i]];
            if (sum > half) {
                return values[ascending[i]];
            }
            if (sum == half && i + 1 < ascending.length) {
                return (values[ascending[i]] + values[ascending[i + 1]]) / 2;
            }
        }
        return Double.NaN;
    }
}
