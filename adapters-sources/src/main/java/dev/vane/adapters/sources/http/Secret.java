package dev.vane.adapters.sources.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A token that must not be seen. Prints as {@code ***}; only {@link #reveal()} gives it away. */
public final class Secret {

    private static final String MASK = "***";

    private final String token;
    private final Pattern occurrence;

    private Secret(String token) {
        this.token = token;
        String encoded = URLEncoder.encode(token, StandardCharsets.UTF_8);
        occurrence = Pattern.compile(Pattern.quote(token) + "|" + Pattern.quote(encoded), Pattern.CASE_INSENSITIVE);
    }

    /**
     * Wraps a token, without the white space around it.
     *
     * @throws IllegalArgumentException if nothing is left, or there is a space or control character within; the message
     *     does not hold the token
     */
    public static Secret of(String token) {
        String stripped = token.strip();
        if (!stripped.matches("[\\x21-\\x7e]+")) {
            throw new IllegalArgumentException(
                    stripped.isEmpty() ? "the token is empty" : "the token has a character that no token has");
        }
        return new Secret(stripped);
    }

    /** The token, for the one place that has to send it. */
    public String reveal() {
        return token;
    }

    /** A text with every occurrence of the token replaced, plain or URL-encoded, in any case. */
    public String redact(String text) {
        return occurrence.matcher(text).replaceAll(MASK);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && token.equals(that.token);
    }

    @Override
    public int hashCode() {
        return token.hashCode();
    }

    @Override
    public String toString() {
        return MASK;
    }
}
