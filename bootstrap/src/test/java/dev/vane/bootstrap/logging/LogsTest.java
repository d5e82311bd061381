package dev.vane.bootstrap.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogsTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @AfterEach
    void reset() {
        LogManager.getLogManager().reset();
    }

    @Test
    void aRecordIsOneJsonObjectOnOneLine() {
        LogRecord record = new LogRecord(Level.WARNING, "a \"quoted\" back\\slash\nand a\ttab\u0001 in Łódź");
        record.setInstant(Instant.parse("2026-02-06T21:30:00Z"));
        record.setLoggerName("dev.vane");

        assertThat(new JsonLogFormatter().format(record)).isEqualTo("""
                {"time":"2026-02-06T21:30:00Z","level":"warning","logger":"dev.vane",\
                "message":"a \\"quoted\\" back\\\\slash\\nand a\\ttab\\u0001 in Łódź"}
                """);
    }

    @Test
    void anErrorIsPartOfItsLine() {
        LogRecord record = new LogRecord(Level.SEVERE, "it broke");
        record.setThrown(new IllegalStateException("because"));

        String line = new JsonLogFormatter().format(record);

        assertThat(line).contains("\"error\":\"java.lang.IllegalStateException: because\\n\\tat ");
        assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
    }

    @Test
    void onlyLinesOfTheChosenLevelAreWritten() {
        Logs.start(out, System.Logger.Level.WARNING);

        System.getLogger("dev.vane.test").log(System.Logger.Level.INFO, "unheard");
        System.getLogger("dev.vane.test").log(System.Logger.Level.WARNING, "heard {0}", "of");

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("heard of").doesNotContain("unheard");
    }
}
