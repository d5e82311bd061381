package dev.vane.adapters.rest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the server listens.
 *
 * @param api where the API and the page are
 * @param operations where health, metrics and info are; not to be reached from outside
 * @param limits what a request may cost
 * @param shutdown how it stops
 * @param slowRequest from when on a request is worth a line in the log; positive
 * @param tls the certificate of the API and the page; empty if they are served over plain HTTP
 * @param streaming what streams of events may cost
 */
public record ServerSettings(
        Address api,
        Address operations,
        Limits limits,
        Shutdown shutdown,
        Duration slowRequest,
        Optional<Tls> tls,
        Streaming streaming) {

    /** Checks the duration. */
    public ServerSettings {
        if (!slowRequest.isPositive()) {
            throw new IllegalArgumentException("slow request is " + slowRequest + ", not positive");
        }
    }

    /** How the server listens without TLS. */
    public ServerSettings(Address api, Address operations, Limits limits, Shutdown shutdown, Duration slowRequest) {
        this(api, operations, limits, shutdown, slowRequest, Optional.empty(), Streaming.DEFAULT);
    }

    /** The same over TLS. */
    public ServerSettings over(Tls certificate) {
        return new ServerSettings(api, operations, limits, shutdown, slowRequest, Optional.of(certificate), streaming);
    }

    /** The same with other limits of streams. */
    public ServerSettings with(Streaming other) {
        return new ServerSettings(api, operations, limits, shutdown, slowRequest, tls, other);
    }

    /** The settings without configuration: ports 8080 and 8081 on every address. */
    public static ServerSettings defaults() {
        return new ServerSettings(
                new Address("0.0.0.0", 8080),
                new Address("0.0.0.0", 8081),
                new Limits(64 * 1024, 8 * 1024, 16 * 1024),
                new Shutdown(Duration.ofSeconds(5), Duration.ofSeconds(10)),
                Duration.ofMillis(500));
    }

    /**
     * Where to listen.
     *
     * @param host a host name or an address
     * @param port 0 to 65535; 0 is a free one
     */
    public record Address(String host, int port) {
        /** Checks the range. */
        public Address {
            if (host.isBlank()) {
                throw new IllegalArgumentException("host is blank");
            }
            requireRange("port", port, 0, 65_535);
        }
    }

    /**
     * What a request may cost.
     *
     * @param maxBody the greatest number of bytes of a body
     * @param maxTarget the greatest number of bytes of path and query
     * @param maxHeaders the greatest number of bytes of all headers
     */
    public record Limits(int maxBody, int maxTarget, int maxHeaders) {
        /** Checks the ranges. */
        public Limits {
            requireRange("max body", maxBody, 0, 64 * 1024 * 1024);
            requireRange("max target", maxTarget, 256, 64 * 1024);
            requireRange("max headers", maxHeaders, 1024, 256 * 1024);
        }
    }

    /**
     * How it stops.
     *
     * @param delay how long it goes on to serve after readiness has turned, until nobody sends requests any more
     * @param grace how long requests under way may take to end after that
     */
    public record Shutdown(Duration delay, Duration grace) {
        /** Checks that neither is negative. */
        public Shutdown {
            if (delay.isNegative() || grace.isNegative()) {
                throw new IllegalArgumentException("delay is " + delay + " and grace " + grace + ", one below zero");
            }
        }
    }

    /**
     * The certificate of the server, in PEM files as cert-manager writes them; they may change at any time.
     *
     * @param certificateFile the certificate, followed by those of its issuers but the root
     * @param privateKeyFile its key, RSA or ECDSA, not encrypted
     * @param reloadInterval how often is looked whether they have changed; positive
     */
    public record Tls(Path certificateFile, Path privateKeyFile, Duration reloadInterval) {
        /** Checks the interval. */
        public Tls {
            if (!reloadInterval.isPositive()) {
                throw new IllegalArgumentException("reload interval is " + reloadInterval + ", not positive");
            }
        }
    }

    /**
     * What streams of events may cost.
     *
     * @param subscribers how many there may be, 1 to 10,000
     * @param heartbeat after how long without an event a heartbeat is sent; positive
     * @param writeLimit after how long a client that does not read is dropped; positive
     */
    public record Streaming(int subscribers, Duration heartbeat, Duration writeLimit) {

        /** A thousand, 20 s, 10 s. */
        public static final Streaming DEFAULT = new Streaming(1000, Duration.ofSeconds(20), Duration.ofSeconds(10));

        /** Checks the ranges. */
        public Streaming {
            requireRange("subscribers", subscribers, 1, 10_000);
            if (!heartbeat.isPositive() || !writeLimit.isPositive()) {
                throw new IllegalArgumentException(
                        "heartbeat is " + heartbeat + " and write limit " + writeLimit + ", one not positive");
            }
        }
    }

    private static void requireRange(String name, int value, int minimum, int maximum) {
        if (value < minimum || value > maximum) {
            throw new IllegalArgumentException(name + " is " + value + ", not between " + minimum + " and " + maximum);
        }
    }
}
