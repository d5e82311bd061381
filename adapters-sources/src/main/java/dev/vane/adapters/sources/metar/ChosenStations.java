package dev.vane.adapters.sources.metar;

import dev.vane.application.spi.SourceNotes;
import dev.vane.application.spi.SourceNotes.Note;
import dev.vane.domain.place.Coordinates;
import dev.vane.domain.weather.SourceId;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Remembers which station stands for a place, across restarts, so that scores are not of one station today and of
 * another tomorrow. A note that cannot be written or read costs the choice to be made again, and nothing else. Safe for use
 * by several threads.
 */
final class ChosenStations {

    private static final System.Logger LOG = System.getLogger("dev.vane.adapters.sources");
    private static final int LIMIT = 5000;

    /** Notes are dropped after a week if they are not renewed. */
    private static final Duration RENEWED = Duration.ofDays(1);

    private static final Pattern STATION = Pattern.compile("[A-Z][A-Z0-9]{3}");

    private final SourceId source;
    private final Clock clock;
    private final SourceNotes notes;
    private final LinkedHashMap<String, Note> places = new LinkedHashMap<>(16, 0.75f, true);

    ChosenStations(SourceId source, Clock clock, SourceNotes notes) {
        this.source = source;
        this.clock = clock;
        this.notes = notes;
    }

    /** The station that stands for a point. */
    Optional<String> find(Coordinates point) {
        return note(key(point)).map(Note::text);
    }

    /** Remembers that a station stands for a point from now on. */
    void choose(Coordinates point, String station) {
        String key = key(point);
        Instant now = clock.instant();
        boolean fresh = note(key)
                .filter(note ->
                        note.text().equals(station) && now.isBefore(note.since().plus(RENEWED)))
                .isPresent();
        if (!fresh) {
            Note note = new Note(station, now);
            remember(key, note);
            keep(key, note);
        }
    }

    private Optional<Note> note(String key) {
        Optional<Note> known = remembered(key);
        if (known.isPresent()) {
            return known;
        }
        Optional<Note> noted = noted(key);
        noted.ifPresent(note -> remember(key, note));
        return noted;
    }

    private synchronized Optional<Note> remembered(String key) {
        return Optional.ofNullable(places.get(key));
    }

    private synchronized void remember(String key, Note note) {
        places.put(key, note);
        if (places.size() > LIMIT) {
            places.pollFirstEntry();
        }
    }

    private Optional<Note> noted(String key) {
        try {
            return notes.find(source, key)
                    .filter(note -> STATION.matcher(note.text()).matches());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "cannot read a note of " + source, e);
            return Optional.empty();
        }
    }

    private void keep(String key, Note note) {
        try {
            notes.keep(source, key, note);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "cannot write a note of " + source, e);
        }
    }

    private static String key(Coordinates point) {
        Coordinates rounded = point.rounded(4);
        return "station " + rounded.latitude() + "," + rounded.longitude();
    }
}
