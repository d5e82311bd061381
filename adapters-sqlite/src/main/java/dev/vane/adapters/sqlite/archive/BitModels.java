package dev.vane.adapters.sqlite.archive;

import java.util.Arrays;

/**
 * How likely each of some kinds of bits is to be zero, learned from those before: quickly at first, then more and more
 * slowly. See docs/run-format.md.
 */
final class BitModels {

    /** The bits of a probability. */
    static final int PRECISION = 16;

    private static final int HALF = 1 << (PRECISION - 1);
    private static final int SLOWEST = 6;
    private static final int LEARNED = (1 << SLOWEST) - 2;

    /** As how many bits had been seen at first. */
    private static final byte UNEVEN_SEEN = 2;

    private static final byte EVEN_SEEN = 6;

    private final int[] zero;
    private final byte[] seen;

    /**
     * Knows nothing yet.
     *
     * @param uneven how many kinds of bits are likely to be mostly zero or mostly one, and are learned at once
     * @param even how many kinds, after those, are likely to be either, and are learned with more care
     */
    BitModels(int uneven, int even) {
        zero = new int[uneven + even];
        seen = new byte[uneven + even];
        Arrays.fill(zero, HALF);
        Arrays.fill(seen, 0, uneven, UNEVEN_SEEN);
        Arrays.fill(seen, uneven, uneven + even, EVEN_SEEN);
    }

    /** The probability of a zero in units of 2⁻¹⁶; neither 0 nor 1. */
    int zero(int kind) {
        return zero[kind];
    }

    /** Learns a bit. */
    void learn(int kind, int bit) {
        int before = seen[kind];
        int rate = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(before + 2);
        if (bit == 0) {
            zero[kind] += ((1 << PRECISION) - zero[kind]) >> rate;
        } else {
            zero[kind] -= zero[kind] >> rate;
        }
        if (before < LEARNED) {
            seen[kind]++;
        }
    }
}
