package dev.vane.adapters.rest.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static Window at(String instant, String zone) {
        return Window.at(Instant.parse(instant), ZoneId.of(zone));
    }

    @Test
    void lastsFromHourToHour() {
        Window window = at("2026-03-10T14:20:00Z", "America/Los_Angeles");
        assertThat(window.start()).isEqualTo("2026-03-10T14:00:00Z");
        assertThat(window.end()).isEqualTo("2026-03-10T15:00:00Z");
    }

    @Test
    void endsWithTheLocalDayInTheMiddleOfAnHour() {
        Window window = at("2026-03-10T18:20:00Z", "Asia/Kolkata"); // midnight is at 18:30 UTC
        assertThat(window.end()).isEqualTo("2026-03-10T18:30:00Z");
        assertThat(window.today().date()).isEqualTo("2026-03-10");
    }

    @Test
    void beginsWithTheLocalDayInTheMiddleOfAnHour() {
        Window window = at("2026-03-10T18:40:00Z", "Asia/Kolkata");
        assertThat(window.start()).isEqualTo("2026-03-10T18:30:00Z");
        assertThat(window.end()).isEqualTo("2026-03-10T19:00:00Z");
        assertThat(window.today().date()).isEqualTo("2026-03-11");
    }
}
