package dev.vane.adapters.sources.openmeteo;

import dev.vane.adapters.sources.http.HttpAnswer;
import dev.vane.adapters.sources.http.HttpAnswer.Broken;
import dev.vane.adapters.sources.http.HttpAnswer.Content;
import dev.vane.adapters.sources.http.HttpAnswer.Refused;
import dev.vane.adapters.sources.http.ProviderHttp;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.adapters.sources.json.JsonTree;
import dev.vane.adapters.sources.report.ReportDraft;
import dev.vane.application.spi.SourceInfo;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.application.spi.WeatherSource;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.SourceId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * Open-Meteo (open-meteo.com): current conditions, up to 16 days by the hour and by the day, in one call, without a key.
 * It asks for one request at a time from an address, so calls queue here, each waiting for at most the total time limit of
 * a call; an ask takes at most twice that limit.
 */
public final class OpenMeteoSource implements WeatherSource {

    private final OpenMeteoSettings settings;
    private final ProviderHttp http;
    private final Clock clock;
    private final SourceInfo info;
    private final Semaphore turn = new Semaphore(1, true);

    /** Makes the source; nothing is called yet. */
    public OpenMeteoSource(OpenMeteoSettings settings, ProviderHttp http, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
        info = describe(settings.refreshInterval());
    }

    /**
     * What is always true of this source, whether it is used or not.
     *
     * @param refreshInterval how long an answer stays fresh, positive
     */
    public static SourceInfo describe(Duration refreshInterval) {
        return new SourceInfo(
                new SourceId("open-meteo"),
                "Open-Meteo",
                "Weather data by Open-Meteo.com (CC BY 4.0)",
                URI.create("https://open-meteo.com/"),
                refreshInterval,
                false);
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public SourceReply ask(Place place) {
        URI resource = OpenMeteoRequest.of(settings, place);
        return switch (call(resource)) {
            case Content(String text) -> reply(text);
            case Refused(int status, String text, var retryAfter) ->
                OpenMeteoRefusal.failed(status, OpenMeteoRefusal.reason(text), retryAfter, clock.instant());
            case Broken(Failed failure) -> failure;
        };
    }

    private HttpAnswer call(URI resource) {
        try {
            if (!turn.tryAcquire(http.settings().totalTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                return broken(Reason.TIMED_OUT, "Open-Meteo was busy with earlier calls until the time limit.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return broken(Reason.UNREACHABLE, "The call to Open-Meteo was given up because Vane is stopping.");
        }
        try {
            return http.get(resource);
        } finally {
            turn.release();
        }
    }

    private SourceReply reply(String text) {
        ReportDraft draft = new ReportDraft(info, UnaryOperator.identity());
        try {
            JsonObject root = JsonTree.parse(text);
            if (root.has("error") && root.flag("error").orElse(false)) {
                return OpenMeteoRefusal.failed(400, root.text("reason"), Optional.empty(), clock.instant());
            }
            new OpenMeteoDecoder(root).decodeInto(draft);
        } catch (JsonFault fault) {
            draft.fault(fault.getMessage());
        }
        return draft.finish(clock.instant());
    }

    private static Broken broken(Reason reason, String detail) {
        return new Broken(new Failed(reason, detail, Optional.empty()));
    }
}
