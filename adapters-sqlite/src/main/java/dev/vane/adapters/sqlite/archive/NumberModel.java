package dev.vane.adapters.sqlite.archive;

/**
 * What kind of numbers follow each other, learned from those before: how long they are, by whether the two before were
 * zero; their signs, by the sign before; and the second highest bit of those of each length. See docs/run-format.md.
 */
final class NumberModel {

    private static final int LENGTHS = Long.SIZE + 1;
    /** Beyond the kinds of bits that count a length: whether it is at least the usual one. */
    private static final int REACHES = Long.SIZE;

    private static final int CONTEXTS = 3;
    private static final int SIGNS = CONTEXTS * LENGTHS;
    private static final int SECOND_BITS = SIGNS + 3;

    private final BitModels models = new BitModels(SIGNS, SECOND_BITS + LENGTHS - SIGNS);
    private final int usual;
    private int context;
    private boolean zeroBefore = true;
    private int sign;

    /**
     * Knows nothing yet.
     *
     * @param usual how many bits the numbers have that are expected, 0 to 64
     */
    NumberModel(int usual) {
        this.usual = usual;
    }

    /** How many bits a number has without its sign. */
    static int length(long value) {
        return Long.SIZE - Long.numberOfLeadingZeros(Math.abs(value));
    }

    /** Writes a number. */
    void write(RangeEncoder out, long value) {
        long magnitude = Math.abs(value);
        int length = length(value);
        writeLength(out, length);
        if (length == 0) {
            learn(0);
            return;
        }
        int negative = value < 0 ? 1 : 0;
        out.bit(models, SIGNS + sign, negative);
        if (length > 1) {
            out.bit(models, SECOND_BITS + length - 1, (int) (magnitude >>> (length - 2)) & 1);
            out.bits(magnitude, length - 2);
        }
        learn(1 + negative);
    }

    /** First whether it is at least the usual one; then from there up or down, step by step. */
    private void writeLength(RangeEncoder out, int length) {
        int lengths = context * LENGTHS;
        if (usual > 0) {
            out.bit(models, lengths + REACHES, length >= usual ? 1 : 0);
        }
        if (length >= usual) {
            for (int i = usual; i < length; i++) {
                out.bit(models, lengths + i, 1);
            }
            if (length < Long.SIZE) {
                out.bit(models, lengths + length, 0);
            }
        } else {
            for (int i = usual - 1; i > length; i--) {
                out.bit(models, lengths + i, 1);
            }
            if (length > 0) {
                out.bit(models, lengths + length, 0);
            }
        }
    }

    /** Reads a number. */
    long read(RangeDecoder in) {
        int length = readLength(in);
        if (length == 0) {
            learn(0);
            return 0;
        }
        int negative = in.bit(models, SIGNS + sign);
        long magnitude = 1;
        if (length > 1) {
            magnitude = 2 | in.bit(models, SECOND_BITS + length - 1);
            magnitude = (magnitude << (length - 2)) | in.bits(length - 2);
        }
        learn(1 + negative);
        return negative == 0 ? magnitude : -magnitude;
    }

    private int readLength(RangeDecoder in) {
        int lengths = context * LENGTHS;
        int length = usual;
        if (usual == 0 || in.bit(models, lengths + REACHES) == 1) {
            while (length < Long.SIZE && in.bit(models, lengths + length) == 1) {
                length++;
            }
        } else {
            length--;
            while (length > 0 && in.bit(models, lengths + length) == 1) {
                length--;
            }
        }
        return length;
    }

    private void learn(int newSign) {
        boolean zero = newSign == 0;
        context = (zero ? 0 : 1) + (zeroBefore ? 0 : 1);
        zeroBefore = zero;
        sign = newSign;
    }
}
