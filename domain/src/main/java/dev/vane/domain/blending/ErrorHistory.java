package dev.vane.domain.blending;

import java.util.Arrays;

/**
 * The mean errors of one member on the last 40 days that it has, whole and by quarter of the local day, each with the spread
 * that the members had. Its mean error is the interquartile mean: of the days ordered by error, the part between a quarter
 * and three quarters of the weight. So a few days on which everything was different move it little. A day weighs half as much
 * as one 14 days later, and less the less its spread is like that of the forecast to be corrected: a source is wrong in
 * another way in settled weather than when the sources disagree.
 *
 * <p>Values are kept as {@code float}, and in the order of their size: a house has thousands of these. Not safe for use by
 * several threads while errors are added.
 */
final class ErrorHistory {

    /** The part that is the whole day; the others are its quarters, 0 to 3. */
    static final int WHOLE = 4;

    /** So many days say how wrong a member is half the time. */
    static final double HALF_LIFE_DAYS = 14;

    private static final int PARTS = 5;
    private static final int CAPACITY = 40;
    private static final int FIRST_CAPACITY = 8;
    private static final double TRIMMED = 0.25;

    /** Spreads that differ by this factor's logarithm weigh half. */
    private static final double SPREAD_SCALE = 0.5;

    private static final double[] DECAY = new double[CAPACITY];

    static {
        for (int age = 0; age < CAPACITY; age++) {
            DECAY[age] = Math.pow(0.5, age / HALF_LIFE_DAYS);
        }
    }

    private long newest = Long.MIN_VALUE;
    private int slots;
    private int next;
    private int[] dates = new int[FIRST_CAPACITY];
    private float[] spreads = new float[FIRST_CAPACITY];
    private short[] spreadCounts = new short[FIRST_CAPACITY];
    private final float[][] means = new float[PARTS][FIRST_CAPACITY];
    private final short[][] counts = new short[PARTS][FIRST_CAPACITY];
    private final byte[][] ascending = new byte[PARTS][FIRST_CAPACITY];
    private final byte[] sizes = new byte[PARTS];
    private final int[] days = new int[PARTS];

    /**
     * Adds an error.
     *
     * @param date the day of the valid time, days since 1970-01-01; not before the last one
     * @param quarter the quarter of the local day, 0 to 3
     * @param error forecast minus observed
     * @param logSpread the logarithm of the members' spread, NaN if there was none
     */
    void add(long date, int quarter, double error, double logSpread) {
        if (date != newest) {
            beginDay(date);
        }
        int slot = Math.floorMod(next - 1, slots);
        add(WHOLE, slot, error);
        add(quarter, slot, error);
        if (!Double.isNaN(logSpread)) {
            spreads[slot] += (float) ((logSpread - spreads[slot]) / ++spreadCounts[slot]);
        }
    }

    private void beginDay(long date) {
        newest = date;
        if (slots < CAPACITY) {
            grow(slots + 1);
            next = slots + 1;
            slots++;
        } else {
            next = next % CAPACITY + 1;
            forget(next - 1);
        }
        dates[next - 1] = (int) date;
    }

    private void grow(int size) {
        if (size > dates.length) {
            int capacity = Math.min(CAPACITY, 2 * dates.length);
            dates = Arrays.copyOf(dates, capacity);
            spreads = Arrays.copyOf(spreads, capacity);
            spreadCounts = Arrays.copyOf(spreadCounts, capacity);
            for (int part = 0; part < PARTS; part++) {
                means[part] = Arrays.copyOf(means[part], capacity);
                counts[part] = Arrays.copyOf(counts[part], capacity);
                ascending[part] = Arrays.copyOf(ascending[part], capacity);
            }
        }
    }

    private void forget(int slot) {
        spreads[slot] = 0;
        spreadCounts[slot] = 0;
        for (int part = 0; part < PARTS; part++) {
            if (counts[part][slot] > 0) {
                remove(part, slot);
                counts[part][slot] = 0;
                means[part][slot] = 0;
            }
        }
    }

    private void add(int part, int slot, double error) {
        if (counts[part][slot] == 0) {
            days[part]++;
        } else {
            remove(part, slot);
        }
        means[part][slot] += (float) ((error - means[part][slot]) / ++counts[part][slot]);
        insert(part, slot);
    }

    private void remove(int part, int slot) {
        int at = 0;
        while (ascending[part][at] != slot) {
            at++;
        }
        sizes[part]--;
        System.arraycopy(ascending[part], at + 1, ascending[part], at, sizes[part] - at);
    }

    private void insert(int part, int slot) {
        int at = sizes[part];
        while (at > 0 && means[part][ascending[part][at - 1]] > means[part][slot]) {
            ascending[part][at] = ascending[part][at - 1];
            at--;
        }
        ascending[part][at] = (byte) slot;
        sizes[part]++;
    }

    /** On how many distinct days there were errors, ever, of the whole day or a quarter. */
    int days(int part) {
        return days[part];
    }

    /**
     * The mean error, shrunk towards nothing by the number of days: that of the whole day, and what the quarter differs from
     * it.
     *
     * @param logSpread the logarithm of the spread of the forecast to be corrected; NaN if days are not to be told apart by it
     * @param prior so many days without an error weigh as much as what was seen
     */
    double shrunkMean(int quarter, double logSpread, double prior) {
        if (days[WHOLE] == 0) {
            return 0;
        }
        double whole = mean(WHOLE, logSpread);
        double shrunk = whole * days[WHOLE] / (days[WHOLE] + prior);
        return days[quarter] == 0 || oneQuarter()
                ? shrunk
                : shrunk + (mean(quarter, logSpread) - whole) * days[quarter] / (days[quarter] + 5.0);
    }

    private boolean oneQuarter() {
        int having = 0;
        for (int part = 0; part < WHOLE; part++) {
            having += days[part] > 0 ? 1 : 0;
        }
        return having == 1;
    }

    private double mean(int part, double logSpread) {
        int size = sizes[part];
        double[] weights = new double[size];
        double all = 0;
        for (int i = 0; i < size; i++) {
            weights[i] = weight(ascending[part][i], logSpread);
            all += weights[i];
        }
        double from = TRIMMED * all;
        double to = all - from;
        double below = 0;
        double sum = 0;
        double kept = 0;
        for (int i = 0; i < size && below < to; i++) {
            double part1 = Math.min(to, below + weights[i]) - Math.max(from, below);
            below += weights[i];
            if (part1 > 0) {
                sum += part1 * means[part][ascending[part][i]];
                kept += part1;
            }
        }
        return kept > 0 ? sum / kept : 0;
    }

    private double weight(int slot, double logSpread) {
        long age = newest - dates[slot];
        if (age >= CAPACITY) {
            return 0;
        }
        if (Double.isNaN(logSpread) || spreadCounts[slot] == 0) {
            return DECAY[(int) age];
        }
        double apart = (spreads[slot] - logSpread) / SPREAD_SCALE;
        return DECAY[(int) age] / (1 + apart * apart);
    }
}
