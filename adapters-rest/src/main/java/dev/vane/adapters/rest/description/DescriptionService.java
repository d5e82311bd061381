package dev.vane.adapters.rest.description;

import dev.vane.adapters.rest.exchange.Answer;
import dev.vane.adapters.rest.exchange.Exchange;
import dev.vane.adapters.rest.exchange.Representation;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Serves the OpenAPI description of the API. */
public final class DescriptionService implements HttpService {

    private static final String PATH = "/openapi.yaml";
    private static final String RESOURCE = "/dev/vane/adapters/rest/openapi.yaml";

    private final Exchange exchange;
    private final Answer.Document document;

    /**
     * Reads the description.
     *
     * @param exchange handles the requests
     * @param builtAt since when it reads as it does
     */
    public DescriptionService(Exchange exchange, Instant builtAt) {
        this.exchange = exchange;
        this.document = new Answer.Document(
                Representation.of("application/yaml", bytes()), builtAt, Answer.Caching.until(Duration.ofHours(1)), "");
    }

    @Override
    public void routing(HttpRules rules) {
        exchange.read(rules, PATH, PATH, call -> document);
    }

    private static byte[] bytes() {
        try (InputStream stream = DescriptionService.class.getResourceAsStream(RESOURCE)) {
            return Objects.requireNonNull(stream, RESOURCE).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }
}
