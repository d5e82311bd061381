package dev.vane.adapters.sources.http;

import dev.vane.application.spi.SourceReply.Failed;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A call to a provider with what stood around the answer, for providers that say more in headers than in the body.
 *
 * @param answer what came of the call
 * @param status the HTTP status; empty if no head of an answer came
 * @param headers the first header of each name, names in lower case; none if no head of an answer came
 */
public record HttpExchange(HttpAnswer answer, OptionalInt status, Map<String, String> headers) {

    /** Copies the headers and puts their names into lower case. */
    public HttpExchange {
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(status, "status");
        Map<String, String> named = new TreeMap<>();
        headers.forEach((name, value) -> named.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(named);
    }

    /** A call that brought no head of an answer. */
    static HttpExchange broken(Failed failure) {
        return new HttpExchange(new HttpAnswer.Broken(failure), OptionalInt.empty(), Map.of());
    }

    /** A header by its name in any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
