package dev.vane.adapters.rest.score;

import dev.vane.adapters.rest.contract.Json;
import dev.vane.adapters.rest.exchange.Answer;
import dev.vane.adapters.rest.exchange.Call;
import dev.vane.adapters.rest.exchange.Exchange;
import dev.vane.adapters.rest.exchange.Parameters;
import dev.vane.adapters.rest.exchange.Refusal;
import dev.vane.adapters.rest.exchange.RefusedException;
import dev.vane.adapters.rest.exchange.Representation;
import dev.vane.application.api.ReadScores;
import dev.vane.application.api.ReadScores.Scored;
import dev.vane.application.api.ReadScores.UnknownPlace;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.scoring.ScoredVariable;
import dev.vane.domain.units.UnitSystem;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Serves scores. They can change at any time, so a client has to ask whether what it has still stands. */
public final class ScoreService implements HttpService {

    private static final String PATH = "/api/v1/scores";
    private static final String PLACE = "place";
    private static final Set<String> PARAMETERS = Set.of(PLACE, "variable", "units", "lang");

    private final Exchange exchange;
    private final ReadScores scores;
    private final Clock clock;

    /**
     * Creates it.
     *
     * @param exchange handles the requests
     * @param scores reads the scores
     * @param clock says since when an answer without scores reads as it does: now, as far as anybody knows
     */
    public ScoreService(Exchange exchange, ReadScores scores, Clock clock) {
        this.exchange = exchange;
        this.scores = scores;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        exchange.read(rules, PATH, PATH, this::read);
    }

    private Answer read(Call call) {
        Parameters parameters = call.parameters(PARAMETERS);
        PlaceId place = Parameters.placeId(PLACE, parameters.requiredText(PLACE));
        Optional<ScoredVariable> variable = parameters
                .text("variable")
                .map(text -> Parameters.oneOf(
                        "variable",
                        text,
                        List.of(ScoredVariable.values()),
                        scored -> scored.variable().key()));
        UnitSystem units = parameters.units();
        Locale language = call.language(parameters);
        call.requireAccepts(Json.MEDIA_TYPE);
        return switch (scores.scores(place, variable)) {
            case UnknownPlace() -> throw new RefusedException(new Refusal.UnknownPlace(PLACE));
            case Scored scored ->
                new Answer.Document(
                        Representation.of(
                                Json.MEDIA_TYPE, Json.bytes(new ScoresDocument(units).view(scored, language))),
                        scored.lastModified().orElseGet(clock::instant),
                        Answer.Caching.REVALIDATED,
                        "Accept, Accept-Language");
        };
    }
}
