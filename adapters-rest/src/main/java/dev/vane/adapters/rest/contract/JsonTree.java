package dev.vane.adapters.rest.contract;

import io.avaje.json.JsonWriter;
import io.avaje.jsonb.Jsonb;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object that is put together member by member, for formats of others, in which what is known decides what members
 * there are. Members are written in the order in which they were put. Not safe for use by several threads.
 */
public final class JsonTree {

    private static final Jsonb JSONB = Jsonb.builder().build();
    private static final FigureAdapter FIGURES = new FigureAdapter();

    private final Map<String, Value> members = new LinkedHashMap<>();

    /** Writes a value. */
    @FunctionalInterface
    private interface Value {
        void writeTo(JsonWriter writer);
    }

    /** Puts a text. */
    public JsonTree put(String name, String text) {
        return member(name, writer -> writer.value(text));
    }

    /** Puts a whole number. */
    public JsonTree put(String name, long number) {
        return member(name, writer -> writer.value(number));
    }

    /** Puts a number. */
    public JsonTree put(String name, Figure figure) {
        return member(name, writer -> FIGURES.toJson(writer, figure));
    }

    /** Puts an object. */
    public JsonTree put(String name, JsonTree object) {
        return member(name, object::writeTo);
    }

    /** Puts a list of objects. */
    public JsonTree put(String name, List<JsonTree> objects) {
        return member(
                name,
                writer -> writeArray(
                        writer,
                        objects.stream().<Value>map(object -> object::writeTo).toList()));
    }

    /** Puts a list of texts. */
    public JsonTree putTexts(String name, List<String> texts) {
        return member(
                name,
                writer -> writeArray(
                        writer,
                        texts.stream().<Value>map(text -> it -> it.value(text)).toList()));
    }

    /** Puts a number, or null if it is not known. */
    public JsonTree putOrNull(String name, Optional<Figure> figure) {
        return figure.map(known -> put(name, known)).orElseGet(() -> putNull(name));
    }

    /** Puts a number, or nothing if it is not known. */
    public JsonTree putIfKnown(String name, Optional<Figure> figure) {
        figure.ifPresent(known -> put(name, known));
        return this;
    }

    /** Puts null. */
    public JsonTree putNull(String name) {
        return member(name, JsonWriter::nullValue);
    }

    private JsonTree member(String name, Value value) {
        members.put(name, value);
        return this;
    }

    /** The object as UTF-8. */
    public byte[] bytes() {
        return bytes(this::writeTo);
    }

    /** A list of objects as UTF-8. */
    public static byte[] bytes(List<JsonTree> objects) {
        return bytes(writer -> writeArray(
                writer, objects.stream().<Value>map(object -> object::writeTo).toList()));
    }

    private static byte[] bytes(Value value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonWriter writer = JSONB.writer(bytes)) {
            writer.serializeNulls(true);
            writer.serializeEmpty(true);
            value.writeTo(writer);
        }
        return bytes.toByteArray();
    }

    private void writeTo(JsonWriter writer) {
        writer.beginObject();
        members.forEach((name, value) -> {
            writer.name(name);
            value.writeTo(writer);
        });
        writer.endObject();
    }

    private static void writeArray(JsonWriter writer, List<Value> values) {
        writer.beginArray();
        values.forEach(value -> value.writeTo(writer));
        writer.endArray();
    }
}
