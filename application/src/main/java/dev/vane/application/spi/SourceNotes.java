package dev.vane.application.spi;

import dev.vane.domain.weather.SourceId;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers for sources, across restarts, what they would otherwise have to ask their provider for again: which grid cell a
 * place is in, for example. Safe for use by several threads.
 */
public interface SourceNotes {

    /** Remembers nothing. */
    SourceNotes NONE = new SourceNotes() {
        @Override
        public Optional<Note> find(SourceId source, String key) {
            return Optional.empty();
        }

        @Override
        public void keep(SourceId source, String key, Note note) {}
    };

    /** The note that a source kept last under a key. */
    Optional<Note> find(SourceId source, String key);

    /**
     * Keeps a note in place of an earlier one. Returns once it is on disk. Notes of the source that are more than a week
     * older than this one are dropped.
     */
    void keep(SourceId source, String key, Note note);

    /**
     * A note.
     *
     * @param text what the source can read
     * @param since when it learned it
     */
    record Note(String text, Instant since) {}
}
