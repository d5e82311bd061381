package dev.vane.adapters.sqlite.archive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes numbers and columns of them in as little room as what came before lets expect. See docs/run-format.md. */
final class ModelledOutput {

    private final RangeEncoder out = new RangeEncoder();
    private final List<long[]> columns = new ArrayList<>();
    private final NumberModel plain = new NumberModel(0);
    private final NumberModel firsts = new NumberModel(0);
    private final NumberModel divisors = new NumberModel(0);
    private final NumberModel predictions = new NumberModel(0);
    private final NumberModel usualLengths = new NumberModel(0);

    /** Writes a number. */
    void number(long value) {
        plain.write(out, value);
    }

    /**
     * Writes a column of numbers: the first; the greatest divisor that all differences of neighbours have in common; and
     * unless that is zero, of the others counted in divisors from the first, how they are predicted, and their differences
     * from that.
     */
    void column(long[] values) {
        if (values.length == 0) {
            return;
        }
        firsts.write(out, values[0]);
        long divisor = 0;
        for (int i = 1; i < values.length; i++) {
            divisor = commonDivisor(divisor, Math.abs(values[i] - values[i - 1]));
        }
        divisors.write(out, divisor);
        if (divisor != 0) {
            writeSteps(steps(values, divisor), divisor);
        }
        columns.add(values.clone());
    }

    /** How many divisors each number is away from the first. */
    private static long[] steps(long[] values, long divisor) {
        long[] steps = new long[values.length];
        for (int i = 1; i < values.length; i++) {
            steps[i] = steps[i - 1] + (values[i] - values[i - 1]) / divisor;
        }
        return steps;
    }

    private void writeSteps(long[] steps, long divisor) {
        List<long[]> others =
                columns.stream().filter(column -> column.length == steps.length).toList();
        Prediction prediction = Prediction.best(steps, divisor, others);
        predictions.write(out, prediction.code());
        long[] rests = new long[steps.length];
        for (int i = 1; i < steps.length; i++) {
            rests[i] = steps[i] - prediction.expected(steps, i);
        }
        int usual = usualLength(rests);
        usualLengths.write(out, usual);
        NumberModel model = new NumberModel(usual);
        for (int i = 1; i < rests.length; i++) {
            model.write(out, rests[i]);
        }
    }

    /** The length that half of the numbers but the first do not reach. */
    private static int usualLength(long[] rests) {
        int[] lengths = Arrays.stream(rests, 1, rests.length)
                .mapToInt(NumberModel::length)
                .sorted()
                .toArray();
        return lengths[lengths.length / 2];
    }

    private static long commonDivisor(long a, long b) {
        return b == 0 ? a : commonDivisor(b, a % b);
    }

    byte[] toByteArray() {
        return out.finish();
    }
}
