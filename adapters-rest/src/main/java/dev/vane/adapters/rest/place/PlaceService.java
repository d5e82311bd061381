package dev.vane.adapters.rest.place;

import dev.vane.adapters.rest.contract.Json;
import dev.vane.adapters.rest.contract.PlaceListView;
import dev.vane.adapters.rest.contract.PlaceView;
import dev.vane.adapters.rest.exchange.Answer;
import dev.vane.adapters.rest.exchange.Call;
import dev.vane.adapters.rest.exchange.Exchange;
import dev.vane.adapters.rest.exchange.Parameters;
import dev.vane.adapters.rest.exchange.Refusal;
import dev.vane.adapters.rest.exchange.RefusedException;
import dev.vane.adapters.rest.exchange.Representation;
import dev.vane.application.api.FindPlaces;
import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.place.PlaceQuery;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Serves places. The gazetteer is a part of the program, so an answer stands as long as the program does. */
public final class PlaceService implements HttpService {

    private static final String PATH = "/api/v1/places";
    private static final int DEFAULT_LIMIT = 10;
    private static final Answer.Caching CACHING = Answer.Caching.until(Duration.ofDays(1));

    private final Exchange exchange;
    private final FindPlaces places;
    private final Instant builtAt;

    /**
     * Creates it.
     *
     * @param exchange handles the requests
     * @param places finds the places
     * @param builtAt since when the gazetteer is what it is
     */
    public PlaceService(Exchange exchange, FindPlaces places, Instant builtAt) {
        this.exchange = exchange;
        this.places = places;
        this.builtAt = builtAt;
    }

    @Override
    public void routing(HttpRules rules) {
        exchange.read(rules, PATH, PATH, this::search);
        exchange.read(rules, PATH + "/nearest", PATH + "/nearest", this::nearest);
        exchange.read(rules, PATH + "/{id}", PATH + "/{id}", this::byId);
    }

    private Answer search(Call call) {
        Parameters parameters = call.parameters(Set.of("q", "limit", "lat", "lon", "lang"));
        PlaceQuery query = parameters.requiredPlaceQuery("q");
        int limit = parameters.integer("limit", 1, FindPlaces.MAX_LIMIT, DEFAULT_LIMIT);
        Locale language = call.language(parameters);
        List<Place> found = parameters
                .coordinates("lat", "lon")
                .map(near -> places.search(query, limit, near))
                .orElseGet(() -> places.search(query, limit));
        return document(
                call,
                new PlaceListView(found.stream()
                        .map(place -> PlaceView.of(place, language))
                        .toList()));
    }

    private Answer nearest(Call call) {
        Parameters parameters = call.parameters(Set.of("lat", "lon", "lang"));
        Coordinates point = parameters.requiredCoordinates("lat", "lon");
        Locale language = call.language(parameters);
        return document(call, PlaceView.of(places.nearest(point), language));
    }

    private Answer byId(Call call) {
        Locale language = call.language(call.parameters(Set.of("lang")));
        PlaceId id = Parameters.placeId("id", call.pathParameter("id"));
        return places.byId(id)
                .map(place -> document(call, PlaceView.of(place, language)))
                .orElseThrow(() -> new RefusedException(new Refusal.UnknownPlace("id")));
    }

    private Answer document(Call call, Object view) {
        call.requireAccepts(Json.MEDIA_TYPE);
        return new Answer.Document(
                Representation.of(Json.MEDIA_TYPE, Json.bytes(view)), builtAt, CACHING, "Accept, Accept-Language");
    }
}
