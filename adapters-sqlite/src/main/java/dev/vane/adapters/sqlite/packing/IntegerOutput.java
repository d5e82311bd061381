package dev.vane.adapters.sqlite.packing;

import java.io.ByteArrayOutputStream;

/** Writes integers in as few bytes as they need: seven bits a byte, the lowest first, the top bit set on all but the last. */
public final class IntegerOutput {

    private static final int LOW_BITS = 0x7f;
    private static final int MORE = 0x80;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Writes a number as one without a sign. */
    public void unsigned(long value) {
        long rest = value;
        while ((rest & ~LOW_BITS) != 0) {
            bytes.write((int) (rest & LOW_BITS) | MORE);
            rest >>>= Integer.numberOfTrailingZeros(MORE);
        }
        bytes.write((int) rest);
    }

    /** Writes a number with its sign in the lowest bit ("zigzag"), so that small negative ones are short too. */
    public void signed(long value) {
        unsigned((value << 1) ^ (value >> (Long.SIZE - 1)));
    }

    /**
     * Writes a column of numbers: the first, the greatest divisor that all differences have in common, and if that is not
     * zero the differences divided by it. A column that never changes needs two numbers, whatever its length.
     */
    public void column(long[] values) {
        if (values.length == 0) {
            return;
        }
        signed(values[0]);
        long divisor = 0;
        for (int i = 1; i < values.length; i++) {
            divisor = commonDivisor(divisor, Math.abs(values[i] - values[i - 1]));
        }
        unsigned(divisor);
        for (int i = 1; i < values.length && divisor != 0; i++) {
            signed((values[i] - values[i - 1]) / divisor);
        }
    }

    private static long commonDivisor(long a, long b) {
        return b == 0 ? a : commonDivisor(b, a % b);
    }

    /** What was written. */
    public byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
