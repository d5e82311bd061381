package dev.vane.adapters.rest.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.application.api.ReadHistory.Row;
import dev.vane.application.api.ReadHistory.RunTimes;
import dev.vane.domain.weather.SourceId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StreamedRowsTest {

    private static final Row ROW = new Row() {
        @Override
        public SourceId source() {
            return new SourceId("a");
        }

        @Override
        public Optional<RunTimes> run() {
            return Optional.empty();
        }

        @Override
        public Instant from() {
            return Instant.EPOCH;
        }

        @Override
        public Instant to() {
            return Instant.EPOCH;
        }

        @Override
        public double value(int variable, int aggregate) {
            return 0;
        }
    };

    /** Writes a letter a row. */
    private static final RowFormat LETTERS = new RowFormat() {
        @Override
        public String head() {
            return "";
        }

        @Override
        public void append(Row row, boolean first, StringBuilder text) {
            text.append(row.source());
        }

        @Override
        public String tail() {
            return "";
        }
    };

    /** Takes two bytes. */
    private static final class TwoBytes extends OutputStream {
        private int left = 2;

        @Override
        public void write(int b) throws IOException {
            if (left-- == 0) {
                throw new IOException("gone");
            }
        }
    }

    @Test
    void endWithTheFirstRowThatCannotBeWritten() {
        AtomicInteger visited = new AtomicInteger();
        StreamedRows rows = new StreamedRows(LETTERS, visitor -> {
            for (int i = 0; i < 10; i++) {
                visited.incrementAndGet();
                visitor.row(ROW);
            }
        });
        assertThatThrownBy(() -> rows.writeTo(new TwoBytes()))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("gone");
        assertThat(visited).hasValue(3);
    }
}
