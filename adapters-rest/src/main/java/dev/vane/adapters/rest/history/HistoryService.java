package dev.vane.adapters.rest.history;

import dev.vane.adapters.rest.exchange.Answer;
import dev.vane.adapters.rest.exchange.Call;
import dev.vane.adapters.rest.exchange.Exchange;
import dev.vane.adapters.rest.exchange.Parameters;
import dev.vane.adapters.rest.exchange.Refusal;
import dev.vane.adapters.rest.exchange.RefusedException;
import dev.vane.application.api.FindPlaces;
import dev.vane.application.api.ReadHistory;
import dev.vane.application.api.ReadHistory.Found;
import dev.vane.application.api.ReadHistory.Outcome;
import dev.vane.application.api.ReadHistory.Query;
import dev.vane.application.api.ReadHistory.UnknownPlace;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * Serves the record of a place. It is streamed while it is read, so that an answer of any length takes constant memory, and
 * a client that leaves ends the reading.
 */
public final class HistoryService implements HttpService {

    private static final String OBSERVATIONS = "/api/v1/history/observations";
    private static final String RUNS = "/api/v1/history/runs";
    private static final String PLACE = "place";
    private static final Set<String> PARAMETERS =
            Set.of(PLACE, "from", "to", "variable", "step", "agg", "source", "units", "lang");

    /** Something may be added at any time, even to what is long past; but not many would notice within a minute. */
    private static final Answer.Caching CACHING = Answer.Caching.until(Duration.ofMinutes(1));

    private final Exchange exchange;
    private final FindPlaces places;
    private final ReadHistory history;
    private final Clock clock;

    /**
     * Creates it.
     *
     * @param exchange handles the requests
     * @param places knows the time zones of places
     * @param history reads the record
     * @param clock says up to when a client wants it that does not say so
     */
    public HistoryService(Exchange exchange, FindPlaces places, ReadHistory history, Clock clock) {
        this.exchange = exchange;
        this.places = places;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        exchange.read(rules, OBSERVATIONS, OBSERVATIONS, call -> read(call, false, history::observations));
        exchange.read(rules, RUNS, RUNS, call -> read(call, true, history::runs));
    }

    private Answer read(Call call, boolean runs, Function<Query, Outcome> reading) {
        Parameters parameters = call.parameters(PARAMETERS);
        PlaceId id = Parameters.placeId(PLACE, parameters.requiredText(PLACE));
        Selection selection = Selection.of(parameters);
        Locale language = call.language(parameters);
        Place place = places.byId(id).orElseThrow(HistoryService::unknown);
        Span span = Span.of(parameters, selection.step(), place.zone(), clock.instant());
        String mediaType = call.preferred(List.of(JsonRows.MEDIA_TYPE, CsvRows.MEDIA_TYPE, JsonRows.LINES_MEDIA_TYPE));
        return switch (reading.apply(selection.query(id, span))) {
            case UnknownPlace() -> throw unknown();
            case Found found ->
                answer(mediaType, new Table(found.place(), language, selection, span, runs), found.rows());
        };
    }

    private static RefusedException unknown() {
        return new RefusedException(new Refusal.UnknownPlace(PLACE));
    }

    private static Answer answer(String mediaType, Table table, ReadHistory.Rows rows) {
        return switch (mediaType) {
            case CsvRows.MEDIA_TYPE -> stream(CsvRows.CONTENT_TYPE, new StreamedRows(new CsvRows(table), rows));
            case JsonRows.LINES_MEDIA_TYPE -> stream(mediaType, new StreamedRows(JsonRows.lines(table), rows));
            default -> stream(mediaType, new StreamedRows(JsonRows.document(table), rows));
        };
    }

    private static Answer stream(String contentType, Answer.Content content) {
        return new Answer.Stream(contentType, content, CACHING, "Accept, Accept-Language");
    }
}
