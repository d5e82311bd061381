package dev.vane.application.spi;

import dev.vane.domain.weather.SourceId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Notes that are gone when they are dropped: the fake for tests of sources. */
public final class InMemorySourceNotes implements SourceNotes {

    private static final Duration LONGEST = Duration.ofDays(7);

    private record Key(SourceId source, String key) {}

    private final Map<Key, Note> notes = new HashMap<>();

    /** Starts with none. */
    public InMemorySourceNotes() {}

    @Override
    public synchronized Optional<Note> find(SourceId source, String key) {
        return Optional.ofNullable(notes.get(new Key(source, key)));
    }

    @Override
    public synchronized void keep(SourceId source, String key, Note note) {
        notes.put(new Key(source, key), note);
        notes.entrySet()
                .removeIf(old -> old.getKey().source().equals(source)
                        && old.getValue().since().isBefore(note.since().minus(LONGEST)));
    }
}
