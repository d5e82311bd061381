package dev.vane.adapters.sqlite.packing;

import dev.vane.adapters.sqlite.archive.DamagedForecastException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * What a forecast is wrapped in: format version, length and checksum of the content, then the content deflated
 * (RFC 1951). Nothing larger than {@link #MAX_CONTENT} is ever unpacked, whatever the length says.
 */
public final class Envelope {

    /** The most bytes of content: thirty times what a run of 16 days by the hour needs. */
    static final int MAX_CONTENT = 1 << 20;

    private static final byte VERSION = 1;
    private static final int HEADER_BYTES = 1 + Integer.BYTES + Integer.BYTES;

    private Envelope() {}

    /** Wraps a content of at most {@link #MAX_CONTENT} bytes. */
    public static byte[] wrap(byte[] content) {
        if (content.length > MAX_CONTENT) {
            throw new IllegalArgumentException(
                    "the packed run has " + content.length + " bytes, more than " + MAX_CONTENT);
        }
        ByteArrayOutputStream wrapped = new ByteArrayOutputStream();
        wrapped.writeBytes(ByteBuffer.allocate(HEADER_BYTES)
                .put(VERSION)
                .putInt(content.length)
                .putInt(checksum(content))
                .array());
        deflate(content, wrapped);
        return wrapped.toByteArray();
    }

    private static void deflate(byte[] content, ByteArrayOutputStream to) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setInput(content);
            deflater.finish();
            byte[] buffer = new byte[4096];
            while (!deflater.finished()) {
                to.write(buffer, 0, deflater.deflate(buffer));
            }
        }
    }

    /** Unwraps the content. */
    public static byte[] unwrap(byte[] wrapped) throws DamagedForecastException {
        if (wrapped.length < HEADER_BYTES) {
            throw new DamagedForecastException("it has " + wrapped.length + " bytes, fewer than its header");
        }
        ByteBuffer header = ByteBuffer.wrap(wrapped, 0, HEADER_BYTES);
        byte version = header.get();
        if (version != VERSION) {
            throw new DamagedForecastException("its format is version " + version + ", expected " + VERSION);
        }
        int length = header.getInt();
        if (length < 0 || length > MAX_CONTENT) {
            throw new DamagedForecastException(
                    "its length is " + Integer.toUnsignedString(length) + ", more than " + MAX_CONTENT);
        }
        byte[] content = inflate(wrapped, length);
        int expected = header.getInt();
        if (checksum(content) != expected) {
            throw new DamagedForecastException(
                    String.format("its checksum is %08x, expected %08x", checksum(content), expected));
        }
        return content;
    }

    private static byte[] inflate(byte[] wrapped, int length) throws DamagedForecastException {
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(wrapped, HEADER_BYTES, wrapped.length - HEADER_BYTES);
            byte[] content = new byte[length];
            int unpacked = 0;
            while (unpacked < length && !inflater.finished() && !inflater.needsInput()) {
                unpacked += inflater.inflate(content, unpacked, length - unpacked);
            }
            int excess = inflater.inflate(new byte[1]);
            if (unpacked != length || excess != 0 || !inflater.finished() || inflater.getRemaining() > 0) {
                throw new DamagedForecastException("it does not unpack to exactly " + length + " bytes");
            }
            return content;
        } catch (DataFormatException e) {
            throw new DamagedForecastException("it does not unpack", e);
        }
    }

    /** Tells whether wrapped bytes hold a content, without unpacking them if their headers differ already. */
    static boolean holds(byte[] wrapped, byte[] content) throws DamagedForecastException {
        if (wrapped.length < HEADER_BYTES) {
            return false;
        }
        ByteBuffer header = ByteBuffer.wrap(wrapped, 1, HEADER_BYTES - 1);
        boolean likely = header.getInt() == content.length && header.getInt() == checksum(content);
        return likely && Arrays.equals(unwrap(wrapped), content);
    }

    /** CRC-32C (RFC 3720, appendix B.4). */
    private static int checksum(byte[] content) {
        CRC32C checksum = new CRC32C();
        checksum.update(VERSION);
        checksum.update(content);
        return (int) checksum.getValue();
    }
}
