package dev.vane.adapters.sqlite.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Packs observations into few bytes, each column by itself, so that who wants a few of them reads no more. The layout is
 * described in docs/observation-format.md.
 */
final class ObservationPacker {

    static final byte VERSION = 1;

    /** Version and checksum. */
    static final int HEADER_BYTES = 1 + Integer.BYTES;

    /** The most observations that are packed together. */
    static final int MOST = 4096;

    private ObservationPacker() {}

    /** Packs observations with all columns, at least one and at most {@link #MOST} of them. */
    static byte[] pack(Readings readings) {
        List<byte[]> columns = new ArrayList<>();
        ModelledOutput directory = new ModelledOutput();
        directory.number(readings.size());
        ModelledOutput times = new ModelledOutput();
        times.column(readings.times());
        columns.add(times.toByteArray());
        directory.number(columns.getLast().length);
        for (int column = 0; column < readings.columns().size(); column++) {
            long[] values = readings.values(column);
            if (Arrays.stream(values).anyMatch(value -> value != Readings.UNKNOWN)) {
                columns.add(pack(values));
                directory.number(readings.columns().get(column).code());
                directory.number(columns.getLast().length);
            }
        }
        directory.number(0);
        return wrap(directory.toByteArray(), columns);
    }

    private static byte[] pack(long[] values) {
        BitSet known = new BitSet();
        for (int i = 0; i < values.length; i++) {
            known.set(i, values[i] != Readings.UNKNOWN);
        }
        ModelledOutput out = new ModelledOutput();
        Presence.write(out, known, values.length);
        out.column(known.stream().mapToLong(i -> values[i]).toArray());
        return out.toByteArray();
    }

    private static byte[] wrap(byte[] directory, List<byte[]> columns) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(ByteBuffer.allocate(Short.BYTES)
                .putShort((short) directory.length)
                .array());
        content.writeBytes(directory);
        columns.forEach(content::writeBytes);
        byte[] bytes = content.toByteArray();
        return ByteBuffer.allocate(HEADER_BYTES + bytes.length)
                .put(VERSION)
                .putInt(checksum(bytes, 0))
                .put(bytes)
                .array();
    }

    /** CRC-32C (RFC 3720, appendix B.4) of the version and of what follows a place. */
    static int checksum(byte[] bytes, int from) {
        CRC32C checksum = new CRC32C();
        checksum.update(VERSION);
        checksum.update(bytes, from, bytes.length - from);
        return (int) checksum.getValue();
    }
}
