package dev.vane.domain.blending;

import java.util.Arrays;

/**
 * Leaves members out of a value that have gone wrong. One that says the very same at the same hour of three days on end while
 * the others move is frozen. One that is more than five deviations from the median of the others is an outlier; a member's
 * deviation is learned, from how far it usually is from the others, since among few members the spread of the day does not
 * tell who is wrong. Nothing is left out before five days are known. Not safe for use by several threads while it learns.
 */
final class Exclusion {

    private static final int HOURS = 24;
    private static final int MIN_DAYS = 5;
    private static final int FEWEST = 3;
    private static final double LIMIT = 5;
    private static final double HALF_LIFE_DAYS = 14;

    /** Ratio of the standard to the mean absolute deviation where errors are normal. */
    private static final double NORMAL_MEAN = 1.25;

    /** Ratio of the standard to the median absolute deviation where errors are normal. */
    private static final double NORMAL_MEDIAN = 1.4826;

    private static final double LEAST_SHARE = 0.5;
    private static final double MOST_LEARNED = 3;

    private final DecayedMoments[] usual;
    private final float[][] said;
    private final byte[][] repeated;
    private final float[] medians = new float[HOURS];
    private final float[] mediansBefore = new float[HOURS];
    private final int[] dates = new int[HOURS];

    Exclusion(int members) {
        usual = new DecayedMoments[members];
        said = new float[members][HOURS];
        repeated = new byte[members][HOURS];
        for (int i = 0; i < members; i++) {
            usual[i] = new DecayedMoments(HALF_LIFE_DAYS);
        }
    }

    /** What is left out, and how far each member is from the others. */
    static final class Verdict {
        private final boolean[] used;
        private final double[] apart;
        private final double median;

        Verdict(boolean[] used, double[] apart, double median) {
            this.used = used;
            this.apart = apart;
            this.median = median;
        }

        /** Which members take part. */
        boolean[] used() {
            return used;
        }

        /** How far each is from the median of the others, limited; NaN where that is not known. */
        double[] apart() {
            return apart;
        }

        double median() {
            return median;
        }
    }

    /**
     * Judges the members of a case.
     *
     * @param raw what they say
     * @param corrected what they say after a correction, NaN where they say nothing
     * @param typical how wrong a member is as a rule: the root of the median mean square error
     */
    Verdict judge(BlendCase of, double[] raw, double[] corrected, double typical) {
        int count = corrected.length;
        boolean[] used = new boolean[count];
        double[] left = corrected.clone();
        double[] deviations = new double[count];
        int hour = hour(of);
        for (int i = 0; i < count; i++) {
            deviations[i] = usual[i].days() >= MIN_DAYS
                    ? Math.max(NORMAL_MEAN * usual[i].mean(), LEAST_SHARE * typical)
                    : Double.POSITIVE_INFINITY;
        }
        double median = median(left, -1);
        for (int i = 0; i < count; i++) {
            boolean frozen = repeated[i][hour] >= 1
                    && said[i][hour] == (float) raw[i]
                    && date(of) == dates[hour] + 1
                    && moved(hour, median(corrected, i)) > deviations[i];
            used[i] = !Double.isNaN(corrected[i]) && !frozen;
            left[i] = used[i] ? corrected[i] : Double.NaN;
        }
        return outliers(left, used, deviations, median);
    }

    private static Verdict outliers(double[] left, boolean[] used, double[] deviations, double median) {
        int count = left.length;
        double[] apart = new double[count];
        boolean enough = count(used) >= FEWEST;
        boolean[] stay = used.clone();
        for (int i = 0; i < count; i++) {
            double others = median(left, i);
            apart[i] = Math.min(Math.abs(left[i] - others), MOST_LEARNED * deviations[i]);
            if (enough && used[i]) {
                double spread = NORMAL_MEDIAN * medianApart(left, i, others);
                double limit = LIMIT * Math.max(deviations[i], LEAST_SHARE * spread);
                stay[i] = !(Math.abs(left[i] - others) > limit);
            }
        }
        return new Verdict(stay, apart, median);
    }

    private static int count(boolean[] which) {
        int count = 0;
        for (boolean one : which) {
            count += one ? 1 : 0;
        }
        return count;
    }

    private double moved(int hour, double median) {
        return Math.max(Math.abs(median - medians[hour]), Math.abs(median - mediansBefore[hour]));
    }

    /** The median of all but one member, NaN if there is none. */
    private static double median(double[] values, int without) {
        double[] others = new double[values.length];
        int size = 0;
        for (int i = 0; i < values.length; i++) {
            if (i != without && !Double.isNaN(values[i])) {
                others[size++] = values[i];
            }
        }
        return median(others, size, true);
    }

    private static double medianApart(double[] values, int without, double from) {
        double[] apart = new double[values.length];
        int size = 0;
        for (int i = 0; i < values.length; i++) {
            if (i != without && !Double.isNaN(values[i])) {
                apart[size++] = Math.abs(values[i] - from);
            }
        }
        return median(apart, size, true);
    }

    private static double median(double[] values, int size, boolean unsorted) {
        if (size == 0) {
            return Double.NaN;
        }
        if (unsorted) {
            Arrays.sort(values, 0, size);
        }
        int middle = size / 2;
        return size % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    /** Takes note of what was said when it was said, without knowing what came of it. */
    void issued(BlendCase of, double[] raw, Verdict verdict) {
        int hour = hour(of);
        int date = date(of);
        boolean next = date == dates[hour] + 1;
        if (date <= dates[hour]) {
            return; // forecast before, at another lead time
        }
        for (int i = 0; i < raw.length; i++) {
            boolean same = next && said[i][hour] == (float) raw[i];
            repeated[i][hour] = (byte) (same ? Math.min(repeated[i][hour] + 1, Byte.MAX_VALUE - 1) : 0);
            said[i][hour] = (float) raw[i];
        }
        mediansBefore[hour] = next ? medians[hour] : (float) verdict.median();
        medians[hour] = (float) verdict.median();
        dates[hour] = date;
    }

    /** Learns how far members usually are from the others. */
    void learn(long time, double[] apart) {
        for (int i = 0; i < apart.length; i++) {
            if (!Double.isNaN(apart[i])) {
                usual[i].add(time, Math.min(apart[i], Double.MAX_VALUE));
            }
        }
    }

    private static int hour(BlendCase of) {
        return (int) Math.floorMod(Math.floorDiv(of.validAt().getEpochSecond(), 3600L), (long) HOURS);
    }

    private static int date(BlendCase of) {
        return (int) Math.floorDiv(of.validAt().getEpochSecond(), 86_400L);
    }
}
