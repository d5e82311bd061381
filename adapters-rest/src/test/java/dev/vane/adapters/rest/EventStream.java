package dev.vane.adapters.rest;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A client of a stream of events, on a raw socket, that sees how they are framed. */
final class EventStream implements AutoCloseable {

    private static final String CRLF = "\r\n";
    private static final int TIMEOUT_MS = 20_000;

    private final Socket socket;
    private final InputStream in;
    private final Map<String, String> headers = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private final int status;
    private boolean ended;

    /** An event; a bare {@code retry} is one, too. */
    record Event(Map<String, String> fields) {
        String name() {
            return fields.getOrDefault("event", "");
        }

        String data() {
            return fields.get("data");
        }

        Optional<String> id() {
            return Optional.ofNullable(fields.get("id"));
        }

        int retry() {
            return Integer.parseInt(fields.get("retry"));
        }
    }

    private EventStream(int port, String target, String... lines) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIMEOUT_MS);
        String head = "GET " + target + " HTTP/1.1" + CRLF + "Host: a" + CRLF;
        for (String line : lines) {
            head += line + CRLF;
        }
        socket.getOutputStream().write((head + CRLF).getBytes(StandardCharsets.US_ASCII));
        in = new BufferedInputStream(socket.getInputStream());
        status = Integer.parseInt(line().split(" ", 3)[1]);
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
    }

    static EventStream open(RunningVane vane, String target, String... lines) {
        try {
            return new EventStream(vane.server.port(), target, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int status() {
        return status;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the connection ended within '" + line + "'");
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    /** The next event, or empty if the stream has come to its proper end. */
    Optional<Event> next() {
        try {
            while (text.indexOf("\n\n") < 0 && !ended) {
                chunk();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int end = text.indexOf("\n\n");
        if (end < 0) {
            return Optional.empty();
        }
        Map<String, String> fields = new HashMap<>();
        for (String line : text.substring(0, end).split("\n", -1)) {
            String[] parts = line.split(": ", 2);
            fields.put(parts[0], parts[1]);
        }
        text.delete(0, end + 2);
        return Optional.of(new Event(fields));
    }

    private void chunk() throws IOException {
        int length = Integer.parseInt(line(), 16);
        ended = length == 0;
        text.append(new String(in.readNBytes(length), StandardCharsets.UTF_8));
        if (!line().isEmpty()) {
            throw new IOException("a chunk does not end where it says");
        }
    }

    /** The next event of a name; others are passed over. */
    Event next(String name) {
        while (true) {
            Event event = next().orElseThrow(() -> new AssertionError("the stream ended before " + name));
            if (event.name().equals(name)) {
                return event;
            }
        }
    }

    /** Whether nothing at all comes after the end. */
    boolean isClosed() {
        try {
            return in.read() < 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
