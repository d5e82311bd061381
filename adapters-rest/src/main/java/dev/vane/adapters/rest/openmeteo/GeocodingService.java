package dev.vane.adapters.rest.openmeteo;

import dev.vane.adapters.rest.exchange.Answer;
import dev.vane.adapters.rest.exchange.Call;
import dev.vane.adapters.rest.exchange.Exchange;
import dev.vane.adapters.rest.exchange.Parameters;
import dev.vane.adapters.rest.exchange.Refusal;
import dev.vane.adapters.rest.exchange.RefusedException;
import dev.vane.adapters.rest.exchange.Representation;
import dev.vane.application.api.FindPlaces;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.place.PlaceQuery;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Serves {@code /v1/search} and {@code /v1/get}: places by name and by id, as Open-Meteo's geocoding has them. The gazetteer is
 * a part of the program, so an answer stands as long as the program does.
 */
public final class GeocodingService implements HttpService {

    private static final Answer.Caching CACHING = Answer.Caching.until(Duration.ofDays(1));
    private static final int MOST = 100;
    private static final int USUAL = 10;
    private static final int SHORTEST = 2;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z]{2,4})?");
    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");
    private static final Map<String, String> FORMATS = Map.of("json", "json");

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
    public GeocodingService(Exchange exchange, FindPlaces places, Instant builtAt) {
        this.exchange = exchange.refusingAs(new OpenMeteoErrors());
        this.places = places;
        this.builtAt = builtAt;
    }

    @Override
    public void routing(HttpRules rules) {
        exchange.read(rules, "/v1/search", "/v1/search", this::search);
        exchange.read(rules, "/v1/get", "/v1/get", this::get);
    }

    private Answer search(Call call) {
        Input input = new Input(call.listParameters());
        input.choice("format", "GeocodingFormat", FORMATS);
        if (!input.parameters().has("name")) {
            throw OpenMeteoErrors.refused("Value required for key 'name'.");
        }
        int count = input.integer("count").orElse(USUAL);
        if (count < 1 || count > MOST) {
            throw OpenMeteoErrors.refused("Parameter count must be between 1 and " + MOST + ".");
        }
        Locale language = language(input);
        Optional<String> country = country(input);
        List<Place> found = input.text("name")
                .filter(name -> name.codePointCount(0, name.length()) >= SHORTEST)
                .map(name -> find(name, country, count))
                .orElse(List.of());
        String results = found.stream().map(place -> place(place, language)).collect(Collectors.joining(","));
        // as with Open-Meteo, a search that finds nothing has no results, not an empty list of them
        return document("{" + (found.isEmpty() ? "" : "\"results\":[" + results + "],") + "\"generationtime_ms\":0.0}");
    }

    private List<Place> find(String name, Optional<String> country, int count) {
        PlaceQuery.fault(name).ifPresent(fault -> {
            throw OpenMeteoErrors.refused("Parameter 'name' " + fault + ".");
        });
        int limit = country.isPresent() ? FindPlaces.MAX_LIMIT : Math.min(count, FindPlaces.MAX_LIMIT);
        return places.search(new PlaceQuery(name), limit).stream()
                .filter(place -> place.id() instanceof PlaceId.Town)
                .filter(place ->
                        country.isEmpty() || country.get().equals(place.region().countryCode()))
                .limit(count)
                .toList();
    }

    private Answer get(Call call) {
        Input input = new Input(call.listParameters());
        String id = input.text("id").orElseThrow(() -> OpenMeteoErrors.refused("Value required for key 'id'."));
        Locale language = language(input);
        return PlaceId.parse(id)
                .filter(PlaceId.Town.class::isInstance)
                .flatMap(places::byId)
                .map(place -> document(place(place, language)))
                .orElseThrow(() -> new RefusedException(new Refusal.UnknownPlace("id")));
    }

    private static Locale language(Input input) {
        String tag = input.text("language").orElse("en");
        if (!LANGUAGE.matcher(tag).matches()) {
            throw OpenMeteoErrors.refused(
                    "Parameter 'language' is '" + Parameters.shown(tag) + "', not a language such as de.");
        }
        return Locale.forLanguageTag(tag);
    }

    private static Optional<String> country(Input input) {
        Optional<String> code = input.text("countryCode").or(() -> input.text("country_code"));
        code.filter(text -> !COUNTRY.matcher(text).matches()).ifPresent(text -> {
            throw OpenMeteoErrors.refused(
                    "Parameter 'countryCode' is '" + Parameters.shown(text) + "', not two letters of ISO 3166-1.");
        });
        return code.map(text -> text.toUpperCase(Locale.ROOT));
    }

    private static String place(Place place, Locale language) {
        StringBuilder json = new StringBuilder("{\"id\":").append(place.id());
        text(json, "name", place.name());
        number(json, "latitude", Numbers.plain(place.coordinates().latitude()));
        number(json, "longitude", Numbers.plain(place.coordinates().longitude()));
        place.elevation().ifPresent(metres -> number(json, "elevation", Numbers.plain(metres)));
        text(json, "feature_code", "PPL"); // every place of the gazetteer is a populated one; its rank is not kept
        text(json, "country_code", place.region().countryCode());
        text(json, "timezone", place.zone().getId());
        if (place.population() > 0) {
            number(json, "population", Long.toString(place.population()));
        }
        text(json, "country", place.region().countryName(language));
        text(json, "admin1", place.region().areaName());
        return json.append('}').toString();
    }

    /** Adds a member; like with Open-Meteo, one that is empty is left out. */
    private static void text(StringBuilder json, String key, String value) {
        if (!value.isEmpty()) {
            number(json, key, JsonText.quoted(value));
        }
    }

    private static void number(StringBuilder json, String key, String value) {
        json.append(",\"").append(key).append("\":").append(value);
    }

    private Answer document(String json) {
        return new Answer.Document(
                Representation.of(OpenMeteoErrors.JSON, json.getBytes(StandardCharsets.UTF_8)), builtAt, CACHING, "");
    }
}
