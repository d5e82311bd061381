package dev.vane.adapters.rest.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoded UTF-8 (RFC 3986, 2.1), strictly: Helidon's own decoder lets malformed input pass, as other text. */
final class PercentEncoding {

    private PercentEncoding() {}

    /**
     * Decodes a name or a value of a query; a plus sign is a space.
     *
     * @throws IllegalArgumentException saying what is wrong, to follow the name of a parameter in a sentence
     */
    static String decode(String raw) {
        if (raw.chars().allMatch(c -> c < 0x80 && c != '%' && c != '+')) {
            return raw;
        }
        ByteBuffer bytes = ByteBuffer.allocate(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c >= 0x80) {
                throw new IllegalArgumentException("has a character that is not percent-encoded");
            }
            if (c == '%') {
                bytes.put(octet(raw, i + 1));
                i += 2;
            } else {
                bytes.put((byte) (c == '+' ? ' ' : c));
            }
        }
        return utf8(bytes.flip());
    }

    private static byte octet(String raw, int at) {
        boolean complete = at + 2 <= raw.length()
                && HexFormat.isHexDigit(raw.charAt(at))
                && HexFormat.isHexDigit(raw.charAt(at + 1));
        if (!complete) {
            throw new IllegalArgumentException("has a percent sign without two hexadecimal digits after it");
        }
        return (byte) HexFormat.fromHexDigits(raw, at, at + 2);
    }

    private static String utf8(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("is not UTF-8", e);
        }
    }
}
