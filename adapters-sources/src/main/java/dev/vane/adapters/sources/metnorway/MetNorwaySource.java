package dev.vane.adapters.sources.metnorway;

import dev.vane.adapters.sources.http.HttpAnswer.Broken;
import dev.vane.adapters.sources.http.HttpAnswer.Content;
import dev.vane.adapters.sources.http.HttpAnswer.Refused;
import dev.vane.adapters.sources.http.HttpExchange;
import dev.vane.adapters.sources.http.MeteredHttp;
import dev.vane.adapters.sources.http.ProviderHttp;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonTree;
import dev.vane.adapters.sources.report.ReportDraft;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.SourceInfo;
import dev.vane.application.spi.SourceInfo.Rhythm;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.SourceReply.Answered;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.application.spi.WeatherSource;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/**
 * MET Norway (api.met.no): locationforecast 2.0, about ten days, by the hour for two or three of them and then in blocks of
 * six hours, in one call, without a key but with a User-Agent that says whom to write to.
 *
 * <p>Its terms ask for two things. Never ask again before {@code Expires}: each answer says when it is due, and the
 * application obeys. Then ask only for what has changed: the last answers are remembered with their {@code Last-Modified},
 * which is sent back as {@code If-Modified-Since}; if nothing has changed (304), the remembered run is reported as heard
 * now, with the current conditions of now.
 *
 * <p>For a place in Norway the warnings are asked for too, once with each forecast ({@link MetAlerts}); without them the
 * forecast stands, and says nothing of warnings. When the answer is due again is said by the forecast alone. An ask takes at
 * most twice the total time limit of a call.
 */
public final class MetNorwaySource implements WeatherSource {

    private static final System.Logger LOG = System.getLogger("dev.vane.adapters.sources");

    /** As many places as the application keeps in memory by default, at less than 10 kB each as a rule. */
    private static final int REMEMBERED_ANSWERS = 1000;

    private static final long REMEMBERED_BYTES = 8L * 1024 * 1024;

    /** Its global forecast is made anew every six hours, the Nordic one more often: an upper bound of the usual. */
    private static final Duration UPDATE_INTERVAL = Duration.ofHours(6);

    private static final int DEPRECATED = 203;
    private static final int NOT_MODIFIED = 304;

    private final MetNorwaySettings settings;
    private final ProviderHttp http;
    private final Clock clock;
    private final SourceInfo info;
    private final AnswerMemory memory;
    private final AtomicBoolean warned = new AtomicBoolean();

    private record Asked(Place place, URI address, MeteredHttp http) {}

    /** Makes the source; nothing is called yet. */
    public MetNorwaySource(MetNorwaySettings settings, ProviderHttp http, Clock clock) {
        this(settings, http, clock, new AnswerMemory(REMEMBERED_ANSWERS, REMEMBERED_BYTES));
    }

    MetNorwaySource(MetNorwaySettings settings, ProviderHttp http, Clock clock, AnswerMemory memory) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
        this.memory = memory;
        info = describe(settings.refreshInterval());
    }

    /**
     * What is always true of this source, whether it is used or not.
     *
     * @param refreshInterval how long an answer stays fresh that does not say so itself, positive
     */
    public static SourceInfo describe(Duration refreshInterval) {
        return new SourceInfo(
                new SourceId("met-norway"),
                "MET Norway",
                "Data from MET Norway (CC BY 4.0)",
                URI.create("https://www.met.no/"),
                new Rhythm(refreshInterval, UPDATE_INTERVAL),
                false);
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public SourceReply ask(Place place, CallMeter calls) {
        Asked asked = new Asked(place, MetNorwayRequest.of(settings, place), http.metered(calls));
        Optional<RememberedAnswer> last = memory.of(asked.address());
        HttpExchange exchange = asked.http().exchange(asked.address(), Caching.newerThan(last));
        return switch (exchange.answer()) {
            case Content(String text) -> changed(asked, text, exchange);
            case Refused(int status, String _, Optional<Duration> retryAfter) ->
                status == NOT_MODIFIED
                        ? last.map(answer -> unchanged(asked, answer, exchange)).orElseGet(this::unasked)
                        : MetNorwayRefusal.failed(status, retryAfter);
            case Broken(Failed failure) -> failure;
        };
    }

    private SourceReply changed(Asked asked, String text, HttpExchange exchange) {
        warnIfDeprecated(exchange);
        Instant now = clock.instant();
        SourceReply reply = decode(asked, text, now);
        return switch (reply) {
            case Failed failure -> failure; // what is remembered still holds for its own Last-Modified
            case Answered(List<SourceReport> reports, Optional<Instant> _) -> {
                Caching.lastModified(exchange)
                        .ifPresentOrElse(
                                header -> memory.keep(asked.address(), RememberedAnswer.of(header, now, text)),
                                () -> memory.forget(asked.address()));
                yield new Answered(reports, Caching.expires(exchange, now));
            }
        };
    }

    private SourceReply unchanged(Asked asked, RememberedAnswer answer, HttpExchange exchange) {
        Instant now = clock.instant();
        Caching.lastModified(exchange).ifPresent(header -> memory.keep(asked.address(), answer.confirmed(header)));
        return switch (decode(asked, answer.text(), now)) {
            case Failed failure -> failure;
            case Answered(List<SourceReport> reports, Optional<Instant> _) ->
                new Answered(since(answer.availableAt(), reports.getFirst()), Caching.expires(exchange, now));
        };
    }

    /** The same report with the run as it was had first. */
    private static SourceReport since(Instant availableAt, SourceReport report) {
        Optional<Run> run =
                report.run().map(said -> new Run(said.issuedAt(), availableAt, said.hourly(), said.daily()));
        return report.withRun(run);
    }

    private SourceReply decode(Asked asked, String text, Instant now) {
        ReportDraft draft = new ReportDraft(info, UnaryOperator.identity());
        try {
            new LocationForecast(JsonTree.parse(text))
                    .decodeInto(draft, asked.place().zone(), now);
            MetAlerts.ask(settings, asked.http(), asked.place(), now).addTo(draft);
        } catch (JsonFault fault) {
            draft.fault(fault.getMessage());
        }
        return draft.finish(now);
    }

    private Failed unasked() {
        String detail = "MET Norway answered 304, that nothing has changed, to a call that did not ask for changes.";
        return new Failed(Reason.MALFORMED, detail, Optional.empty());
    }

    private void warnIfDeprecated(HttpExchange exchange) {
        if (exchange.status().orElse(0) == DEPRECATED && warned.compareAndSet(false, true)) {
            LOG.log(
                    Level.WARNING,
                    "{0} answers 203: this version of its API is deprecated and will end; look for a newer Vane",
                    info.id());
        }
    }
}
