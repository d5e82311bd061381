package dev.vane.adapters.rest.history;

import dev.vane.adapters.rest.exchange.Answer;
import dev.vane.application.api.ReadHistory.Rows;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes rows in a format while they are read. An exception of either ends both. */
final class StreamedRows implements Answer.Content {

    private final RowFormat format;
    private final Rows rows;

    StreamedRows(RowFormat format, Rows rows) {
        this.format = format;
        this.rows = rows;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        write(format.head(), out);
        StringBuilder text = new StringBuilder();
        boolean[] first = {true};
        rows.forEach(row -> {
            text.setLength(0);
            format.append(row, first[0], text);
            first[0] = false;
            try {
                write(text.toString(), out);
            } catch (IOException e) {
                throw new UncheckedIOException("a row cannot be written", e);
            }
        });
        write(format.tail(), out);
    }

    private static void write(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
