package dev.vane.adapters.rest.connection;

import io.helidon.common.socket.SocketOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The sockets that were accepted and are not yet connections, because their TLS handshake is not over. Helidon shows a
 * socket to its options alone, on the thread that accepts: so this is where they are met. Safe for use by several threads.
 */
final class AcceptedSockets implements SocketOptions {

    /** How long a handshake may take. */
    static final Duration HANDSHAKE = Duration.ofSeconds(10);

    /**
     * How much the kernel keeps for a client that does not read, in bytes; it takes up to twice that. Without, it would be
     * up to megabytes for each, and it would take long until it shows.
     */
    private static final int SEND_BUFFER = 64 * 1024;

    /** Up to so many may wait before anyone looks for how long. */
    private static final int MANY = 64;

    private record Accepted(Socket socket, long nanos) {}

    private final SocketOptions options =
            SocketOptions.builder().socketSendBufferSize(SEND_BUFFER).build();
    private final Map<SocketAddress, Accepted> waiting = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;
    private volatile Optional<Thread> acceptor = Optional.empty();

    AcceptedSockets(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Meets a socket that was just accepted. */
    @Override
    public void configureSocket(Socket socket) {
        if (acceptor.isEmpty()) {
            acceptor = Optional.of(Thread.currentThread());
        }
        options.configureSocket(socket);
        if (waiting.size() > MANY) {
            closeOlderThan(HANDSHAKE);
        }
        waiting.put(socket.getRemoteSocketAddress(), new Accepted(socket, nanoTime.getAsLong()));
    }

    /**
     * Hands over the socket of a peer, from now on with a limit for each wait for bytes.
     *
     * @throws IllegalStateException if none was accepted of this peer
     */
    Socket take(SocketAddress peer, Duration limit) {
        Accepted accepted = waiting.remove(peer);
        if (accepted == null) {
            throw new IllegalStateException("no socket of " + peer + " was accepted");
        }
        try {
            accepted.socket().setSoTimeout((int) limit.toMillis());
        } catch (SocketException e) {
            throw new UncheckedIOException("the connection has ended", e);
        }
        return accepted.socket();
    }

    /** Closes those that have been waiting for longer than this: a handshake that failed or never began. */
    void closeOlderThan(Duration age) {
        long now = nanoTime.getAsLong();
        waiting.forEach((peer, accepted) -> {
            if (now - accepted.nanos() > age.toNanos() && waiting.remove(peer, accepted)) {
                close(accepted.socket());
            }
        });
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // nobody is left to be told
        }
    }

    /** The thread that accepts; it ends when nothing is accepted any more. Empty as long as nothing was. */
    Optional<Thread> acceptor() {
        return acceptor;
    }

    @Override
    public Map<SocketOption<?>, Object> socketOptions() {
        return options.socketOptions();
    }

    @Override
    public Duration connectTimeout() {
        return options.connectTimeout();
    }

    @Override
    public Duration readTimeout() {
        return options.readTimeout();
    }

    @Override
    public Optional<Integer> socketReceiveBufferSize() {
        return options.socketReceiveBufferSize();
    }

    @Override
    public Optional<Integer> socketSendBufferSize() {
        return options.socketSendBufferSize();
    }

    @Override
    public boolean socketReuseAddress() {
        return options.socketReuseAddress();
    }

    @Override
    public boolean socketKeepAlive() {
        return options.socketKeepAlive();
    }

    @Override
    public boolean tcpNoDelay() {
        return options.tcpNoDelay();
    }
}
