package dev.vane.adapters.sources.openweather;

import dev.vane.adapters.sources.http.ProviderHttp;
import dev.vane.adapters.sources.openweather.OpenWeatherClient.Outcome;
import dev.vane.adapters.sources.openweather.OpenWeatherClient.Outcome.Document;
import dev.vane.adapters.sources.openweather.OpenWeatherClient.Outcome.NoDocument;
import dev.vane.adapters.sources.report.ReportDraft;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.SourceInfo;
import dev.vane.application.spi.SourceInfo.Rhythm;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.application.spi.Tariff;
import dev.vane.application.spi.WeatherSource;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.DailyAggregation;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.SourceId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * OpenWeather (openweathermap.org), with a token. Without One Call it makes two calls at a time, for the current weather
 * and for the forecast of 5 days in steps of 3 hours, of which it makes days; if one of them fails, the other's data are
 * used and the failure is logged. With One Call it makes one call for the current weather, 48 hours and 8 days. An ask
 * takes at most the total time limit of a call. The token is redacted from whatever is told.
 */
public final class OpenWeatherSource implements WeatherSource {

    /** Its model takes over global runs of every six hours: an upper bound of the usual. */
    private static final Duration UPDATE_INTERVAL = Duration.ofHours(6);

    private final OpenWeatherSettings settings;
    private final ProviderHttp http;
    private final Clock clock;
    private final SourceInfo info;
    private final FreeDecoder decoder = new FreeDecoder(OpenWeatherUnits.METRIC);

    /** Makes the source; nothing is called yet. */
    public OpenWeatherSource(OpenWeatherSettings settings, ProviderHttp http, Clock clock) {
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
                new SourceId("openweather"),
                "OpenWeather",
                "Weather data provided by OpenWeather",
                URI.create("https://openweathermap.org/"),
                new Rhythm(refreshInterval, UPDATE_INTERVAL),
                false);
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public Tariff tariff() {
        return new Tariff(info.id(), settings.oneCall() ? 1 : 2);
    }

    @Override
    public SourceReply ask(Place place, CallMeter calls) {
        OpenWeatherClient client = new OpenWeatherClient(settings, http.metered(calls));
        return settings.oneCall() ? oneCall(client, place) : twoCalls(client, place);
    }

    private SourceReply oneCall(OpenWeatherClient client, Place place) {
        Outcome outcome = client.get("/data/3.0/onecall", place.coordinates(), Map.of("exclude", "minutely,alerts"));
        return switch (outcome) {
            case NoDocument(Failed failure) -> failure;
            case Document(var root) -> {
                ReportDraft draft = draft();
                new OneCallDecoder(root, OpenWeatherUnits.METRIC, place.zone()).decodeInto(draft);
                yield draft.finish(clock.instant());
            }
        };
    }

    private SourceReply twoCalls(OpenWeatherClient client, Place place) {
        FutureTask<Outcome> later =
                new FutureTask<>(() -> client.get("/data/2.5/forecast", place.coordinates(), Map.of()));
        Thread.ofVirtual().name("openweather-forecast").start(later);
        Outcome current = client.get("/data/2.5/weather", place.coordinates(), Map.of());
        Outcome forecast = await(later);
        if (current instanceof NoDocument(Failed first) && forecast instanceof NoDocument(Failed second)) {
            return graver(first, second);
        }
        ReportDraft draft = draft();
        addCurrent(draft, current);
        addForecast(draft, forecast, place);
        return draft.finish(clock.instant());
    }

    private void addCurrent(ReportDraft draft, Outcome current) {
        switch (current) {
            case NoDocument(Failed failure) -> draft.fault("no current weather: " + failure.detail());
            case Document(var root) -> draft.current(() -> decoder.observation(root));
        }
    }

    private void addForecast(ReportDraft draft, Outcome forecast, Place place) {
        switch (forecast) {
            case NoDocument(Failed failure) -> draft.fault("no forecast: " + failure.detail());
            case Document(var root) -> {
                List<ForecastStep> steps = new ArrayList<>();
                draft.hourly(() -> {
                    steps.addAll(decoder.steps(root));
                    return steps;
                });
                draft.daily(() -> DailyAggregation.of(steps, place.zone()));
            }
        }
    }

    private static Outcome await(FutureTask<Outcome> task) {
        try {
            return task.get();
        } catch (InterruptedException stopped) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return failed("The call to OpenWeather was given up because Vane is stopping.");
        } catch (ExecutionException broken) {
            throw new IllegalStateException("the forecast of OpenWeather could not be read", broken.getCause());
        }
    }

    /** Of two failures the one that tells the application to wait, or else the first. */
    private static Failed graver(Failed first, Failed second) {
        return first.retryAfter().isEmpty() && second.retryAfter().isPresent() ? second : first;
    }

    private static Outcome failed(String detail) {
        return new NoDocument(new Failed(Reason.UNREACHABLE, detail, Optional.empty()));
    }

    private ReportDraft draft() {
        return new ReportDraft(info, settings.token()::redact);
    }
}
