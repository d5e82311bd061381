package dev.vane.adapters.rest.weather;

import dev.vane.adapters.rest.contract.Json;
import dev.vane.adapters.rest.exchange.ContentCoding;
import dev.vane.adapters.rest.exchange.Representation;
import dev.vane.application.api.PlaceWeather;
import dev.vane.domain.place.PlaceId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers the documents last asked for, as bytes: a document is made once for each wish, however many ask, until a source
 * says something new or the hour is over. Holds at most {@link #MAX_BYTES} of them, those asked for last; their gzip adds
 * about a tenth. Safe for use by several threads; two that ask for a new document at once may both make it.
 */
final class RenderedWeather {

    static final int MAX_BYTES = 3 << 20;

    private record Key(PlaceId place, Wish wish) {}

    private record Rendered(PlaceWeather weather, Window window, Representation document) {

        /** By identity: the snapshot is the same object until a source says something new. */
        @SuppressWarnings("ReferenceEquality")
        private boolean stands(PlaceWeather now, Window current) {
            return weather == now && window.equals(current);
        }

        private int size() {
            return document.bytes(ContentCoding.IDENTITY).length;
        }
    }

    private final Map<Key, Rendered> entries =
            new LinkedHashMap<>(64, 0.75f, true); // the one asked for last at the end
    private int bytes;

    Representation of(PlaceWeather weather, Wish wish, Window window) {
        Key key = new Key(weather.place().id(), wish);
        return remembered(key, weather, window).orElseGet(() -> {
            byte[] bytes = Json.bytes(WeatherDocument.of(weather, wish, window));
            Representation document = Representation.of(Json.MEDIA_TYPE, bytes);
            remember(key, new Rendered(weather, window, document));
            return document;
        });
    }

    private synchronized Optional<Representation> remembered(Key key, PlaceWeather weather, Window window) {
        return Optional.ofNullable(entries.get(key))
                .filter(entry -> entry.stands(weather, window))
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
