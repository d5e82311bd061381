package dev.vane.adapters.sqlite.archive;

import java.nio.ByteBuffer;
import java.util.BitSet;

/** Reads the numbers of version 1 of the format: seven bits a byte. See docs/run-format.md. */
final class IntegerInput implements NumberInput {

    private static final int BITS = 7;
    private static final int LOW_BITS = 0x7f;

    private final ByteBuffer bytes;

    IntegerInput(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    @Override
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

    private long signed() throws DamagedForecastException {
        long zigzag = unsigned();
        return (zigzag >>> 1) ^ -(zigzag & 1);
    }

    @Override
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

    @Override
    public BitSet presence(int rows) throws DamagedForecastException {
        return Presence.readStretches(this, rows);
    }

    @Override
    public int codeAfter(int before) throws DamagedForecastException {
        return count("columns", MAX_CODE);
    }

    @Override
    public void requireEnd() throws DamagedForecastException {
        if (bytes.hasRemaining()) {
            throw new DamagedForecastException(bytes.remaining() + " bytes are left over at its end");
        }
    }
}
