package dev.vane.adapters.sources.openmeteo;

import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.adapters.sources.report.ReportDraft;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.SourceInfo;
import dev.vane.application.spi.SourceInfo.Rhythm;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.Tariff;
import dev.vane.application.spi.WeatherSource;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.SourceId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * Open-Meteo (open-meteo.com): current conditions, up to 16 days by the hour and by the day, in one call, without a key.
 * Calls queue in {@link OpenMeteoClient}; an ask takes at most twice the total time limit of a call.
 */
public final class OpenMeteoSource implements WeatherSource {

    private static final String ATTRIBUTION = "Weather data by Open-Meteo.com (CC BY 4.0)";
    private static final URI LINK = URI.create("https://open-meteo.com/");

    /** Its slowest model is run every six hours, most more often: an upper bound of the usual. */
    private static final Duration UPDATE_INTERVAL = Duration.ofHours(6);

    private final OpenMeteoSettings settings;
    private final OpenMeteoClient client;
    private final Clock clock;
    private final SourceInfo info;

    /** Makes the source with the client that all sources of Open-Meteo share; nothing is called yet. */
    public OpenMeteoSource(OpenMeteoSettings settings, OpenMeteoClient client, Clock clock) {
        this.settings = settings;
        this.client = client;
        this.clock = clock;
        info = describe(settings.refreshInterval());
    }

    /**
     * What is always true of this source, whether it is used or not.
     *
     * @param refreshInterval how long an answer stays fresh, positive
     */
    public static SourceInfo describe(Duration refreshInterval) {
        Rhythm rhythm = new Rhythm(refreshInterval, UPDATE_INTERVAL);
        return describe(OpenMeteoClient.ACCOUNT, "Open-Meteo", "", rhythm);
    }

    /** Something that Open-Meteo serves, with what its terms ask for; {@code more} goes behind the credit. */
    static SourceInfo describe(SourceId id, String name, String more, Rhythm rhythm) {
        return new SourceInfo(id, name, ATTRIBUTION + more, LINK, rhythm, false);
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public Tariff tariff() {
        return new Tariff(OpenMeteoClient.ACCOUNT, OpenMeteoRequest.weight(settings));
    }

    @Override
    public SourceReply ask(Place place, CallMeter calls) {
        return client.ask(info, OpenMeteoRequest.forecast(settings, place), calls, this::reply);
    }

    private SourceReply reply(JsonObject root) {
        ReportDraft draft = new ReportDraft(info, UnaryOperator.identity());
        new OpenMeteoDecoder(root).decodeInto(draft);
        return draft.finish(clock.instant());
    }
}
