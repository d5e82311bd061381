package dev.vane.adapters.rest.weather;

import dev.vane.adapters.rest.contract.Json;
import dev.vane.adapters.rest.exchange.Answer;
import dev.vane.adapters.rest.exchange.Call;
import dev.vane.adapters.rest.exchange.Exchange;
import dev.vane.adapters.rest.exchange.Memo;
import dev.vane.adapters.rest.exchange.Parameters;
import dev.vane.adapters.rest.exchange.RefusedException;
import dev.vane.adapters.rest.snapshot.Snapshots;
import dev.vane.application.api.ReadWeather;
import dev.vane.domain.place.PlaceId;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Serves the weather of one place. */
public final class WeatherService implements HttpService {

    private static final String PATH = "/api/v1/weather";
    private static final Set<String> PARAMETERS =
            Set.of("place", "lat", "lon", "q", "units", "include", "hours", "days", "provenance", "lang");

    private record Asked(ReadWeather.Target target, WeatherForm form, Locale language) {}

    private final Exchange exchange;
    private final Snapshots snapshots;
    private final Memo<Asked> known = new Memo<>();

    /**
     * Creates it.
     *
     * @param exchange handles the requests
     * @param snapshots reads the weather
     */
    public WeatherService(Exchange exchange, Snapshots snapshots) {
        this.exchange = exchange;
        this.snapshots = snapshots;
    }

    @Override
    public void routing(HttpRules rules) {
        exchange.read(rules, PATH, PATH, this::read);
    }

    private Answer read(Call call) {
        Asked asked = known.of(call.wanted(), wanted -> asked(call));
        call.requireAccepts(Json.MEDIA_TYPE);
        return asked.form().document(snapshots.read(asked.target(), parameter(asked.target()), asked.language()));
    }

    private static Asked asked(Call call) {
        Parameters parameters = call.parameters(PARAMETERS);
        Locale language = call.language(parameters);
        return new Asked(target(parameters), WeatherForm.of(parameters, language), language);
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
