package dev.vane.adapters.rest.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.regex.Pattern;

/**
 * A secret that opens something to whoever sends it in the header {@code Authorization}
 * (<a href="https://www.rfc-editor.org/rfc/rfc6750#section-2.1">RFC 6750, 2.1</a>). It is never shown.
 */
public final class BearerToken {

    private static final int MAX_BYTES = 1024;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/-]{32,}=*");

    private final String value;

    private BearerToken(String value) {
        this.value = value;
    }

    /**
     * Reads a file that holds nothing but the token: 32 to 1,024 letters, digits and {@code -._~+/}, white space around it
     * aside.
     *
     * @throws IOException if the file cannot be read or holds something else; the message says what is wrong with it, as in
     *     "a file that …", and shows nothing of what is in it
     */
    public static BearerToken read(Path file) throws IOException {
        String text;
        try {
            text = Files.size(file) > MAX_BYTES
                    ? ""
                    : new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).strip();
        } catch (IOException e) {
            throw new IOException("a file that cannot be read (" + e.getClass().getSimpleName() + ")", e);
        }
        if (!FORM.matcher(text).matches()) {
            throw new IOException(
                    "a file that does not hold one token of at least 32 letters, digits and -._~+/ and nothing else");
        }
        return new BearerToken(text);
    }

    /** Tells whether this is what was given, in a time that does not tell how much of it is right. */
    public boolean matches(String given) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
    }

    /** The value of the header {@code Authorization}; only for whom it is meant. */
    public String authorization() {
        return "Bearer " + value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
