package dev.vane.adapters.sources.nws;

import dev.vane.adapters.sources.cap.Warnings;
import dev.vane.adapters.sources.http.ProviderHttp;
import dev.vane.adapters.sources.report.ReportDraft;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.SourceInfo;
import dev.vane.application.spi.SourceInfo.Rhythm;
import dev.vane.application.spi.SourceNotes;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.SourceReply.Answered;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.application.spi.Tariff;
import dev.vane.application.spi.WeatherSource;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.DailyAggregation;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The US National Weather Service (weather.gov), without a key; it covers the United States and their waters. A place's grid
 * cell and stations are asked for once a day ({@link GridCells}, {@link NearestObservation}); then, side by side, the
 * hourly forecast, the raw grid, the latest observation and the warnings, of which each may fail alone. The hourly forecast comes first,
 * because it is what the offices publish, and has the sky; the raw grid completes it with amounts of precipitation, gusts,
 * cloud cover and visibility ({@link ForwardSteps}), and stands in for it when it fails. Days are made of the steps. An
 * ask takes at most the total time limit of a call.
 */
public final class NwsSource implements WeatherSource {

    /** Offices issue at least two packages of forecasts a day: an upper bound of the usual. */
    private static final Duration UPDATE_INTERVAL = Duration.ofHours(12);

    /** Whose quota it is, that of the stations too. */
    static final SourceId ACCOUNT = new SourceId("nws");

    /** Hourly forecast, raw grid, observation and warnings, and the cell and its stations, which it takes once a day. */
    private static final int USUAL_CALLS = 6;

    private final NwsSettings settings;
    private final ProviderHttp http;
    private final Clock clock;
    private final SourceInfo info;
    private final GridCells cells;
    private final NearestObservation observations;

    private record Parts(
            Part<Periods> hourly, Part<GridForecast> grid, Part<Observation> current, Part<Warnings> warnings) {

        Optional<Instant> issuedAt() {
            return hourly.value()
                    .flatMap(Periods::issuedAt)
                    .or(() -> grid.value().flatMap(GridForecast::issuedAt));
        }
    }

    /** Makes the source; nothing is called yet. */
    public NwsSource(NwsSettings settings, ProviderHttp http, Clock clock) {
        this(settings, http, clock, SourceNotes.NONE);
    }

    /** Makes the source with notes of what it asked for once a day; nothing is called yet. */
    public NwsSource(NwsSettings settings, ProviderHttp http, Clock clock, SourceNotes notes) {
        this(settings, http, clock, notes, new GridCells(clock, notes));
    }

    /** Makes the source with notes, and with the cells that it shares; nothing is called yet. */
    public NwsSource(NwsSettings settings, ProviderHttp http, Clock clock, SourceNotes notes, GridCells cells) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
        info = describe(settings.refreshInterval());
        this.cells = cells;
        observations = new NearestObservation(clock, notes);
    }

    /**
     * What is always true of this source, whether it is used or not.
     *
     * @param refreshInterval how long an answer stays fresh, positive
     */
    public static SourceInfo describe(Duration refreshInterval) {
        return new SourceInfo(
                ACCOUNT,
                "US National Weather Service",
                "Data from the US National Weather Service (public domain)",
                URI.create("https://www.weather.gov/"),
                new Rhythm(refreshInterval, UPDATE_INTERVAL),
                false);
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public Tariff tariff() {
        return new Tariff(ACCOUNT, USUAL_CALLS);
    }

    @Override
    public SourceReply ask(Place place, CallMeter calls) {
        NwsClient client = new NwsClient(settings.baseUrl(), http.metered(calls));
        Deadline deadline = new Deadline(http.settings().totalTimeout());
        return switch (cells.find(client, place.coordinates(), deadline)) {
            case Part.Lost<GridCell>(Failed failure) -> failure;
            case Part.Got<GridCell>(GridCell cell) -> reply(place, parts(client, place, cell, deadline));
        };
    }

    private Parts parts(NwsClient client, Place place, GridCell cell, Deadline deadline) {
        FutureTask<Part<Periods>> hourly = Deadline.start(
                "hourly", () -> client.get(cell.path() + "/forecast/hourly").then(Periods::hourly));
        FutureTask<Part<GridForecast>> grid =
                Deadline.start("grid", () -> client.get(cell.path()).then(GridForecast::decode));
        FutureTask<Part<Observation>> current = Deadline.start("observation", () -> observations.find(client, cell));
        FutureTask<Part<Warnings>> warnings = Deadline.start(
                "alerts",
                () -> client.get("/alerts/active?point=" + GridCells.key(place.coordinates()))
                        .then(root -> NwsAlerts.decode(root, clock.instant())));
        return new Parts(
                deadline.await(hourly), deadline.await(grid), deadline.await(current), deadline.await(warnings));
    }

    private SourceReply reply(Place place, Parts parts) {
        List<Failed> failures = Stream.of(parts.hourly(), parts.grid(), parts.current())
                .flatMap(part -> part.failure().stream())
                .toList();
        if (rejected(parts.hourly()) && rejected(parts.grid())) {
            cells.forget(place.coordinates());
        }
        return failures.size() == 3 ? mostTelling(failures) : report(place, parts);
    }

    private SourceReply report(Place place, Parts parts) {
        Instant now = clock.instant();
        ReportDraft draft = new ReportDraft(info, UnaryOperator.identity());
        note(draft, "no hourly forecast", parts.hourly());
        note(draft, "no raw forecast", parts.grid());
        note(draft, "no current weather", parts.current());
        note(draft, "no warnings", parts.warnings());
        parts.warnings().value().ifPresent(warnings -> warnings.addTo(draft));
        parts.grid().value().ifPresent(grid -> grid.faults().forEach(draft::fault));
        draft.current(() -> parts.current().value());
        if (parts.hourly().value().isPresent() || parts.grid().value().isPresent()) {
            List<ForecastStep> steps =
                    ForwardSteps.of(parts.hourly().value(), parts.grid().value(), now);
            draft.hourly(() -> steps);
            draft.daily(() -> DailyAggregation.of(steps, place.zone()));
        }
        return issued(draft.finish(now), parts.issuedAt());
    }

    private static void note(ReportDraft draft, String what, Part<?> part) {
        part.failure().ifPresent(failure -> draft.fault(what + ": " + failure.detail()));
    }

    /** Adds the issue time to the run. */
    private static SourceReply issued(SourceReply reply, Optional<Instant> issuedAt) {
        return switch (reply) {
            case Failed failed -> failed;
            case Answered(List<SourceReport> reports, var dueAt) -> {
                SourceReport report = reports.getFirst();
                Optional<Run> run =
                        report.run().map(made -> new Run(issuedAt, made.availableAt(), made.hourly(), made.daily()));
                yield new Answered(report.withRun(run), dueAt);
            }
        };
    }

    private static boolean rejected(Part<?> part) {
        return part.failure()
                .filter(failure -> failure.reason() == Reason.REJECTED)
                .isPresent();
    }

    /** The failure that tells the application to wait, or else that of the hourly forecast. */
    private static Failed mostTelling(List<Failed> failures) {
        return failures.stream()
                .filter(failure -> failure.retryAfter().isPresent())
                .findFirst()
                .orElse(failures.getFirst());
    }
}
