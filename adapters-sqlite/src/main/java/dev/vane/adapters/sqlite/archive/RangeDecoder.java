package dev.vane.adapters.sqlite.archive;

/** Reads what {@link RangeEncoder} writes. Whatever the bytes are, it gives bits; after their end there are zeros. */
final class RangeDecoder {

    private static final int BYTE = 0xff;

    private final byte[] bytes;
    private final int end;
    private int next;
    private long range = RangeEncoder.FULL_RANGE;
    private long code;

    /** Reads from a place to another, exclusive. */
    RangeDecoder(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.next = from;
        this.end = end;
        for (int i = 0; i < Integer.BYTES; i++) {
            code = (code << Byte.SIZE) | nextByte();
        }
    }

    private int nextByte() {
        int value = next < end ? bytes[next] & BYTE : 0;
        next++;
        return value;
    }

    /** Reads a bit, and lets its model learn it. */
    int bit(BitModels models, int kind) {
        long bound = (range >>> BitModels.PRECISION) * models.zero(kind);
        int bit;
        if (code < bound) {
            range = bound;
            bit = 0;
        } else {
            code -= bound;
            range -= bound;
            bit = 1;
        }
        models.learn(kind, bit);
        normalize();
        return bit;
    }

    /** Reads some bits, the highest first, each as likely to be one as zero. */
    long bits(int count) {
        long value = 0;
        int left = count;
        while (left > 0) {
            int some = Math.min(left, RangeEncoder.MOST_AT_ONCE);
            left -= some;
            range >>>= some;
            long part = Math.min(code / range, (1L << some) - 1); // more only if the bytes are damaged
            code -= part * range;
            value = (value << some) | part;
            normalize();
        }
        return value;
    }

    private void normalize() {
        while (range < RangeEncoder.LOW_RANGE) {
            range <<= Byte.SIZE;
            code = (code << Byte.SIZE) | nextByte();
        }
    }

    /** Tells whether all bytes have been needed, and zeros after their end only as far as an encoder leaves them out. */
    boolean atEnd() {
        return next >= end;
    }
}
