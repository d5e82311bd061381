package dev.vane.adapters.sources.nws;

import dev.vane.adapters.sources.json.JsonArray;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.adapters.sources.nws.NwsTimes.Span;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A layer of the raw grid: values, each for a span of its own length. Not changed once it is read.
 *
 * @param <V> the kind of value
 */
final class Layer<V> {

    /** A value and the span that it is for. */
    record Stretch<V>(Span span, V value) {}

    private final TreeMap<Instant, Stretch<V>> byStart = new TreeMap<>();

    /**
     * Reads the values of a layer.
     *
     * @param value reads the value of an item; empty if it is null
     * @throws JsonFault if spans overlap or do not rise
     */
    static <V> Layer<V> decode(JsonArray items, Function<JsonObject, Optional<V>> value) {
        Layer<V> layer = new Layer<>();
        Instant end = Instant.MIN;
        for (int i = 0; i < items.size(); i++) {
            JsonObject item = items.object(i);
            Span span = NwsTimes.span(item.requiredText("validTime"), item.path("validTime"));
            if (span.start().isBefore(end)) {
                throw new JsonFault(item.path("validTime") + " begins at " + span.start() + ", before " + end);
            }
            end = span.end();
            value.apply(item).ifPresent(found -> layer.byStart.put(span.start(), new Stretch<>(span, found)));
        }
        return layer;
    }

    /** The value from a time on. */
    Optional<V> at(Instant time) {
        return holding(time).map(Stretch::value);
    }

    /** The stretch that a time lies in; its end lies in the next one. */
    Optional<Stretch<V>> holding(Instant time) {
        return Optional.ofNullable(byStart.floorEntry(time))
                .map(Map.Entry::getValue)
                .filter(stretch -> time.isBefore(stretch.span().end()));
    }

    /** The stretch that ends at a time. */
    Optional<Stretch<V>> endingAt(Instant time) {
        return Optional.ofNullable(byStart.lowerEntry(time))
                .map(Map.Entry::getValue)
                .filter(stretch -> time.equals(stretch.span().end()));
    }

    boolean isEmpty() {
        return byStart.isEmpty();
    }
}
