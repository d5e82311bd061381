package dev.vane.adapters.rest.exchange;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a client asks.
 *
 * @param request the request
 * @param id what the log knows the request by
 */
public record Call(ServerRequest request, String id) {

    /** The request's path, decoded. */
    public String path() {
        return request.prologue().uriPath().path();
    }

    /** A part of the path, decoded, by its name in the route's template. */
    public String pathParameter(String name) {
        return request.path().pathParameters().get(name);
    }

    /** The query's parameters; see {@link Parameters#parse}. */
    public Parameters parameters(Set<String> known) {
        return Parameters.parse(request.prologue().query().rawValue(), known);
    }

    /** The language for texts: {@code lang} if it is given, else Accept-Language, else English. */
    public Locale language(Parameters parameters) {
        return parameters
                .text("lang")
                .map(text -> Languages.tag("lang", text))
                .orElseGet(() -> Languages.accepted(header(HeaderNames.ACCEPT_LANGUAGE)));
    }

    /** Tells whether the client asks for a media type by its own name. */
    public boolean asksFor(String mediaType) {
        return Preferences.parse(headers(HeaderNames.ACCEPT)).names(mediaType);
    }

    /**
     * Checks that the client takes a media type.
     *
     * @throws RefusedException if it does not
     */
    public void requireAccepts(String mediaType) {
        if (!Preferences.parse(headers(HeaderNames.ACCEPT)).admits(mediaType)) {
            throw new RefusedException(new Refusal.NotAcceptable(mediaType));
        }
    }

    Optional<String> header(HeaderName name) {
        List<String> lines = headers(name);
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", lines));
    }

    List<String> headers(HeaderName name) {
        return request.headers().all(name, List::of);
    }
}
