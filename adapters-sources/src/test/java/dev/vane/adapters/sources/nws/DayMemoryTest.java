package dev.vane.adapters.sources.nws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DayMemoryTest {

    private final MovableClock clock = new MovableClock(Instant.EPOCH);
    private final DayMemory<String> memory = new DayMemory<>(2, clock);

    @Test
    void isFreshForADayAndThenStillThere() {
        memory.put("a", "1");
        clock.advance(Duration.ofHours(23));
        assertThat(memory.get("a").orElseThrow()).isEqualTo(new DayMemory.Remembered<>("1", Duration.ofHours(1)));
        clock.advance(Duration.ofHours(1));
        assertThat(memory.get("a").orElseThrow().fresh()).isFalse();
        assertThat(memory.get("a").orElseThrow().value()).isEqualTo("1");
    }

    @Test
    void dropsWhatWasNotUsedForLongest() {
        memory.put("a", "1");
        memory.put("b", "2");
        memory.get("a");
        memory.put("c", "3");
        assertThat(memory.get("a")).isPresent();
        assertThat(memory.get("b")).isEmpty();
        assertThat(memory.get("c")).isPresent();
    }

    @Test
    void forgetsOnRequest() {
        memory.put("a", "1");
        memory.forget("a");
        assertThat(memory.get("a")).isEmpty();
    }
}
