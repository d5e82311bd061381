package dev.vane.adapters.sources.http;

import java.net.URI;
import java.time.Duration;

/**
 * How Vane calls providers.
 *
 * @param userAgent who we say we are; visible ASCII
 * @param connectTimeout the longest time for a connection, positive
 * @param totalTimeout the longest time for a call from start to the last byte, positive
 * @param maximumBytes the greatest size of an answer, before and after decompression, positive
 */
public record HttpSettings(String userAgent, Duration connectTimeout, Duration totalTimeout, int maximumBytes) {

    /** The greatest size of an answer that is accepted by default. */
    public static final int DEFAULT_MAXIMUM_BYTES = 4 * 1024 * 1024;

    /** Checks that the limits are limits and that the name can stand in a header. */
    public HttpSettings {
        if (!userAgent.matches("[\\x20-\\x7e]+")) {
            throw new IllegalArgumentException("user agent is '" + userAgent + "', not visible ASCII");
        }
        requirePositive("connect timeout", connectTimeout);
        requirePositive("total timeout", totalTimeout);
        if (maximumBytes <= 0) {
            throw new IllegalArgumentException("maximum size of an answer is " + maximumBytes + " bytes, not positive");
        }
    }

    /** 5 s to connect, 15 s in all, 4 MiB; named {@code vane/<version> (+<contact>)} as MET Norway and NWS ask. */
    public static HttpSettings standard(String version, URI contact) {
        String userAgent = "vane/" + version + " (+" + contact + ")";
        return new HttpSettings(userAgent, Duration.ofSeconds(5), Duration.ofSeconds(15), DEFAULT_MAXIMUM_BYTES);
    }

    private static void requirePositive(String what, Duration time) {
        if (!time.isPositive()) {
            throw new IllegalArgumentException(what + " is " + time + ", not positive");
        }
    }
}
