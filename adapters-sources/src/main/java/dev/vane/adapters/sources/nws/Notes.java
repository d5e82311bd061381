package dev.vane.adapters.sources.nws;

import dev.vane.application.spi.SourceNotes;
import dev.vane.application.spi.SourceNotes.Note;
import dev.vane.domain.weather.SourceId;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * What this source wrote down about one kind of thing. Notes that cannot be written or read cost a call, and nothing else.
 *
 * @param notes where they are
 * @param kind what they are about, the beginning of their keys
 * @param write the text of a value
 * @param read the value of a text; empty if it is none
 * @param <V> what they are about
 */
record Notes<V>(SourceNotes notes, String kind, Function<V, String> write, Function<String, Optional<V>> read) {

    private static final System.Logger LOG = System.getLogger("dev.vane.adapters.sources");
    private static final SourceId SOURCE = new SourceId("nws");
    private static final String NOTHING = "";

    /**
     * A value that was written down.
     *
     * @param value the value
     * @param since when it was learned
     */
    record Noted<V>(V value, Instant since) {}

    Optional<Noted<V>> find(String key) {
        try {
            return notes.find(SOURCE, kind + key)
                    .filter(note -> !note.text().equals(NOTHING))
                    .flatMap(note -> read.apply(note.text()).map(value -> new Noted<>(value, note.since())));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "cannot read a note of " + SOURCE, e);
            return Optional.empty();
        }
    }

    void keep(String key, Noted<V> noted) {
        write(key, new Note(write.apply(noted.value()), noted.since()));
    }

    /** Writes over a note that it says nothing. */
    void drop(String key) {
        write(key, new Note(NOTHING, Instant.EPOCH));
    }

    private void write(String key, Note note) {
        try {
            notes.keep(SOURCE, kind + key, note);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "cannot write a note of " + SOURCE, e);
        }
    }
}
