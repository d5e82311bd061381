package dev.vane.adapters.rest.exchange;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** The headers that stand on every answer, so that what a browser does with it is limited. */
public final class SecurityHeaders {

    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    /** Says that a page of any site may show an answer in a frame, also one that asks for that to be said. */
    static final Header FRAMABLE = HeaderValues.createCached("Cross-Origin-Resource-Policy", "cross-origin");

    /** What says to browsers of before Content-Security-Policy that an answer is not for frames. */
    static final HeaderName FRAME_OPTIONS = HeaderNames.create("X-Frame-Options");

    private static final List<Header> ALL = List.of(
            HeaderValues.createCached("Content-Security-Policy", CONTENT_SECURITY_POLICY),
            HeaderValues.createCached("X-Content-Type-Options", "nosniff"),
            HeaderValues.createCached(FRAME_OPTIONS, "DENY"),
            HeaderValues.createCached("Referrer-Policy", "no-referrer"),
            HeaderValues.createCached(
                    "Permissions-Policy", "geolocation=(self), camera=(), microphone=(), payment=(), usb=()"),
            HeaderValues.createCached("Cross-Origin-Opener-Policy", "same-origin"),
            HeaderValues.createCached("Cross-Origin-Resource-Policy", "same-origin"));

    private SecurityHeaders() {}

    /**
     * The headers, to come in place of the others, of a page that any site may show in a frame: it can run nothing, load
     * nothing and send nothing.
     *
     * @param style the stylesheet that stands in the page, and the only one that it may have
     */
    public static List<Header> ofFramablePage(String style) {
        String policy = String.join(
                "; ",
                "default-src 'none'",
                "style-src 'sha256-" + hash(style) + "'",
                "base-uri 'none'",
                "form-action 'none'",
                "frame-ancestors *");
        return List.of(HeaderValues.createCached("Content-Security-Policy", policy), FRAMABLE);
    }

    private static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Sets them. */
    public static void on(ServerResponseHeaders headers) {
        for (Header header : ALL) {
            headers.set(header);
        }
    }
}
