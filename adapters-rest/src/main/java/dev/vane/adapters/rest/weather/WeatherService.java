package dev.vane.adapters.rest.weather;

import dev.vane.adapters.rest.contract.Json;
import dev.vane.adapters.rest.exchange.Answer;
import dev.vane.adapters.rest.exchange.Call;
import dev.vane.adapters.rest.exchange.Exchange;
import dev.vane.adapters.rest.exchange.Parameters;
import dev.vane.adapters.rest.exchange.Refusal;
import dev.vane.adapters.rest.exchange.RefusedException;
import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.ReadWeather;
import dev.vane.application.api.WeatherOutcome;
import dev.vane.domain.place.PlaceId;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

/** Serves the weather of one place. */
public final class WeatherService implements HttpService {

    private static final String PATH = "/api/v1/weather";
    private static final Set<String> PARAMETERS =
            Set.of("place", "lat", "lon", "q", "units", "include", "hours", "days", "provenance", "lang");

    private final Exchange exchange;
    private final ReadWeather weather;
    private final Clock clock;
    private final RenderedWeather rendered = new RenderedWeather();

    /**
     * Creates it.
     *
     * @param exchange handles the requests
     * @param weather reads the weather
     * @param clock says which hour and day are in progress
     */
    public WeatherService(Exchange exchange, ReadWeather weather, Clock clock) {
        this.exchange = exchange;
        this.weather = weather;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        exchange.read(rules, PATH, PATH, this::read);
    }

    private Answer read(Call call) {
        Parameters parameters = call.parameters(PARAMETERS);
        ReadWeather.Target target = target(parameters);
        Wish wish = Wish.of(parameters, call.language(parameters));
        call.requireAccepts(Json.MEDIA_TYPE);
        return switch (weather.read(target)) {
            case WeatherOutcome.Served served -> document(served.weather(), wish);
            case WeatherOutcome.UnknownPlace() ->
                throw new RefusedException(new Refusal.UnknownPlace(parameter(target)));
            case WeatherOutcome.AmbiguousPlace ambiguous ->
                throw new RefusedException(new Refusal.AmbiguousPlace(ambiguous, wish.language()));
            case WeatherOutcome.NoWeather none -> throw new RefusedException(new Refusal.NoWeather(none));
        };
    }

    private Answer document(PlaceWeather found, Wish wish) {
        Instant now = clock.instant();
        Window window = Window.at(now, found.place().zone());
        Instant end = earlier(found.nextRefresh(), window.end());
        return new Answer.Document(
                rendered.of(found, wish, window),
                later(found.lastModified(), window.start()),
                Answer.Caching.until(Duration.between(now, end)),
                "Accept, Accept-Language");
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static ReadWeather.Target target(Parameters parameters) {
        boolean point = parameters.has("lat") || parameters.has("lon");
        long ways = Stream.of(parameters.has("place"), point, parameters.has("q"))
                .filter(given -> given)
                .count();
        if (ways != 1) {
            String given = ways == 0 ? "is missing" : "is given beside another way to say which place";
            throw RefusedException.invalid("place", given + "; give one of place, lat with lon, and q");
        }
        if (point) {
            return new ReadWeather.ByCoordinates(parameters.requiredCoordinates("lat", "lon"));
        }
        return parameters.has("place")
                ? new ReadWeather.ById(Parameters.placeId("place", parameters.requiredText("place")))
                : new ReadWeather.ByQuery(parameters.requiredPlaceQuery("q"));
    }

    private static String parameter(ReadWeather.Target target) {
        return switch (target) {
            case ReadWeather.ById(PlaceId id) -> "place";
            case ReadWeather.ByCoordinates point -> "lat";
            case ReadWeather.ByQuery query -> "q";
        };
    }
}
