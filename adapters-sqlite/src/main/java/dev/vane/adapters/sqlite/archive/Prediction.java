package dev.vane.adapters.sqlite.archive;

import java.util.List;

/**
 * What is expected of a number in a column after those before it, by a code; from {@link #OTHERS} on by another column of
 * the same length that was written before. See docs/run-format.md.
 */
final class Prediction {

    /** The first code that stands for another column. */
    private static final int OTHERS = 6;

    private static final int DAY = 24;
    private static final long GREATEST = 1L << 30;

    private final int code;
    private final long divisor;
    private final long[] other;

    private Prediction(int code, long divisor, long[] other) {
        this.code = code;
        this.divisor = divisor;
        this.other = other;
    }

    /**
     * The prediction of a code.
     *
     * @param divisor of the column
     * @param others columns of the same length
     */
    static Prediction of(long code, long divisor, List<long[]> others) throws DamagedForecastException {
        if (code < 0 || code >= OTHERS + others.size()) {
            throw new DamagedForecastException("its kind of prediction " + code + " is unknown");
        }
        return code < OTHERS
                ? new Prediction((int) code, divisor, new long[0])
                : new Prediction((int) code, divisor, others.get((int) code - OTHERS));
    }

    /** The one by which a column seems to take the fewest bits. */
    static Prediction best(long[] steps, long divisor, List<long[]> others) {
        Prediction best = new Prediction(0, divisor, new long[0]);
        long least = best.cost(steps);
        for (int code = 1; code < OTHERS + others.size(); code++) {
            Prediction prediction =
                    new Prediction(code, divisor, code < OTHERS ? new long[0] : others.get(code - OTHERS));
            long cost = prediction.cost(steps);
            if (cost < least) {
                best = prediction;
                least = cost;
            }
        }
        return best;
    }

    private long cost(long[] steps) {
        long bits = 0;
        for (int i = 1; i < steps.length; i++) {
            long rest = Math.min(Math.abs(steps[i] - expected(steps, i)), GREATEST);
            bits += Long.SIZE - Long.numberOfLeadingZeros(rest * rest + rest);
        }
        return bits;
    }

    int code() {
        return code;
    }

    /** What is expected of a number but the first: the one before it while there are too few. */
    long expected(long[] steps, int i) {
        long before = steps[i - 1];
        return switch (code) {
            case 0 -> before;
            case 1 -> i < 2 ? before : 2 * before - steps[i - 2];
            case 2 -> i < DAY ? before : steps[i - DAY];
            case 3 -> i <= DAY ? before : before + steps[i - DAY] - steps[i - DAY - 1];
            case 4 -> i < 2 ? before : before + ((before - steps[i - 2]) >> 1);
            case 5 -> i < 2 ? before : before - ((before - steps[i - 2]) >> 1);
            default -> before + Math.floorDiv(other[i] - other[i - 1], divisor);
        };
    }
}
