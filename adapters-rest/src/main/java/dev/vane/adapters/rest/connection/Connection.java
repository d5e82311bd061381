package dev.vane.adapters.rest.connection;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.http1.Http1ConnectionListener;
import io.helidon.webserver.spi.ServerConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;

/**
 * One connection: Helidon's, which reads and writes through this one. See {@link Connections} for how it ends. Everything but
 * {@link #close} happens on the connection's own thread.
 */
final class Connection implements ServerConnection, ConnectionContext {

    /** Notices the last request of a client. */
    static final Http1ConnectionListener RECEIVING = new Http1ConnectionListener() {
        @Override
        public void headers(ConnectionContext context, Headers headers) {
            if (context instanceof Connection connection) {
                connection.clientLeaves = headers.contains(HeaderValues.CONNECTION_CLOSE);
            }
        }
    };

    /** Says {@code Connection: close} where this is the last answer. */
    static final Http1ConnectionListener SENDING = new Http1ConnectionListener() {
        @Override
        public void headers(ConnectionContext context, Headers headers) {
            if (context instanceof Connection connection && headers instanceof WritableHeaders<?> writable) {
                connection.takeLeave(writable);
            }
        }
    };

    /** How long, and up to how many bytes, is read of what comes after the last answer. */
    private static final Duration LINGER = Duration.ofSeconds(1);

    private static final int LINGER_BYTES = 256 * 1024;

    private final Connections connections;
    private final Socket socket;
    private final ConnectionContext context;
    private final DataReader reader = new DataReader(this::receive);
    private final ServerConnection http;
    private volatile boolean unwanted;
    private boolean betweenRequests = true;
    private boolean clientLeaves;
    private boolean leaveTaken;
    private boolean peerHasEnded;

    Connection(
            Connections connections,
            Socket socket,
            ConnectionContext context,
            Function<ConnectionContext, ServerConnection> http) {
        this.connections = connections;
        this.socket = socket;
        this.context = context;
        this.http = http.apply(this);
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
        try {
            http.handle(limit);
        } catch (CloseConnectionException e) {
            linger();
            throw e;
        }
        linger();
    }

    /** The next bytes; null at the end, as Helidon has it. */
    private byte[] receive() {
        while (true) {
            if (leaveTaken) {
                throw new CloseConnectionException("the last answer said so");
            }
            try {
                byte[] bytes = context.serverSocket().get();
                peerHasEnded = bytes == null;
                betweenRequests = false;
                return bytes;
            } catch (UncheckedIOException e) {
                if (!(e.getCause() instanceof SocketTimeoutException)) {
                    peerHasEnded = true;
                    throw new ServerConnectionException("cannot read from the connection", e);
                }
                if (betweenRequests && (unwanted || connections.ending())) {
                    throw new CloseConnectionException("nothing came over it");
                }
            }
        }
    }

    /** Is told of the headers of each answer before they are sent. */
    private void takeLeave(WritableHeaders<?> headers) {
        betweenRequests = reader.available() == 0;
        if (connections.ending() && betweenRequests && !hasMore()) {
            headers.set(HeaderValues.CONNECTION_CLOSE);
        }
        leaveTaken = clientLeaves || headers.contains(HeaderValues.CONNECTION_CLOSE);
    }

    /** Whether the kernel has bytes that nobody has read; over TLS it cannot be asked. */
    private boolean hasMore() {
        try {
            return !context.isSecure() && socket.getInputStream().available() > 0;
        } catch (IOException e) {
            return false; // then there is nothing more to come
        }
    }

    private void linger() {
        if (peerHasEnded) {
            return;
        }
        try {
            socket.shutdownOutput();
            long end = System.nanoTime() + LINGER.toNanos();
            int left = LINGER_BYTES;
            byte[] bytes = context.serverSocket().get();
            while (bytes != null && left > 0 && System.nanoTime() < end) {
                left -= bytes.length;
                bytes = context.serverSocket().get();
            }
        } catch (IOException | UncheckedIOException ignored) {
            // the peer says nothing more, or has closed the connection
        }
    }

    @Override
    public Duration idleTime() {
        return http.idleTime();
    }

    @Override
    public void close(boolean interrupt) {
        unwanted = true; // it ends as soon as nothing comes over it
        if (interrupt) {
            http.close(true);
        }
    }

    @Override
    public DataReader dataReader() {
        return reader;
    }

    @Override
    public DataWriter dataWriter() {
        return context.dataWriter();
    }

    @Override
    public ListenerContext listenerContext() {
        return context.listenerContext();
    }

    @Override
    public ExecutorService executor() {
        return context.executor();
    }

    @Override
    public Router router() {
        return context.router();
    }

    @Override
    public Optional<ProxyProtocolData> proxyProtocolData() {
        return context.proxyProtocolData();
    }

    @Override
    public HelidonSocket serverSocket() {
        return context.serverSocket();
    }

    @Override
    public PeerInfo remotePeer() {
        return context.remotePeer();
    }

    @Override
    public PeerInfo localPeer() {
        return context.localPeer();
    }

    @Override
    public boolean isSecure() {
        return context.isSecure();
    }

    @Override
    public String socketId() {
        return context.socketId();
    }

    @Override
    public String childSocketId() {
        return context.childSocketId();
    }
}
