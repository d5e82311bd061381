package dev.vane.application.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallWindowTest {

    @ParameterizedTest
    @CsvSource({
        "SECOND, 2026-02-06T21:30:12.5Z, 2026-02-06T21:30:12Z, 2026-02-06T21:30:13Z",
        "MINUTE, 2026-02-06T21:30:59.999Z, 2026-02-06T21:30:00Z, 2026-02-06T21:31:00Z",
        "HOUR, 2026-02-06T21:30:12Z, 2026-02-06T21:00:00Z, 2026-02-06T22:00:00Z",
        "DAY, 2026-02-06T23:59:59Z, 2026-02-06T00:00:00Z, 2026-02-07T00:00:00Z",
        "DAY, 2026-02-06T00:00:00Z, 2026-02-06T00:00:00Z, 2026-02-07T00:00:00Z",
        "MONTH, 2028-02-29T12:00:00Z, 2028-02-01T00:00:00Z, 2028-03-01T00:00:00Z",
        "MONTH, 2026-12-31T23:59:59Z, 2026-12-01T00:00:00Z, 2027-01-01T00:00:00Z"
    })
    void beginsAndEndsOnTheWholeUnitOfUtc(CallWindow window, Instant time, Instant start, Instant end) {
        assertThat(window.start(time)).isEqualTo(start);
        assertThat(window.end(time)).isEqualTo(end);
    }
}
