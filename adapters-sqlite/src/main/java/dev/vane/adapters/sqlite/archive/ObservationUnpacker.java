package dev.vane.adapters.sqlite.archive;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Reads back what {@link ObservationPacker} packs, and trusts none of it. */
final class ObservationUnpacker {

    private final byte[] packed;
    private final List<ObservationColumn> wanted;
    private final long[][] values;
    private int next;

    private ObservationUnpacker(byte[] packed, List<ObservationColumn> wanted) {
        this.packed = packed;
        this.wanted = wanted;
        this.values = new long[wanted.size()][];
    }

    /** Unpacks observations with some of their columns. */
    static Readings unpack(byte[] packed, List<ObservationColumn> wanted) throws DamagedForecastException {
        return new ObservationUnpacker(packed, wanted).readings();
    }

    private Readings readings() throws DamagedForecastException {
        NumberInput directory = directory();
        int count = directory.count("observations", ObservationPacker.MOST);
        long[] times = stream(directory).column(count);
        requireAscending(times);
        BitSet seen = new BitSet();
        for (int code = code(directory); code != 0; code = code(directory)) {
            Optional<ObservationColumn> column = ObservationColumn.of(code);
            if (column.isEmpty() || seen.get(code)) {
                throw new DamagedForecastException(
                        "their column " + code + " is unknown, or there for the second time");
            }
            seen.set(code);
            take(column.get(), stream(directory), count);
        }
        if (next != packed.length) {
            throw new DamagedForecastException((packed.length - next) + " bytes are left over at its end");
        }
        return Readings.Builder.of(wanted, times, filled(count));
    }

    private void take(ObservationColumn column, NumberInput stream, int count) throws DamagedForecastException {
        int place = wanted.indexOf(column);
        if (place >= 0) {
            values[place] = column(stream, count);
            for (int again = place + 1; again < values.length; again++) {
                values[again] = wanted.get(again).equals(column) ? values[place] : values[again];
            }
        }
    }

    private NumberInput directory() throws DamagedForecastException {
        int headerBytes = ObservationPacker.HEADER_BYTES + Short.BYTES;
        if (packed.length < headerBytes) {
            throw new DamagedForecastException("they have " + packed.length + " bytes, fewer than their header");
        }
        ByteBuffer header = ByteBuffer.wrap(packed);
        byte version = header.get();
        if (version != ObservationPacker.VERSION) {
            throw new DamagedForecastException(
                    "their format is version " + version + ", expected " + ObservationPacker.VERSION);
        }
        int expected = header.getInt();
        int found = ObservationPacker.checksum(packed, ObservationPacker.HEADER_BYTES);
        if (found != expected) {
            throw new DamagedForecastException(String.format("their checksum is %08x, expected %08x", found, expected));
        }
        next = headerBytes;
        return part(Short.toUnsignedInt(header.getShort()));
    }

    /** The column that comes next, of the length that the directory gives. */
    private NumberInput stream(NumberInput directory) throws DamagedForecastException {
        return part(directory.count("bytes in a column", packed.length));
    }

    private NumberInput part(int length) throws DamagedForecastException {
        if (length > packed.length - next) {
            throw new DamagedForecastException("they end within a column");
        }
        next += length;
        return new ModelledInput(packed, next - length, next);
    }

    private static int code(NumberInput directory) throws DamagedForecastException {
        return directory.count("columns", NumberInput.MAX_CODE);
    }

    private static void requireAscending(long[] times) throws DamagedForecastException {
        for (int i = 1; i < times.length; i++) {
            if (times[i] <= times[i - 1]) {
                throw new DamagedForecastException("observation " + i + " does not follow the one before it");
            }
        }
    }

    private static long[] column(NumberInput in, int count) throws DamagedForecastException {
        BitSet known = in.presence(count);
        long[] compact = in.column(known.cardinality());
        if (compact.length == count) {
            return compact;
        }
        long[] column = unknown(count);
        int next = 0;
        for (int row = known.nextSetBit(0); row >= 0; row = known.nextSetBit(row + 1)) {
            column[row] = compact[next++];
        }
        return column;
    }

    private static long[] unknown(int count) {
        long[] column = new long[count];
        Arrays.fill(column, Readings.UNKNOWN);
        return column;
    }

    private long[][] filled(int count) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                values[i] = unknown(count);
            }
        }
        return values;
    }
}
