package dev.vane.adapters.sources.nws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.application.spi.InMemorySourceNotes;
import dev.vane.application.spi.SourceNotes;
import dev.vane.domain.weather.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DayMemoryTest {

    private final MovableClock clock = new MovableClock(Instant.EPOCH);
    private final InMemorySourceNotes notes = new InMemorySourceNotes();
    private final DayMemory<String> memory = memory(SourceNotes.NONE);

    private DayMemory<String> memory(SourceNotes kept) {
        return new DayMemory<>(2, clock, new Notes<>(kept, "kind ", text -> text, Optional::of));
    }

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

    @Test
    void aNewOneHasFromTheNotesWhatIsAsFreshAsItWas() {
        memory(notes).put("a", "1");
        clock.advance(Duration.ofHours(23));

        assertThat(memory(notes).get("a")).contains(new DayMemory.Remembered<>("1", Duration.ofHours(1)));
        assertThat(memory(notes).get("b")).isEmpty();
    }

    @Test
    void whatIsForgottenIsForgottenInTheNotesToo() {
        DayMemory<String> noted = memory(notes);
        noted.put("a", "1");
        noted.forget("a");

        assertThat(noted.get("a")).isEmpty();
        assertThat(memory(notes).get("a")).isEmpty();
    }

    @Test
    void notesThatFailCostNothingElse() {
        DayMemory<String> broken = memory(new SourceNotes() {
            @Override
            public Optional<Note> find(SourceId source, String key) {
                throw new IllegalStateException("disk gone");
            }

            @Override
            public void keep(SourceId source, String key, Note note) {
                throw new IllegalStateException("disk full");
            }
        });
        assertThat(broken.get("a")).isEmpty();
        broken.put("a", "1");

        assertThat(broken.get("a")).isPresent();
    }
}
