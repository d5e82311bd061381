package dev.vane.domain.scoring;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Intervals of a mean over days by the moving-block bootstrap: days are drawn in blocks, since the errors of neighbouring
 * days are alike (Künsch 1989, The Jackknife and the Bootstrap for General Stationary Observations; Wilks, Statistical
 * Methods in the Atmospheric Sciences, ch. 5). Blocks wrap around the end, so that every day is drawn as often. The seed
 * is fixed: the same days give the same interval.
 */
public final class Bootstrap {

    private static final int RESAMPLES = 400;
    private static final double TAIL = 0.05;
    private static final long SEED = 20_040_131;
    private static final int LONGEST_BLOCK = 5;

    private Bootstrap() {}

    /**
     * The 90 % interval of {@code sum(parts) / sum(wholes)}.
     *
     * @param parts one a day
     * @param wholes one a day, none negative
     * @return empty with fewer than two days
     */
    public static Optional<Score.Interval> interval(double[] parts, double[] wholes) {
        int days = parts.length;
        if (days < 2) {
            return Optional.empty();
        }
        int block = Math.clamp(days / 5, 1, LONGEST_BLOCK);
        double[] partsUpTo = upTo(parts, block);
        double[] wholesUpTo = upTo(wholes, block);
        SplittableRandom random = new SplittableRandom(SEED);
        double[] ratios = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double part = 0;
            double whole = 0;
            for (int left = days; left > 0; left -= block) {
                int length = Math.min(block, left);
                int start = random.nextInt(days);
                part += partsUpTo[start + length] - partsUpTo[start];
                whole += wholesUpTo[start + length] - wholesUpTo[start];
            }
            ratios[i] = whole > 0 ? part / whole : 0;
        }
        Arrays.sort(ratios);
        int cut = (int) (TAIL * RESAMPLES);
        return Optional.of(new Score.Interval(ratios[cut], ratios[RESAMPLES - 1 - cut]));
    }

    /** The sum of all before each place, over the days and a block of the first ones again. */
    private static double[] upTo(double[] values, int block) {
        double[] sums = new double[values.length + block + 1];
        for (int i = 0; i < values.length + block; i++) {
            sums[i + 1] = sums[i] + values[i % values.length];
        }
        return sums;
    }
}
