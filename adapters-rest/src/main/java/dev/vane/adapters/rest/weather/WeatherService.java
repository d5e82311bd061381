package dev.vane.adapters.rest.weather;

import dev.vane.adapters.rest.contract.Json;
import dev.vane.adapters.rest.exchange.Answer;
import dev.vane.adapters.rest.exchange.Call;
import dev.vane.adapters.rest.exchange.Exchange;
import dev.vane.adapters.rest.exchange.Memo;
import dev.vane.adapters.rest.exchange.Parameters;
import dev.vane.adapters.rest.snapshot.Snapshots;
import dev.vane.adapters.rest.snapshot.WhichPlace;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Serves the weather of one place. */
public final class WeatherService implements HttpService {

    private static final String PATH = "/api/v1/weather";
    private static final Set<String> PARAMETERS = Stream.concat(
                    WhichPlace.PARAMETERS.stream(), WeatherForm.PARAMETERS.stream())
            .collect(Collectors.toUnmodifiableSet());

    private record Asked(WhichPlace place, WeatherForm form, Locale language) {}

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
        return asked.form()
                .document(snapshots.read(asked.place().target(), asked.place().parameter(), asked.language()));
    }

    private static Asked asked(Call call) {
        Parameters parameters = call.parameters(PARAMETERS);
        Locale language = call.language(parameters);
        return new Asked(WhichPlace.of(parameters), WeatherForm.of(parameters, language), language);
    }
}
