package dev.vane.adapters.sources.json;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * An object of a provider's answer that knows its path. A member that is missing or null is absent; a member of another
 * type than the one asked for is a {@link JsonFault}, thrown by every method that reads one.
 */
public final class JsonObject {

    /** 9999-12-31T23:59:59Z: later is no time that a provider means. */
    private static final long LATEST_EPOCH_SECOND = 253_402_300_799L;

    private final String path;
    private final Map<?, ?> members;

    JsonObject(String path, Map<?, ?> members) {
        this.path = path;
        this.members = members;
    }

    /** The path of a member from the root, such as {@code hourly.time}. */
    public String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** Tells whether a member is there and not null. */
    public boolean has(String name) {
        return present(name).isPresent();
    }

    /** A member that is an object. */
    public Optional<JsonObject> object(String name) {
        return present(name)
                .map(value -> new JsonObject(path(name), JsonType.require(Map.class, "an object", value, path(name))));
    }

    /** A member that is an object and has to be there. */
    public JsonObject requiredObject(String name) {
        return object(name).orElseThrow(() -> missing(name));
    }

    /** A member that is an array. */
    public Optional<JsonArray> array(String name) {
        return present(name).map(value -> JsonArray.of(path(name), value));
    }

    /** A member that is an array and has to be there. */
    public JsonArray requiredArray(String name) {
        return array(name).orElseThrow(() -> missing(name));
    }

    /** A member that is a string. */
    public Optional<String> text(String name) {
        return present(name).map(value -> JsonType.require(String.class, "a string", value, path(name)));
    }

    /** A member that is a string and has to be there. */
    public String requiredText(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    /** A member that is true or false. */
    public Optional<Boolean> flag(String name) {
        return present(name).map(value -> JsonType.require(Boolean.class, "a boolean", value, path(name)));
    }

    /** A member that is a finite number. */
    public OptionalDouble number(String name) {
        Optional<Object> value = present(name);
        return value.isPresent() ? OptionalDouble.of(JsonType.number(value.get(), path(name))) : OptionalDouble.empty();
    }

    /** A member that is a number without a fraction. */
    public OptionalLong integer(String name) {
        Optional<Object> value = present(name);
        return value.isPresent() ? OptionalLong.of(JsonType.integer(value.get(), path(name))) : OptionalLong.empty();
    }

    /** A member that is a number without a fraction and has to be there. */
    public long requiredInteger(String name) {
        return integer(name).orElseThrow(() -> missing(name));
    }

    /** A member that is a time in seconds since 1970 in UTC and has to be there. */
    public Instant requiredInstant(String name) {
        return instant(requiredInteger(name), path(name));
    }

    /** A member that is an integer, or a string that holds one: the two ways in which a provider writes a code. */
    public OptionalLong integerOrText(String name) {
        Optional<Object> value = present(name);
        if (value.isPresent() && value.get() instanceof String digits) {
            if (!digits.matches("[0-9]{1,9}")) {
                throw new JsonFault(path(name) + " is a string that holds no number");
            }
            return OptionalLong.of(Long.parseLong(digits));
        }
        return integer(name);
    }

    static Instant instant(long epochSecond, String path) {
        if (epochSecond < 0 || epochSecond > LATEST_EPOCH_SECOND) {
            throw new JsonFault(path + " is " + epochSecond + ", not a time in seconds since 1970");
        }
        return Instant.ofEpochSecond(epochSecond);
    }

    private Optional<Object> present(String name) {
        Object value = members.get(name);
        return value instanceof JsonType.Null ? Optional.empty() : Optional.ofNullable(value);
    }

    private JsonFault missing(String name) {
        return new JsonFault(path(name) + " is missing");
    }
}
