package dev.vane.adapters.rest.watch;

import dev.vane.adapters.rest.contract.Json;
import dev.vane.adapters.rest.contract.WatchListView;
import dev.vane.adapters.rest.contract.WatchView;
import dev.vane.adapters.rest.exchange.Answer;
import dev.vane.adapters.rest.exchange.Call;
import dev.vane.adapters.rest.exchange.Exchange;
import dev.vane.adapters.rest.exchange.Parameters;
import dev.vane.adapters.rest.exchange.Refusal;
import dev.vane.adapters.rest.exchange.RefusedException;
import dev.vane.adapters.rest.exchange.Representation;
import dev.vane.application.api.WatchPlaces;
import dev.vane.application.spi.WatchList.Watch;
import dev.vane.domain.place.PlaceId;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Serves watches, and lets places be watched and watched no more. */
public final class WatchService implements HttpService {

    private static final String PATH = "/api/v1/watches";
    private static final String ONE = PATH + "/{place}";
    private static final String PLACE = "place";
    private static final Set<String> PARAMETERS = Set.of("lang");

    private final Exchange exchange;
    private final WatchPlaces watches;
    private final Clock clock;

    /**
     * Creates it.
     *
     * @param exchange handles the requests
     * @param watches knows the watches
     * @param clock says since when an answer reads as it does: now, as far as anybody knows
     */
    public WatchService(Exchange exchange, WatchPlaces watches, Clock clock) {
        this.exchange = exchange;
        this.watches = watches;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        exchange.read(rules, PATH, PATH, this::list);
        exchange.write(rules, ONE, ONE, this::byPlace, new Exchange.Changes(this::watch, this::unwatch));
    }

    private Answer list(Call call) {
        Locale language = call.language(call.parameters(PARAMETERS));
        return document(
                call,
                new WatchListView(watches.watches().stream()
                        .map(watch -> WatchView.of(watch, language))
                        .toList()));
    }

    private Answer byPlace(Call call) {
        Locale language = call.language(call.parameters(PARAMETERS));
        PlaceId id = place(call);
        return watches.watches().stream()
                .filter(watch -> watch.place().id().equals(id))
                .findFirst()
                .map(watch -> document(call, WatchView.of(watch, language)))
                .orElseThrow(() -> new RefusedException(new Refusal.NotWatched(PLACE)));
    }

    private Answer watch(Call call) {
        Locale language = call.language(call.parameters(PARAMETERS));
        PlaceId id = place(call);
        call.requireAccepts(Json.MEDIA_TYPE);
        return switch (watches.watch(id)) {
            case WatchPlaces.Watched(Watch watch, boolean added) ->
                new Answer.Changed(
                        representation(WatchView.of(watch, language)),
                        // a sibling of the path that was asked for, which may write a point in another way
                        Optional.of(watch.place().id().toString()).filter(location -> added));
            case WatchPlaces.NoSuchPlace() -> throw new RefusedException(new Refusal.UnknownPlace(PLACE));
            case WatchPlaces.TooMany(int limit) -> throw new RefusedException(new Refusal.TooManyWatches(limit));
        };
    }

    private Answer unwatch(Call call) {
        call.parameters(Set.of());
        if (!watches.unwatch(place(call))) {
            throw new RefusedException(new Refusal.NotWatched(PLACE));
        }
        return new Answer.Gone();
    }

    private static PlaceId place(Call call) {
        return Parameters.placeId(PLACE, call.pathParameter(PLACE));
    }

    private Answer document(Call call, Object view) {
        call.requireAccepts(Json.MEDIA_TYPE);
        return new Answer.Document(
                representation(view), clock.instant(), Answer.Caching.REVALIDATED, "Accept, Accept-Language");
    }

    private static Representation representation(Object view) {
        return Representation.of(Json.MEDIA_TYPE, Json.bytes(view));
    }
}
