package dev.vane.adapters.rest;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Sends requests as they are over one connection, and over another one when the server has closed it. For one thread. */
final class KeptAlive implements AutoCloseable {

    private static final int TIMEOUT_MS = 20_000;

    private final int port;
    private Socket socket;
    private InputStream stream;
    private int connections;

    KeptAlive(int port) {
        this.port = port;
        connect();
    }

    private KeptAlive(Socket connected) throws IOException {
        port = connected.getPort();
        socket = connected;
        stream = new BufferedInputStream(connected.getInputStream());
    }

    /** Over a connection that there is, which belongs to the caller. */
    static KeptAlive over(Socket connected) throws IOException {
        return new KeptAlive(connected);
    }

    /** What came back. */
    record Reply(int status, String body) {}

    /** How many connections it took so far. */
    int connections() {
        return connections;
    }

    private void connect() {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(TIMEOUT_MS);
            socket.setTcpNoDelay(true);
            stream = new BufferedInputStream(socket.getInputStream());
            connections++;
        } catch (IOException e) {
            throw new UncheckedIOException("no connection", e);
        }
    }

    /** Sends a request, which has to be framed well. */
    Reply send(byte[] request) {
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return read();
        } catch (IOException e) {
            throw new UncheckedIOException("no answer to " + RawExchange.shown(request), e);
        }
    }

    private Reply read() throws IOException {
        int status = Integer.parseInt(line().split(" ", -1)[1]);
        int length = 0;
        boolean closes = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            closes |= header.startsWith("connection:") && header.endsWith("close");
        }
        String body = new String(stream.readNBytes(length), StandardCharsets.UTF_8);
        if (closes) {
            close();
            connect();
        }
        return new Reply(status, body);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b = stream.read();
        for (; b >= 0 && b != '\n'; b = stream.read()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        if (b < 0) {
            throw new IOException("the server has closed the connection in the middle of an answer");
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close", e);
        }
    }
}
