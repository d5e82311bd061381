package dev.vane.adapters.rest.openweather;

import dev.vane.adapters.rest.contract.Json;
import dev.vane.adapters.rest.exchange.Answer;
import dev.vane.adapters.rest.exchange.Call;
import dev.vane.adapters.rest.exchange.Exchange;
import dev.vane.adapters.rest.exchange.Parameters;
import dev.vane.adapters.rest.exchange.Representation;
import dev.vane.adapters.rest.snapshot.Snapshot;
import dev.vane.adapters.rest.snapshot.Snapshots;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;

/** Serves the weather now, the forecast and One Call. The {@code appid} is whatever the client was given to send. */
public final class OpenWeatherService implements HttpService {

    private static final String WEATHER = "/data/2.5/weather";
    private static final String FORECAST = "/data/2.5/forecast";
    private static final String ONE_CALL = "/data/3.0/onecall";

    private final Exchange exchange;
    private final Locations locations;

    /**
     * Creates it.
     *
     * @param exchange handles the requests
     * @param snapshots reads the weather
     */
    public OpenWeatherService(Exchange exchange, Snapshots snapshots) {
        this.exchange = exchange.refusingAs(new OpenWeatherErrors());
        this.locations = new Locations(snapshots);
    }

    @Override
    public void routing(HttpRules rules) {
        exchange.read(rules, WEATHER, WEATHER, this::weather);
        exchange.read(rules, FORECAST, FORECAST, this::forecast);
        exchange.read(rules, ONE_CALL, ONE_CALL, this::oneCall);
        exchange.nothing(rules, "/data/2.5/*", "/data/2.5/{unknown}");
        exchange.nothing(rules, "/data/3.0/*", "/data/3.0/{unknown}");
    }

    private Answer weather(Call call) {
        Parameters parameters = call.listParameters();
        Wish wish = Wish.of(Wish.Kind.WEATHER, parameters);
        return document(locations.named(parameters, wish.language()), wish);
    }

    private Answer forecast(Call call) {
        Parameters parameters = call.listParameters();
        Wish wish = Wish.of(Wish.Kind.FORECAST, parameters);
        return document(locations.named(parameters, wish.language()), wish);
    }

    private Answer oneCall(Call call) {
        Parameters parameters = call.listParameters();
        Wish wish = Wish.of(Wish.Kind.ONE_CALL, parameters);
        return document(locations.at(parameters, wish.language()), wish);
    }

    private static Answer document(Snapshot snapshot, Wish wish) {
        return snapshot.document(wish, "", () -> Representation.of(Json.MEDIA_TYPE, bytes(snapshot, wish)));
    }

    private static byte[] bytes(Snapshot snapshot, Wish wish) {
        return switch (wish.kind()) {
            case WEATHER -> CurrentDocument.of(snapshot, wish);
            case FORECAST -> ForecastDocument.of(snapshot, wish);
            case ONE_CALL -> OneCallDocument.of(snapshot, wish);
        };
    }
}
