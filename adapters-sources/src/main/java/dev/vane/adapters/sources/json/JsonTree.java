package dev.vane.adapters.sources.json;

import io.avaje.json.JsonReader;
import io.avaje.json.stream.BufferRecycleStrategy;
import io.avaje.json.stream.JsonStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parses one JSON text (RFC 8259) into objects to be read with {@link JsonObject}. Bounds depth and number of values, so
 * that a hostile text of a few megabytes costs neither the stack nor the heap; the parser refuses strings of more than 32
 * thousand characters by itself. Not safe for use by several threads.
 */
public final class JsonTree {

    /** The deepest nesting that is read; providers' documents stay below 8. */
    static final int MAXIMUM_DEPTH = 32;

    /** The greatest number of values that is read; 16 days of every variable by the hour are 10 thousand. */
    public static final int MAXIMUM_VALUES = 200_000;

    /** Without shared buffers: what a broken text leaves in a parser cannot reach the next one. */
    private static final JsonStream STREAM = JsonStream.builder()
            .bufferRecycling(BufferRecycleStrategy.NO_RECYCLING)
            .build();

    private int values;

    private JsonTree() {}

    /**
     * Parses a text whose outermost value is an object.
     *
     * @throws JsonFault if the text is empty, markup, not JSON, too deep, too big, or not an object
     */
    public static JsonObject parse(String text) {
        Object root = root(text);
        if (root instanceof Map<?, ?> members) {
            return new JsonObject("", members);
        }
        throw new JsonFault("the answer is " + JsonType.name(root) + ", not an object");
    }

    /**
     * Parses a text whose outermost value is an array.
     *
     * @throws JsonFault if the text is empty, markup, not JSON, too deep, too big, or not an array
     */
    public static JsonArray parseArray(String text) {
        Object root = root(text);
        if (root instanceof List<?>) {
            return JsonArray.of("", root);
        }
        throw new JsonFault("the answer is " + JsonType.name(root) + ", not an array");
    }

    private static Object root(String text) {
        String json = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (json.isBlank()) {
            throw new JsonFault("the answer is empty");
        }
        if (json.stripLeading().startsWith("<")) {
            throw new JsonFault("the answer is markup (HTML or XML), not JSON");
        }
        return new JsonTree().document(json);
    }

    private Object document(String json) {
        try (JsonReader reader = STREAM.reader(json)) {
            Object root = value(reader, 0);
            // the parser overlooks a comma or bracket at the very end
            if (reader.hasNextStreamElement() || !json.stripTrailing().endsWith(end(root))) {
                throw new JsonFault("the answer goes on after the end of its JSON");
            }
            return root;
        } catch (JsonFault fault) {
            throw fault;
        } catch (RuntimeException broken) {
            // The parser has several exceptions for a broken text, index errors among them. Their messages quote the
            // text, which may hold anything, so only the fact is passed on.
            throw new JsonFault("the answer is not valid JSON, or ends too early", broken);
        }
    }

    private static String end(Object root) {
        return switch (root) {
            case Map<?, ?> members -> "}";
            case List<?> elements -> "]";
            default -> "";
        };
    }

    private Object value(JsonReader reader, int depth) {
        if (depth > MAXIMUM_DEPTH) {
            throw new JsonFault("the answer is nested more than " + MAXIMUM_DEPTH + " deep");
        }
        if (++values > MAXIMUM_VALUES) {
            throw new JsonFault("the answer has more than " + MAXIMUM_VALUES + " values");
        }
        return switch (reader.currentToken()) {
            case BEGIN_OBJECT -> members(reader, depth);
            case BEGIN_ARRAY -> elements(reader, depth);
            case STRING -> reader.readString();
            case NUMBER -> reader.readDecimal().doubleValue();
            case BOOLEAN -> reader.readBoolean();
            case NULL -> nothing(reader);
        };
    }

    private Map<String, Object> members(JsonReader reader, int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNextField()) {
            String name = reader.nextField();
            if (members.put(name, value(reader, depth + 1)) != null) {
                throw new JsonFault("the answer has '" + name + "' twice in one object");
            }
        }
        reader.endObject();
        return members;
    }

    private List<Object> elements(JsonReader reader, int depth) {
        List<Object> elements = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNextElement()) {
            elements.add(value(reader, depth + 1));
        }
        reader.endArray();
        return elements;
    }

    private static Object nothing(JsonReader reader) {
        if (!reader.isNullValue()) {
            throw new JsonFault("the answer is not valid JSON: a value begins with n and is not null");
        }
        return JsonType.Null.NULL;
    }
}
