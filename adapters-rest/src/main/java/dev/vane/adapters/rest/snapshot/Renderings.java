package dev.vane.adapters.rest.snapshot;

import dev.vane.adapters.rest.exchange.ContentCoding;
import dev.vane.adapters.rest.exchange.Representation;
import dev.vane.domain.place.PlaceId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Remembers the documents last asked for, as bytes: a document is made once for each wish, however many ask, until a source
 * says something new or the hour is over. Holds at most {@link #MAX_BYTES} of them, those asked for last; their gzip adds
 * about a tenth. Safe for use by several threads; two that ask for a new document at once may both make it.
 */
final class Renderings {

    static final int MAX_BYTES = 3 << 20;

    private record Key(PlaceId place, Record wish) {}

    private record Rendered(Snapshot snapshot, Representation document) {

        private int size() {
            return document.bytes(ContentCoding.IDENTITY).length;
        }
    }

    private final Map<Key, Rendered> entries =
            new LinkedHashMap<>(64, 0.75f, true); // the one asked for last at the end
    private int bytes;

    Representation of(Snapshot snapshot, Record wish, Supplier<Representation> making) {
        Key key = new Key(snapshot.weather().place().id(), wish);
        return remembered(key, snapshot).orElseGet(() -> {
            Representation document = making.get();
            remember(key, new Rendered(snapshot, document));
            return document;
        });
    }

    private synchronized Optional<Representation> remembered(Key key, Snapshot snapshot) {
        return Optional.ofNullable(entries.get(key))
                .filter(entry -> entry.snapshot().readsLike(snapshot))
                .map(Rendered::document);
    }

    private synchronized void remember(Key key, Rendered entry) {
        bytes += entry.size();
        Rendered before = entries.put(key, entry);
        bytes -= before == null ? 0 : before.size();
        Iterator<Rendered> eldest = entries.values().iterator();
        while (bytes > MAX_BYTES) {
            bytes -= eldest.next().size();
            eldest.remove();
        }
    }

    /** How much is held now. */
    synchronized int bytes() {
        return bytes;
    }
}
