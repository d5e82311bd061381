package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestLogTest {

    private static final class Kept extends Handler {
        private final List<LogRecord> records = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            records.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private final Logger logger = Logger.getLogger("dev.vane.adapters.rest.exchange.Exchange");
    private final Kept kept = new Kept();

    @BeforeEach
    void listen() {
        logger.addHandler(kept);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void leave() {
        logger.removeHandler(kept);
        logger.setUseParentHandlers(true);
    }

    @Test
    void writesALineForASlowRequestWithoutItsQuery() {
        try (RunningVane vane = RunningVane.startWhereEverythingIsSlow()) {
            vane.get("/api/v1/places?q=secret", "X-Request-Id", "abc");
        }
        assertThat(kept.records).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.INFO);
            assertThat(line.getMessage())
                    .matches("slow request abc: GET /api/v1/places 200 in [0-9]+ ms")
                    .doesNotContain("secret");
        });
    }

    @Test
    void writesNoLineForARequestThatIsNotSlow() {
        try (RunningVane vane = RunningVane.startWhereNothingIsSlow()) {
            vane.get("/api/v1/places?q=portland");
        }
        assertThat(kept.records).isEmpty();
    }

    @Test
    void writesAWarningForAFaultWithTheIdOfTheRequest() {
        try (RunningVane vane = RunningVane.startWhereNothingIsSlow()) {
            vane.weather = target -> {
                throw new IllegalStateException("a fault");
            };
            vane.get("/api/v1/weather?q=secret", "X-Request-Id", "abc");
        }
        assertThat(kept.records).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARNING);
            assertThat(line.getMessage())
                    .contains("request abc", "/api/v1/weather")
                    .doesNotContain("secret");
            assertThat(line.getThrown()).hasMessage("a fault");
        });
    }

    @Test
    void tellsOfAFaultWithoutWhatAClientHasPutIntoThePath() {
        try (RunningVane vane = RunningVane.startWhereNothingIsSlow()) {
            vane.weather = target -> {
                throw new IllegalStateException("broken");
            };
            assertThat(vane.get("/forecast/secret/52.5,13.4", "X-Request-Id", "abc")
                            .statusCode())
                    .isEqualTo(500);
        }
        assertThat(kept.records)
                .singleElement()
                .satisfies(line -> assertThat(line.getMessage())
                        .matches("request abc for /forecast/.* met a fault")
                        .doesNotContain("secret"));
    }
}
