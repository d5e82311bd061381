package dev.vane.adapters.rest.station;

import dev.vane.adapters.rest.contract.Json;
import dev.vane.adapters.rest.contract.ReportView;
import dev.vane.adapters.rest.exchange.Answer;
import dev.vane.adapters.rest.exchange.Call;
import dev.vane.adapters.rest.exchange.Exchange;
import dev.vane.adapters.rest.exchange.Refusal;
import dev.vane.adapters.rest.exchange.RefusedException;
import dev.vane.adapters.rest.exchange.Representation;
import dev.vane.application.api.ReportReadings;
import dev.vane.application.api.ReportReadings.Upload;
import dev.vane.domain.weather.Observation;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes readings of the house's own station as JSON, and has the protocols of stations beside it. */
public final class StationService implements HttpService {

    private static final String PATH = "/api/v1/observations";
    private static final Duration TRY_AGAIN = Duration.ofSeconds(30);

    private final Exchange exchange;
    private final ReportReadings reports;
    private final StationProtocols protocols;

    /**
     * Creates it.
     *
     * @param exchange handles the requests
     * @param reports takes readings
     * @param clock says what {@code now} is in an upload
     */
    public StationService(Exchange exchange, ReportReadings reports, Clock clock) {
        this.exchange = exchange;
        this.reports = reports;
        this.protocols = new StationProtocols(reports, clock);
    }

    @Override
    public void routing(HttpRules rules) {
        exchange.upload(rules, PATH, this::report, false);
        exchange.upload(rules, StationProtocols.WEATHER_UNDERGROUND, protocols::weatherUnderground, true);
        exchange.upload(rules, StationProtocols.ECOWITT, protocols::ecowitt, false);
        exchange.upload(rules, StationProtocols.ECOWITT + "/", protocols::ecowitt, false);
    }

    private Answer report(Call call) {
        call.parameters(Set.of());
        call.requireAccepts(Json.MEDIA_TYPE);
        requireJson(call);
        List<Observation> readings = JsonReadings.decode(utf8(call.body()));
        ReportReadings.Credentials credentials = BasicCredentials.of(call.header(HeaderNames.AUTHORIZATION));
        return switch (reports.report(new Upload(credentials, readings, Map.of()))) {
            case ReportReadings.Kept kept ->
                new Answer.Changed(
                        Representation.of(Json.MEDIA_TYPE, Json.bytes(ReportView.of(kept))), Optional.empty());
            case ReportReadings.NoStation() -> throw new RefusedException(new Refusal.NoStation());
            case ReportReadings.Forbidden() -> throw new RefusedException(new Refusal.NotTheStation());
            case ReportReadings.TooMany(Duration wait) -> throw new RefusedException(new Refusal.TooManyUploads(wait));
            case ReportReadings.OutOfTime outcome -> throw new RefusedException(new Refusal.OutOfTime(outcome));
            case ReportReadings.NotKept() -> throw new RefusedException(new Refusal.NotKept(TRY_AGAIN));
        };
    }

    /** A form of a page cannot say that it sends JSON. */
    private static void requireJson(Call call) {
        String type = call.header(HeaderNames.CONTENT_TYPE)
                .orElse("")
                .split(";", -1)[0]
                .strip();
        if (!type.equalsIgnoreCase(Json.MEDIA_TYPE)) {
            throw new RefusedException(
                    new Refusal.UnsupportedContent("The body has to be of the media type application/json."));
        }
    }

    private static String utf8(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RefusedException(new Refusal.MalformedRequest("The body is not UTF-8."));
        }
    }
}
