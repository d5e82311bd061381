package dev.vane.adapters.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What came back for bytes that were sent over a socket as they are. The sending side is closed after them, so that a
 * server that waits for more sees the end.
 *
 * @param status the status of the first answer
 * @param head its headers as they came
 * @param body what came after them
 */
record RawExchange(int status, List<String> head, String body) {

    private static final int TIMEOUT_MS = 20_000;

    static RawExchange of(int port, byte[] request) {
        return of(port, request, true);
    }

    /** Leaves the sending side open: returns when the server closes the connection. */
    static RawExchange untilClosed(int port, byte[] request) {
        return of(port, request, false);
    }

    private static RawExchange of(int port, byte[] request, boolean end) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MS);
            socket.setTcpNoDelay(true);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            if (end) {
                socket.shutdownOutput();
            }
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("no answer to " + shown(request), e);
        }
    }

    private static RawExchange read(InputStream stream) throws IOException {
        List<String> head = new ArrayList<>();
        for (String line = line(stream); !line.isEmpty(); line = line(stream)) {
            head.add(line);
        }
        if (head.isEmpty()) {
            return new RawExchange(0, head, "");
        }
        RawExchange bodiless =
                new RawExchange(Integer.parseInt(head.getFirst().split(" ", -1)[1]), List.copyOf(head), "");
        return new RawExchange(
                bodiless.status(), bodiless.head(), new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    }

    private static String line(InputStream stream) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = stream.read(); b >= 0 && b != '\n'; b = stream.read()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    Optional<String> header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return head.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst();
    }

    static String shown(byte[] request) {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        return text.length() > 200 ? text.substring(0, 200) + "… (" + request.length + " bytes)" : text;
    }
}
