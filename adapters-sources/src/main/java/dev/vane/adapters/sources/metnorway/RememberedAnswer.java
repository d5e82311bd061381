package dev.vane.adapters.sources.metnorway;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * An answer that may still hold when it is asked for again. Its text is kept, compressed to about a tenth, and read anew
 * every time: the steps would take several times the room, and what is current changes with the clock.
 */
final class RememberedAnswer {

    private final String lastModified;
    private final Instant availableAt;
    private final byte[] compressed;

    private RememberedAnswer(String lastModified, Instant availableAt, byte[] compressed) {
        this.lastModified = lastModified;
        this.availableAt = availableAt;
        this.compressed = compressed;
    }

    /**
     * Keeps an answer.
     *
     * @param lastModified the header, byte for byte
     * @param availableAt when Vane had the text first
     */
    static RememberedAnswer of(String lastModified, Instant availableAt, String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return new RememberedAnswer(lastModified, availableAt, bytes.toByteArray());
    }

    /** The same answer, confirmed under another header. */
    RememberedAnswer confirmed(String newLastModified) {
        return new RememberedAnswer(newLastModified, availableAt, compressed);
    }

    String lastModified() {
        return lastModified;
    }

    Instant availableAt() {
        return availableAt;
    }

    int bytes() {
        return compressed.length;
    }

    String text() {
        try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory failed", impossible);
        }
    }
}
