package dev.vane.adapters.rest.exchange;

import io.helidon.http.Header;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
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

    private static final List<Header> ALL = List.of(
            HeaderValues.createCached("Content-Security-Policy", CONTENT_SECURITY_POLICY),
            HeaderValues.createCached("X-Content-Type-Options", "nosniff"),
            HeaderValues.createCached("X-Frame-Options", "DENY"),
            HeaderValues.createCached("Referrer-Policy", "no-referrer"),
            HeaderValues.createCached(
                    "Permissions-Policy", "geolocation=(self), camera=(), microphone=(), payment=(), usb=()"),
            HeaderValues.createCached("Cross-Origin-Opener-Policy", "same-origin"),
            HeaderValues.createCached("Cross-Origin-Resource-Policy", "same-origin"));

    private SecurityHeaders() {}

    /** Sets them. */
    public static void on(ServerResponseHeaders headers) {
        ALL.forEach(headers::set);
    }
}
