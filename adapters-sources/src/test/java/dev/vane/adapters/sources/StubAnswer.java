package dev.vane.adapters.sources;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/**
 * What a {@link StubProvider} answers.
 *
 * @param status the HTTP status
 * @param headers more headers
 * @param body the bytes on the wire
 * @param delay how long to wait before the answer
 * @param manner how the body is sent
 */
public record StubAnswer(int status, Map<String, String> headers, Body body, Duration delay, Manner manner) {

    /** How a body is sent. */
    public enum Manner {
        /** All of it. */
        WHOLE,
        /** The first half of what the header announces; then the connection is closed. */
        CUT,
        /** Not at all, nor any head: the connection is closed. */
        CLOSED,
        /** One byte every 20 ms. */
        DRIPPING
    }

    /** Bytes that are not changed, sent once or several times on end. */
    public static final class Body {
        private final byte[] bytes;
        private final int times;

        private Body(byte[] bytes, int times) {
            this.bytes = bytes.clone();
            this.times = times;
        }

        byte[] getBytes() {
            return bytes.clone();
        }

        int times() {
            return times;
        }

        long length() {
            return (long) bytes.length * times;
        }
    }

    /** Stands in a header for the address of {@link StubProvider#elsewhere}. */
    static final String ELSEWHERE = "{elsewhere}";

    /** Copies the headers. */
    public StubAnswer {
        headers = Map.copyOf(headers);
    }

    /** Status 200 with a JSON text. */
    public static StubAnswer json(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8)).withHeader("Content-Type", "application/json");
    }

    /** Status 200 with a file's content as JSON. */
    public static StubAnswer file(Path file) {
        try {
            return bytes(Files.readAllBytes(file)).withHeader("Content-Type", "application/json");
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    /** Status 200 with any bytes. */
    public static StubAnswer bytes(byte[] bytes) {
        return new StubAnswer(200, Map.of(), new Body(bytes, 1), Duration.ZERO, Manner.WHOLE);
    }

    /** A status with an empty body. */
    public static StubAnswer status(int status) {
        return bytes(new byte[0]).withStatus(status);
    }

    /** A status with an HTML page, as a proxy or a web server sends it. */
    public static StubAnswer html(int status) {
        String page = "<!DOCTYPE html><html><body><h1>" + status + " from some web server</h1></body></html>";
        return json(page).withStatus(status).withHeader("Content-Type", "text/html");
    }

    /** Status 200 with a body of so many megabytes, of which one at a time is held in memory. */
    public static StubAnswer huge(int megabytes) {
        byte[] megabyte = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        return new StubAnswer(200, Map.of(), new Body(megabyte, megabytes), Duration.ZERO, Manner.WHOLE)
                .withHeader("Content-Type", "application/json");
    }

    /** A redirect to another provider: {@link StubProvider#elsewhere}. */
    public static StubAnswer redirectElsewhere() {
        return status(302).withHeader("Location", ELSEWHERE + "/");
    }

    /** Status 200 with a gzip of a few kilobytes that unpacks to as many megabytes of white space. */
    public static StubAnswer gzipBomb(int megabytes) {
        byte[] megabyte = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        return gzip(out -> {
            for (int i = 0; i < megabytes; i++) {
                out.write(megabyte);
            }
        });
    }

    /** The same answer compressed with gzip. */
    public StubAnswer gzipped() {
        StubAnswer compressed = gzip(out -> out.write(body.bytes));
        return new StubAnswer(status, headers, compressed.body, delay, manner).withHeader("Content-Encoding", "gzip");
    }

    /** The same answer with another status. */
    public StubAnswer withStatus(int other) {
        return new StubAnswer(other, headers, body, delay, manner);
    }

    /** The same answer with one more header. */
    public StubAnswer withHeader(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new StubAnswer(status, more, body, delay, manner);
    }

    /** The same answer, after a while. */
    public StubAnswer after(Duration wait) {
        return new StubAnswer(status, headers, body, wait, manner);
    }

    /** The same answer, cut off in the middle. */
    public StubAnswer cut() {
        return new StubAnswer(status, headers, body, delay, Manner.CUT);
    }

    /** No answer: the connection is closed before any head. */
    public static StubAnswer closed() {
        return new StubAnswer(0, Map.of(), new Body(new byte[0], 1), Duration.ZERO, Manner.CLOSED);
    }

    /** The same answer, byte by byte. */
    public StubAnswer dripping() {
        return new StubAnswer(status, headers, body, delay, Manner.DRIPPING);
    }

    /**
     * The same answer with another text, its headers kept.
     *
     * @throws IllegalStateException if the body is compressed or sent several times
     */
    public StubAnswer mapText(UnaryOperator<String> change) {
        if (headers.containsKey("Content-Encoding") || body.times() > 1) {
            throw new IllegalStateException("the body is no text");
        }
        String text = change.apply(new String(body.bytes, StandardCharsets.UTF_8));
        Body changed = new Body(text.getBytes(StandardCharsets.UTF_8), 1);
        return new StubAnswer(status, headers, changed, delay, manner);
    }

    /**
     * The same JSON answer with every time in it moved: those in ISO 8601 with an offset, also in intervals, and those in
     * seconds since 1970. A provider whose runs are frozen is one whose answer is moved back by what the clock has gone on.
     */
    public StubAnswer shifted(Duration by) {
        return mapText(json -> JsonText.shifted(json, by));
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static StubAnswer gzip(Writing writing) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(compressed)) {
            writing.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return bytes(compressed.toByteArray()).withHeader("Content-Encoding", "gzip");
    }
}
