package dev.vane.adapters.sources.json;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * An array of a provider's answer that knows its path. An element that is null is absent; an element of another type than
 * the one asked for is a {@link JsonFault}, thrown by every method that reads one.
 */
public final class JsonArray {

    private final String path;
    private final List<?> elements;

    private JsonArray(String path, List<?> elements) {
        this.path = path;
        this.elements = elements;
    }

    static JsonArray of(String path, Object value) {
        return new JsonArray(path, JsonType.require(List.class, "an array", value, path));
    }

    /** The path of the array from the root. */
    public String path() {
        return path;
    }

    /** The path of an element from the root, such as {@code hourly.time[3]}. */
    public String path(int index) {
        return path + "[" + index + "]";
    }

    /** The number of elements, null ones included. */
    public int size() {
        return elements.size();
    }

    /** An element that is an object; null is not one. */
    public JsonObject object(int index) {
        String at = path(index);
        return new JsonObject(at, JsonType.require(Map.class, "an object", elements.get(index), at));
    }

    /** An element that is a string; null is not one. */
    public String text(int index) {
        return JsonType.require(String.class, "a string", elements.get(index), path(index));
    }

    /** An element that is a finite number. */
    public OptionalDouble number(int index) {
        Object value = elements.get(index);
        return value instanceof JsonType.Null
                ? OptionalDouble.empty()
                : OptionalDouble.of(JsonType.number(value, path(index)));
    }

    /** An element that is a number without a fraction. */
    public OptionalLong integer(int index) {
        Object value = elements.get(index);
        return value instanceof JsonType.Null
                ? OptionalLong.empty()
                : OptionalLong.of(JsonType.integer(value, path(index)));
    }

    /** An element that is a time in seconds since 1970 in UTC; null is not one. */
    public Instant instant(int index) {
        return JsonObject.instant(JsonType.integer(elements.get(index), path(index)), path(index));
    }
}
