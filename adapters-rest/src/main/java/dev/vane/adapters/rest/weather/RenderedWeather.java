package dev.vane.adapters.rest.weather;

import dev.vane.adapters.rest.contract.Json;
import dev.vane.adapters.rest.exchange.Representation;
import dev.vane.application.api.PlaceWeather;
import dev.vane.domain.place.PlaceId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers the documents last asked for, as bytes: a document is made once for each wish, however many ask, until a source
 * says something new or the hour is over. Holds at most {@link #CAPACITY} documents, those asked for last; with their
 * gzip that is about 2 MB. Safe for use by several threads; two that ask for a new document at once may both make it.
 */
final class RenderedWeather {

    static final int CAPACITY = 64;

    private record Key(PlaceId place, Wish wish) {}

    private record Rendered(PlaceWeather weather, Window window, Representation document) {

        /** By identity: the snapshot is the same object until a source says something new. */
        @SuppressWarnings("ReferenceEquality")
        private boolean stands(PlaceWeather now, Window current) {
            return weather == now && window.equals(current);
        }
    }

    private final Map<Key, Rendered> entries = new LinkedHashMap<>(CAPACITY * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Rendered> eldest) {
            return size() > CAPACITY;
        }
    };

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
        entries.put(key, entry);
    }
}
