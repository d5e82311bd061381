package dev.vane.adapters.sqlite.archive;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What a forecast is wrapped in: format version and checksum; in version 1, whose content is deflated (RFC 1951), the
 * length of that, too. Nothing larger than {@link #MAX_CONTENT} is ever unpacked, whatever the length says.
 */
final class Envelope {

    /** The most bytes of content: thirty times what a run of 16 days by the hour needs. */
    static final int MAX_CONTENT = 1 << 20;

    private static final byte DEFLATED = 1;
    private static final byte LATEST = 2;
    private static final int DEFLATED_HEADER_BYTES = 1 + Integer.BYTES + Integer.BYTES;
    private static final int HEADER_BYTES = 1 + Integer.BYTES;

    private Envelope() {}

    /** Wraps a content of the latest version. */
    static byte[] wrap(byte[] content) {
        return ByteBuffer.allocate(HEADER_BYTES + content.length)
                .put(LATEST)
                .putInt(checksum(LATEST, content, 0))
                .put(content)
                .array();
    }

    /** Tells whether something claims to be of the version that is written. */
    static boolean isLatest(byte[] wrapped) {
        return wrapped.length > 0 && wrapped[0] == LATEST;
    }

    /** Unwraps a content of any version. */
    static NumberInput open(byte[] wrapped) throws DamagedForecastException {
        boolean deflated = wrapped.length > 0 && wrapped[0] == DEFLATED;
        if (wrapped.length < (deflated ? DEFLATED_HEADER_BYTES : HEADER_BYTES)) {
            throw new DamagedForecastException("it has " + wrapped.length + " bytes, fewer than its header");
        }
        if (deflated) {
            return new IntegerInput(inflated(wrapped));
        }
        if (wrapped[0] != LATEST) {
            throw new DamagedForecastException(
                    "its format is version " + wrapped[0] + ", expected " + DEFLATED + " or " + LATEST);
        }
        int expected = ByteBuffer.wrap(wrapped, 1, Integer.BYTES).getInt();
        requireChecksum(checksum(LATEST, wrapped, HEADER_BYTES), expected);
        return new ModelledInput(wrapped, HEADER_BYTES, wrapped.length);
    }

    private static byte[] inflated(byte[] wrapped) throws DamagedForecastException {
        ByteBuffer header = ByteBuffer.wrap(wrapped, 1, DEFLATED_HEADER_BYTES - 1);
        int length = header.getInt();
        if (length < 0 || length > MAX_CONTENT) {
            throw new DamagedForecastException(
                    "its length is " + Integer.toUnsignedString(length) + ", more than " + MAX_CONTENT);
        }
        byte[] content = inflate(wrapped, length);
        requireChecksum(checksum(DEFLATED, content, 0), header.getInt());
        return content;
    }

    private static byte[] inflate(byte[] wrapped, int length) throws DamagedForecastException {
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(wrapped, DEFLATED_HEADER_BYTES, wrapped.length - DEFLATED_HEADER_BYTES);
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

    private static void requireChecksum(int found, int expected) throws DamagedForecastException {
        if (found != expected) {
            throw new DamagedForecastException(String.format("its checksum is %08x, expected %08x", found, expected));
        }
    }

    /** CRC-32C (RFC 3720, appendix B.4) of the version and of what follows a place. */
    private static int checksum(byte version, byte[] bytes, int from) {
        CRC32C checksum = new CRC32C();
        checksum.update(version);
        checksum.update(bytes, from, bytes.length - from);
        return (int) checksum.getValue();
    }
}
