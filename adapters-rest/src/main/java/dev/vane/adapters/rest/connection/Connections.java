package dev.vane.adapters.rest.connection;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.socket.SocketOptions;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionListener;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Set;

/**
 * The connections of one listener, which end without cutting a request.
 *
 * <p>Helidon 4.1.7 stops by closing the listening socket and interrupting every connection that waits for a request, which
 * closes it on the spot: a request that is just arriving is lost, over TLS without a word of farewell. So its connections
 * are wrapped here, in such a way that it finds nothing to interrupt, and they end by themselves:
 *
 * <ol>
 *   <li>The listening socket is closed while everybody is still served as ever. A connection is not ended before: its client
 *       would make another one, and the kernel resets those that it has taken and nobody has accepted.
 *   <li>From then on the answer to the last request that has arrived over a connection says {@code Connection: close}.
 *   <li>A connection over which nothing came for {@link #QUIET} is ended by its own thread, in the moment in which its wait
 *       for bytes runs out: so none can have arrived.
 *   <li>Whichever side a connection is ended from, the sending direction is closed first (over TLS with close_notify), and
 *       what comes is read for a while, since closing a socket with unread bytes makes the kernel take back the answer
 *       (RFC 9112, 9.6).
 * </ol>
 *
 * <p>What remains: a request that is under way while its quiet connection is ended. No server can know of it; RFC 9112,
 * 9.3.1 has clients repeat it. Safe for use by several threads.
 */
public final class Connections implements ServerConnectionSelector {

    /** For how long nothing came over a connection that may be ended; also how often its thread looks up. */
    static final Duration QUIET = Duration.ofMillis(500);

    /** How long a handshake may have taken for being waited for at a stop. */
    private static final Duration LATE_HANDSHAKE = Duration.ofSeconds(2);

    private final AcceptedSockets sockets = new AcceptedSockets(System::nanoTime);
    private final Http1ConnectionSelector http1;
    private volatile boolean ending;

    /**
     * Makes them of a configuration.
     *
     * @param config what is configured besides listeners
     * @param receiving is told of requests
     * @param sending is told of answers
     */
    public Connections(Http1Config.Builder config, Http1ConnectionListener receiving, Http1ConnectionListener sending) {
        http1 = Http1ConnectionSelector.builder()
                .config(config.addReceiveListener(new InTurn(receiving, Connection.RECEIVING))
                        .addSendListener(new InTurn(sending, Connection.SENDING))
                        .build())
                .build();
    }

    /** Tells two listeners of heads: where there are several, Helidon 4.1.7 tells none. */
    private record InTurn(Http1ConnectionListener first, Http1ConnectionListener second)
            implements Http1ConnectionListener {
        @Override
        public void prologue(ConnectionContext context, HttpPrologue prologue) {
            first.prologue(context, prologue);
            second.prologue(context, prologue);
        }

        @Override
        public void headers(ConnectionContext context, Headers headers) {
            first.headers(context, headers);
            second.headers(context, headers);
        }
    }

    /** What the listener has to be given as the options of its connections. */
    public SocketOptions socketOptions() {
        return sockets;
    }

    /**
     * Waits until nothing is accepted any more, and then lets every connection end after what it is doing.
     *
     * @param limit how long to wait
     */
    public void endAfterListening(Duration limit) throws InterruptedException {
        if (sockets.acceptor().isPresent()) {
            sockets.acceptor().get().join(limit);
        }
        ending = true;
        sockets.closeOlderThan(LATE_HANDSHAKE);
    }

    boolean ending() {
        return ending;
    }

    @Override
    public int bytesToIdentifyConnection() {
        return http1.bytesToIdentifyConnection();
    }

    @Override
    public Support supports(BufferData data) {
        return http1.supports(data);
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http1.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        return new Connection(this, sockets.take(context.remotePeer().address(), QUIET), context, http1::connection);
    }
}
