package dev.vane.adapters.rest.darksky;

import dev.vane.adapters.rest.contract.Json;
import dev.vane.adapters.rest.exchange.Answer;
import dev.vane.adapters.rest.exchange.Call;
import dev.vane.adapters.rest.exchange.Exchange;
import dev.vane.adapters.rest.exchange.RefusedException;
import dev.vane.adapters.rest.exchange.Representation;
import dev.vane.adapters.rest.snapshot.Snapshot;
import dev.vane.adapters.rest.snapshot.Snapshots;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;

/** Serves forecasts, and the past as it is on record. The key in the path is whatever the client was given to send. */
public final class DarkSkyService implements HttpService {

    private static final String PATH = "/forecast/{key}/{location}";

    private final Exchange exchange;
    private final Snapshots snapshots;

    /**
     * Creates it.
     *
     * @param exchange handles the requests
     * @param snapshots reads the weather
     */
    public DarkSkyService(Exchange exchange, Snapshots snapshots) {
        this.exchange = exchange.refusingAs(new DarkSkyErrors());
        this.snapshots = snapshots;
    }

    @Override
    public void routing(HttpRules rules) {
        exchange.read(rules, PATH, PATH, this::forecast);
        exchange.nothing(rules, "/forecast/*", "/forecast/{unknown}");
    }

    private Answer forecast(Call call) {
        Spot spot = Spot.parse(call.pathParameter("location"));
        spot.time().ifPresent(time -> {
            throw RefusedException.invalid("time", "is given, and other times than now are not served in this format");
        });
        Wish wish = Wish.of(call.listParameters());
        Snapshot snapshot = snapshots.read(spot.place(), "location", wish.language());
        return snapshot.document(
                wish, "", () -> Representation.of(Json.MEDIA_TYPE, DarkSkyDocument.of(snapshot, wish)));
    }
}
