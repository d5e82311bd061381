package dev.vane.adapters.rest.widget;

import io.helidon.common.GenericType;
import io.helidon.common.mapper.Value;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A header whose value is UTF-8: Helidon writes ASCII, and a question mark for each letter beyond. HTTP allows such bytes
 * without saying what they mean (RFC 9110, 5.5, obs-text); Glance, written in Go, takes them for UTF-8. All else is as in the
 * header of Helidon's own that this one stands for.
 */
final class Utf8Header implements Header {

    private final Header plain;

    private Utf8Header(Header plain) {
        this.plain = plain;
    }

    /** Makes one of any text: what a header cannot hold becomes a space. */
    static Header of(String name, String text) {
        String value = text.replaceAll("[\\p{Cc}\\p{Cs}]", " ").strip();
        return new Utf8Header(HeaderValues.create(HeaderNames.create(name), value));
    }

    @Override
    public byte[] valueBytes() {
        return get().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String name() {
        return plain.name();
    }

    @Override
    public HeaderName headerName() {
        return plain.headerName();
    }

    @Override
    public String get() {
        return plain.get();
    }

    @Override
    public List<String> allValues() {
        return plain.allValues();
    }

    @Override
    public int valueCount() {
        return plain.valueCount();
    }

    @Override
    public boolean sensitive() {
        return plain.sensitive();
    }

    @Override
    public boolean changing() {
        return plain.changing();
    }

    @Override
    public <N> Value<N> as(Class<N> type) {
        return plain.as(type);
    }

    @Override
    public <N> Value<N> as(GenericType<N> type) {
        return plain.as(type);
    }

    @Override
    public <N> Value<N> as(Function<? super String, ? extends N> mapping) {
        return plain.as(mapping);
    }

    @Override
    public Optional<String> asOptional() {
        return plain.asOptional();
    }

    @Override
    public Value<Boolean> asBoolean() {
        return plain.asBoolean();
    }

    @Override
    public Value<String> asString() {
        return plain.asString();
    }

    @Override
    public Value<Integer> asInt() {
        return plain.asInt();
    }

    @Override
    public Value<Long> asLong() {
        return plain.asLong();
    }

    @Override
    public Value<Double> asDouble() {
        return plain.asDouble();
    }
}
