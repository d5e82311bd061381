package dev.vane.adapters.sqlite.packing;

import dev.vane.adapters.sqlite.archive.DamagedForecastException;
import java.nio.ByteBuffer;

/** Reads what {@link IntegerOutput} writes, and trusts none of it. */
public final class IntegerInput {

    private static final int BITS = 7;
    private static final int LOW_BITS = 0x7f;

    private final ByteBuffer bytes;

    /** Reads from the first byte on. */
    public IntegerInput(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /** Reads a number without a sign; one above 2⁶³ - 1 comes out negative. */
    public long unsigned() throws DamagedForecastException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += BITS) {
            if (!bytes.hasRemaining()) {
                throw new DamagedForecastException("it ends within a number");
            }
            byte next = bytes.get();
            value |= (long) (next & LOW_BITS) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new DamagedForecastException("a number before byte " + bytes.position() + " has more than 64 bits");
    }

    /** Reads a number with a sign. */
    public long signed() throws DamagedForecastException {
        long zigzag = unsigned();
        return (zigzag >>> 1) ^ -(zigzag & 1);
    }

    /**
     * Reads how many of something there are.
     *
     * @param most how many there can be
     */
    public int count(String what, int most) throws DamagedForecastException {
        long count = unsigned();
        if (count < 0 || count > most) {
            throw new DamagedForecastException(
                    "it has " + Long.toUnsignedString(count) + " " + what + ", more than " + most);
        }
        return (int) count;
    }

    /** Reads a column of a known length. */
    public long[] column(int length) throws DamagedForecastException {
        long[] values = new long[length];
        if (length == 0) {
            return values;
        }
        values[0] = signed();
        long divisor = unsigned();
        for (int i = 1; i < length; i++) {
            values[i] = divisor == 0 ? values[0] : values[i - 1] + divisor * signed();
        }
        return values;
    }

    /** Checks that everything was read. */
    public void requireEnd() throws DamagedForecastException {
        if (bytes.hasRemaining()) {
            throw new DamagedForecastException(bytes.remaining() + " bytes are left over at its end");
        }
    }
}
