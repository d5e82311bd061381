package dev.vane.adapters.sqlite.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/** The file of all towns is part of every image: it must stay small, as it is and compressed. */
class GazetteerSizeTest {

    private static final long LIMIT = 30_000_000;
    private static final long LIMIT_COMPRESSED = 12_000_000;

    private final Path file = BuiltGazetteer.path();

    @Test
    void theFileIsAtMost30Megabytes() throws IOException {
        assertThat(Files.size(file)).isBetween(10_000_000L, LIMIT);
    }

    @Test
    void theFileIsAtMost12MegabytesCompressed() throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (OutputStream out = new DeflaterOutputStream(OutputStream.nullOutputStream(), deflater)) {
            Files.copy(file, out);
        }

        assertThat(deflater.getBytesWritten()).isBetween(5_000_000L, LIMIT_COMPRESSED);
        deflater.end();
    }
}
