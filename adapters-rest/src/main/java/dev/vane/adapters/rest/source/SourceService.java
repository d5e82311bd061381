package dev.vane.adapters.rest.source;

import dev.vane.adapters.rest.contract.Json;
import dev.vane.adapters.rest.contract.SourceListView;
import dev.vane.adapters.rest.exchange.Answer;
import dev.vane.adapters.rest.exchange.Call;
import dev.vane.adapters.rest.exchange.Exchange;
import dev.vane.adapters.rest.exchange.Representation;
import dev.vane.application.api.InspectSources;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.time.Clock;
import java.util.Set;

/** Serves the state of the sources. It can change at any time, so a client has to ask whether what it has still stands. */
public final class SourceService implements HttpService {

    private static final String PATH = "/api/v1/sources";

    private final Exchange exchange;
    private final InspectSources sources;
    private final Clock clock;

    /**
     * Creates it.
     *
     * @param exchange handles the requests
     * @param sources knows the state
     * @param clock says since when an answer reads as it does: now, as far as anybody knows
     */
    public SourceService(Exchange exchange, InspectSources sources, Clock clock) {
        this.exchange = exchange;
        this.sources = sources;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        exchange.read(rules, PATH, PATH, this::list);
    }

    private Answer list(Call call) {
        call.parameters(Set.of());
        call.requireAccepts(Json.MEDIA_TYPE);
        byte[] document = Json.bytes(SourceListView.of(sources.sources()));
        return new Answer.Document(
                Representation.of(Json.MEDIA_TYPE, document), clock.instant(), Answer.Caching.REVALIDATED, "Accept");
    }
}
