package dev.vane.adapters.rest.openweather;

import dev.vane.adapters.rest.contract.Figure;
import dev.vane.adapters.rest.contract.Json;
import dev.vane.adapters.rest.contract.JsonTree;
import dev.vane.adapters.rest.exchange.Answer;
import dev.vane.adapters.rest.exchange.Call;
import dev.vane.adapters.rest.exchange.Exchange;
import dev.vane.adapters.rest.exchange.Parameters;
import dev.vane.adapters.rest.exchange.RefusedException;
import dev.vane.adapters.rest.exchange.Representation;
import dev.vane.application.api.FindPlaces;
import dev.vane.domain.place.Place;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Finds places for OpenWeather's clients. The gazetteer is a part of the program, so an answer stands as long as that. */
public final class NamesService implements HttpService {

    private static final String DIRECT = "/geo/1.0/direct";
    private static final String REVERSE = "/geo/1.0/reverse";
    private static final int MOST = 5;
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
    public NamesService(Exchange exchange, FindPlaces places, Instant builtAt) {
        this.exchange = exchange.refusingAs(new OpenWeatherErrors());
        this.places = places;
        this.builtAt = builtAt;
    }

    @Override
    public void routing(HttpRules rules) {
        exchange.read(rules, DIRECT, DIRECT, this::direct);
        exchange.read(rules, REVERSE, REVERSE, this::reverse);
        exchange.nothing(rules, "/geo/1.0/*", "/geo/1.0/{unknown}");
    }

    private Answer direct(Call call) {
        Parameters parameters = call.listParameters();
        if (parameters.text("q").filter(text -> !text.isBlank()).isEmpty()) {
            throw RefusedException.invalid(Locations.NOWHERE, "is missing");
        }
        return document(places.search(
                parameters.requiredPlaceQuery("q"), parameters.integer("limit", 1, FindPlaces.MAX_LIMIT, MOST)));
    }

    /** The towns around are not known by their distance: there is one, the nearest, whatever the limit. */
    private Answer reverse(Call call) {
        Parameters parameters = call.listParameters();
        if (!parameters.has("lat") || !parameters.has("lon")) {
            throw RefusedException.invalid(Locations.NOWHERE, "is missing");
        }
        return document(List.of(places.nearest(parameters.requiredCoordinates("lat", "lon"))));
    }

    private Answer document(List<Place> found) {
        byte[] bytes = JsonTree.bytes(
                found.stream().limit(MOST).map(NamesService::tree).toList());
        return new Answer.Document(Representation.of(Json.MEDIA_TYPE, bytes), builtAt, CACHING, "");
    }

    private static JsonTree tree(Place place) {
        JsonTree tree = new JsonTree()
                .put("name", place.name())
                .put("lat", Figure.rounded(place.coordinates().latitude(), 5))
                .put("lon", Figure.rounded(place.coordinates().longitude(), 5));
        PlaceMembers.country(tree, place);
        String area = place.region().areaName();
        return area.isEmpty() ? tree : tree.put("state", area);
    }
}
