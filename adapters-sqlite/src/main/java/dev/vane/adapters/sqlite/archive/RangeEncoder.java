package dev.vane.adapters.sqlite.archive;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Writes bits in as little room as their probabilities allow: a range coder (Martin 1979) of binary decisions with carries,
 * as it is widely used since LZMA. What {@link RangeDecoder} reads.
 */
final class RangeEncoder {

    /** Below this a byte is shifted out. */
    static final long LOW_RANGE = 1L << 24;

    /** The range at the start. */
    static final long FULL_RANGE = 0xffff_ffffL;

    /** How many bits are written in one step. */
    static final int MOST_AT_ONCE = 8;

    private static final int BYTE = 0xff;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long low;
    private long range = FULL_RANGE;
    private int held = -1;
    private int heldFull;

    /** Writes a bit, and lets its model learn it. */
    void bit(BitModels models, int kind, int bit) {
        long bound = (range >>> BitModels.PRECISION) * models.zero(kind);
        if (bit == 0) {
            range = bound;
        } else {
            low += bound;
            range -= bound;
        }
        models.learn(kind, bit);
        normalize();
    }

    /** Writes the lowest bits of a number, the highest of them first, each as likely to be one as zero. */
    void bits(long value, int count) {
        int left = count;
        while (left > 0) {
            int some = Math.min(left, MOST_AT_ONCE);
            left -= some;
            range >>>= some;
            low += range * ((value >>> left) & ((1L << some) - 1));
            normalize();
        }
    }

    private void normalize() {
        while (range < LOW_RANGE) {
            range <<= Byte.SIZE;
            shift();
        }
    }

    /** Moves the top byte out. While a carry may still change it, it is held, with those of all ones that follow it. */
    private void shift() {
        if (low < BYTE * LOW_RANGE || low > FULL_RANGE) {
            int carry = (int) (low >>> Integer.SIZE);
            if (held >= 0) {
                bytes.write(held + carry);
            }
            for (; heldFull > 0; heldFull--) {
                bytes.write(BYTE + carry);
            }
            held = (int) (low >>> 24) & BYTE;
        } else {
            heldFull++;
        }
        low = (low << Byte.SIZE) & FULL_RANGE;
    }

    /** Ends: gives as few bytes as tell everything that was written, if zeros are read after them. */
    byte[] finish() {
        long mask = FULL_RANGE;
        while (((low + mask) & ~mask) >= low + range) {
            mask >>>= 1;
        }
        low = (low + mask) & ~mask;
        for (int i = 0; i < 5; i++) {
            shift();
        }
        byte[] all = bytes.toByteArray();
        int length = all.length;
        while (length > 0 && all[length - 1] == 0) {
            length--;
        }
        return Arrays.copyOf(all, length);
    }
}
