package dev.vane.adapters.rest.exchange;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
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

    private static final System.Logger LOGGER = System.getLogger(Call.class.getName());

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

    /** All that {@link #parameters} and {@link #language} are made of: equal for calls that want the same. */
    public String wanted() {
        return request.prologue().query().rawValue()
                + '\n'
                + header(HeaderNames.ACCEPT_LANGUAGE).orElse("");
    }

    /** The query's parameters, of which some may be repeated; see {@link Parameters#parse}. */
    public Parameters parameters(Set<String> known, Set<String> repeatable) {
        return Parameters.parse(request.prologue().query().rawValue(), known, repeatable);
    }

    /** The parameters of the query and of a body beside it, of any names; see {@link Parameters#parseAny}. */
    public Parameters anyParameters(String body) {
        return Parameters.parseAny(request.prologue().query().rawValue(), body);
    }

    /** The parameters of a foreign format's query; see {@link Parameters#parseLists}. */
    public Parameters listParameters() {
        return Parameters.parseLists(request.prologue().query().rawValue());
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

    /**
     * The media type that the client likes best; of equals the first.
     *
     * @throws RefusedException if it takes none of them
     */
    public String preferred(List<String> mediaTypes) {
        return Preferences.parse(headers(HeaderNames.ACCEPT))
                .bestType(mediaTypes)
                .orElseThrow(() -> new RefusedException(new Refusal.NotAcceptable(String.join(", ", mediaTypes))));
    }

    /**
     * The body, up to what the listener takes.
     *
     * @return its bytes; none if there is no body
     * @throws RefusedException if it is larger, or breaks off
     */
    public byte[] body() {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        try (InputStream stream = request.content().inputStream()) {
            return stream.readAllBytes();
        } catch (RequestException e) {
            boolean large = e.status().equals(Status.REQUEST_ENTITY_TOO_LARGE_413);
            throw new RefusedException(large ? new Refusal.BodyTooLarge() : new Refusal.BrokenBody());
        } catch (IOException | RuntimeException e) { // Helidon has several for a client that has left or frames badly
            LOGGER.log(System.Logger.Level.DEBUG, "the body of request " + id + " cannot be read", e);
            throw new RefusedException(new Refusal.BrokenBody());
        }
    }

    /** A header's lines as one, or empty if there is none. */
    public Optional<String> header(HeaderName name) {
        List<String> lines = headers(name);
        return switch (lines.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(lines.getFirst());
            default -> Optional.of(String.join(", ", lines));
        };
    }

    List<String> headers(HeaderName name) {
        return request.headers().all(name, List::of);
    }
}
