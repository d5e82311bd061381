package dev.vane.adapters.sources.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Turns the bytes of a body into text: decompressed within a limit, and decoded as UTF-8 (RFC 8259, section 8.1). */
final class BodyText {

    private BodyText() {}

    /** Decompresses and decodes a body, strictly. */
    static String strict(byte[] body, String encoding, int limit) throws IOException {
        byte[] plain = plain(body, encoding, limit);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(plain))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new IOException("the answer is not UTF-8 text", notUtf8);
        }
    }

    /** Decompresses and decodes a body that only explains a failure: what cannot be read is left out. */
    static String lenient(byte[] body, String encoding, int limit) {
        try {
            return new String(plain(body, encoding, limit), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static byte[] plain(byte[] body, String encoding, int limit) throws IOException {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" -> decompressed(body, limit);
            default -> throw new IOException("the answer is compressed in a way that was not asked for");
        };
    }

    private static byte[] decompressed(byte[] body, int limit) throws IOException {
        byte[] plain;
        try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            plain = gzip.readNBytes(limit + 1);
        } catch (IOException broken) {
            throw new IOException("the answer is not the gzip that it claims to be, or ends too early", broken);
        }
        if (plain.length > limit) {
            throw new LimitedBody.TooLarge(limit);
        }
        return plain;
    }
}
