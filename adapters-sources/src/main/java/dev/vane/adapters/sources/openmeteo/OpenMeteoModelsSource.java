package dev.vane.adapters.sources.openmeteo;

import dev.vane.adapters.sources.http.ProviderText;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.SourceInfo;
import dev.vane.application.spi.SourceInfo.Rhythm;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.SourceReply.Answered;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.application.spi.Tariff;
import dev.vane.application.spi.WeatherSource;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.DailyAggregation;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Single models that Open-Meteo serves (open-meteo.com), as sources of their own, in one call: many providers resell the same
 * few models, and a blend needs members that are independent of each other. Asked about watched places only. Gives hours,
 * and days made of them; a model that says nothing of a place makes no report, and a fault in its columns costs only its
 * own report. Open-Meteo does not say which run of a model an answer comes from.
 */
public final class OpenMeteoModelsSource implements WeatherSource {

    private static final System.Logger LOG = System.getLogger("dev.vane.adapters.sources");

    /** That of the slowest model. */
    private static final Duration UPDATE_INTERVAL = Duration.ofHours(12);

    private final OpenMeteoModelsSettings settings;
    private final OpenMeteoClient client;
    private final Clock clock;
    private final SourceInfo info;
    private final List<SourceInfo> members;

    /** Makes the source; nothing is called yet. */
    public OpenMeteoModelsSource(OpenMeteoModelsSettings settings, OpenMeteoClient client, Clock clock) {
        this.settings = settings;
        this.client = client;
        this.clock = clock;
        info = describe(settings.refreshInterval());
        members = settings.models().stream()
                .map(model -> model.describe(settings.refreshInterval()))
                .toList();
    }

    /**
     * What is always true of this source as a whole, whether it is used or not.
     *
     * @param refreshInterval how long an answer stays fresh, positive
     */
    public static SourceInfo describe(Duration refreshInterval) {
        Rhythm rhythm = new Rhythm(refreshInterval, UPDATE_INTERVAL);
        return OpenMeteoSource.describe(new SourceId("open-meteo-models"), "Single models via Open-Meteo", "", rhythm);
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public List<SourceInfo> members() {
        return members;
    }

    @Override
    public Tariff tariff() {
        return new Tariff(OpenMeteoClient.ACCOUNT, OpenMeteoRequest.weight(settings));
    }

    @Override
    public boolean watchedOnly() {
        return true;
    }

    @Override
    public SourceReply ask(Place place, CallMeter calls) {
        OpenMeteoRequest request = OpenMeteoRequest.models(settings, place);
        return client.ask(info, request, calls, root -> reply(root, place.zone()));
    }

    private SourceReply reply(JsonObject root, ZoneId zone) {
        OpenMeteoModelsDecoder decoder =
                new OpenMeteoModelsDecoder(root, settings.models().size() > 1);
        List<SourceReport> reports = new ArrayList<>();
        List<JsonFault> faults = new ArrayList<>();
        for (OpenMeteoModel model : settings.models()) {
            try {
                report(model, decoder.steps(model), zone).ifPresent(reports::add);
            } catch (JsonFault fault) {
                faults.add(fault);
            }
        }
        if (reports.isEmpty()) {
            return nothing(decoder, faults);
        }
        faults.forEach(this::logLost);
        return new Answered(reports, Optional.empty());
    }

    private Optional<SourceReport> report(OpenMeteoModel model, List<ForecastStep> steps, ZoneId zone) {
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Run run = new Run(Optional.empty(), now, steps, DailyAggregation.of(steps, zone));
        return Optional.of(new SourceReport(model.id(), now, Optional.empty(), Optional.of(run)));
    }

    private Failed nothing(OpenMeteoModelsDecoder decoder, List<JsonFault> faults) {
        if (!faults.isEmpty()) {
            throw faults.getFirst();
        }
        if (settings.models().stream().anyMatch(decoder::names)) {
            return notCovered("Open-Meteo has nothing of the models that it was asked for at this place.");
        }
        if (decoder.leavesOpenWhose()) {
            return notCovered("Open-Meteo has only one of the models at this place and does not say which.");
        }
        throw new JsonFault("hourly has no column of the models that were asked for");
    }

    private static Failed notCovered(String detail) {
        return new Failed(Reason.NOT_COVERED, detail, Optional.empty());
    }

    private void logLost(JsonFault fault) {
        String text = ProviderText.clean(fault.getMessage());
        LOG.log(System.Logger.Level.WARNING, "a model of {0} is lost: {1}", info.id(), text);
    }
}
