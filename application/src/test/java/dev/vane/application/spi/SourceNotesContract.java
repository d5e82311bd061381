package dev.vane.application.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.application.spi.SourceNotes.Note;
import dev.vane.domain.weather.SourceId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link SourceNotes} must do. A subclass gives one that is empty. */
public abstract class SourceNotesContract {

    private static final Instant NOON = Instant.parse("2026-02-06T12:00:00Z");
    private static final SourceId ALPHA = new SourceId("alpha");
    private static final SourceId BETA = new SourceId("beta");

    /** For subclasses. */
    protected SourceNotesContract() {}

    /** The notes under test: the same ones within a test, none at its start. */
    protected abstract SourceNotes notes();

    @Test
    void givesBackWhatWasKeptLast() {
        notes().keep(ALPHA, "a", new Note("first", NOON));
        notes().keep(ALPHA, "a", new Note("second", NOON.plusSeconds(1)));
        notes().keep(ALPHA, "b", new Note("other", NOON));

        assertThat(notes().find(ALPHA, "a")).contains(new Note("second", NOON.plusSeconds(1)));
        assertThat(notes().find(ALPHA, "b")).contains(new Note("other", NOON));
        assertThat(notes().find(ALPHA, "c")).isEmpty();
        assertThat(notes().find(BETA, "a")).isEmpty();
    }

    @Test
    void dropsWhatIsMoreThanAWeekOlderOfTheSameSourceOnly() {
        notes().keep(ALPHA, "old", new Note("1", NOON));
        notes().keep(BETA, "old", new Note("2", NOON));
        notes().keep(ALPHA, "week", new Note("3", NOON.plusSeconds(1)));

        notes().keep(ALPHA, "new", new Note("4", NOON.plus(Duration.ofDays(7)).plusSeconds(1)));

        assertThat(notes().find(ALPHA, "old")).isEmpty();
        assertThat(notes().find(BETA, "old")).isPresent();
        assertThat(notes().find(ALPHA, "week")).isPresent();
    }

    @Test
    void takesAnyText() {
        String hostile = "'; DROP TABLE note; --\n\"東京\" 🌧 %_\\";
        notes().keep(ALPHA, hostile, new Note(hostile, NOON));

        assertThat(notes().find(ALPHA, hostile)).contains(new Note(hostile, NOON));
    }
}
