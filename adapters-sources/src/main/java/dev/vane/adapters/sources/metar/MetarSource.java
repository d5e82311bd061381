package dev.vane.adapters.sources.metar;

import dev.vane.adapters.sources.http.HttpAnswer.Broken;
import dev.vane.adapters.sources.http.HttpAnswer.Content;
import dev.vane.adapters.sources.http.HttpAnswer.Refused;
import dev.vane.adapters.sources.http.HttpExchange;
import dev.vane.adapters.sources.http.ProviderHttp;
import dev.vane.adapters.sources.http.ProviderText;
import dev.vane.adapters.sources.http.StatusReason;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonTree;
import dev.vane.adapters.sources.station.HeardUntil;
import dev.vane.adapters.sources.station.NearestStations;
import dev.vane.adapters.sources.station.ReducedObservation;
import dev.vane.adapters.sources.station.Station;
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
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the nearest aerodrome measured, anywhere in the world: reports (METAR) from the data API of the Aviation Weather Center
 * of the United States (aviationweather.gov), without a key. One call an ask, of all stations around the place; of them
 * one stands for it ({@link NearestStations}), and goes on to do so ({@link ChosenStations}) unless it has been silent for three
 * hours while another is not. Each of its reports since the last ask makes a report of this source, reduced to
 * the elevation of the place ({@link ReducedObservation}); of two of the same time the corrected one counts.
 *
 * <p>The API allows 100 calls a minute and keeps 15 days; it says that there is nothing with 204 and no body.
 */
public final class MetarSource implements WeatherSource {

    private static final System.Logger LOG = System.getLogger("dev.vane.adapters.sources");

    /** How far back the API may safely be asked: it keeps a day more. */
    public static final Duration KEPT = Duration.ofDays(14);

    private static final SourceId ID = new SourceId("metar");
    private static final String PATH = "/api/data/metar";
    private static final String NAME = "Aviation Weather Center";
    private static final Duration UPDATE_INTERVAL = Duration.ofHours(1);
    private static final Duration AHEAD = Duration.ofMinutes(10);
    private static final int NO_CONTENT = 204;

    /** Aerodromes are not built from one day to the next. */
    private static final Duration NOT_COVERED_FOR = Duration.ofDays(1);

    /** Where there was a station, there will be one again. */
    private static final Duration SILENT_FOR = Duration.ofHours(1);

    private final MetarSettings settings;
    private final ProviderHttp http;
    private final Clock clock;
    private final SourceInfo info;
    private final ChosenStations chosen;
    private final HeardUntil heard;

    /** Makes the source with notes of the stations that it chose; nothing is called yet. */
    public MetarSource(MetarSettings settings, ProviderHttp http, Clock clock, SourceNotes notes) {
        this(settings, http, clock, notes, HeardUntil.FIRST);
    }

    /**
     * Makes the source; nothing is called yet.
     *
     * @param first how far back the first ask of a place looks, from 3 hours to {@link #KEPT}
     */
    public MetarSource(MetarSettings settings, ProviderHttp http, Clock clock, SourceNotes notes, Duration first) {
        heard = new HeardUntil(first);
        this.settings = settings;
        this.http = http;
        this.clock = clock;
        info = describe(settings.refreshInterval());
        chosen = new ChosenStations(ID, clock, notes);
    }

    /**
     * What is always true of this source, whether it is used or not.
     *
     * @param refreshInterval how long an answer stays fresh, positive
     */
    public static SourceInfo describe(Duration refreshInterval) {
        return new SourceInfo(
                ID,
                NAME,
                "Aerodrome reports from the Aviation Weather Center (US National Weather Service, public domain)",
                URI.create("https://aviationweather.gov/"),
                new Rhythm(refreshInterval, UPDATE_INTERVAL),
                false);
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public Tariff tariff() {
        return new Tariff(ID, 1);
    }

    @Override
    public boolean official() {
        return true;
    }

    @Override
    public SourceReply ask(Place place, CallMeter calls) {
        Instant since = heard.since(place.id(), clock.instant());
        HttpExchange exchange = http.metered(calls).exchange(resource(place, since), Map.of());
        return switch (exchange.answer()) {
            case Content(String text) ->
                reply(place, since, text, exchange.status().orElse(0) == NO_CONTENT);
            case Refused(int status, var text, var retryAfter) ->
                new Failed(StatusReason.of(status), "The " + NAME + " answered " + status + ".", retryAfter);
            case Broken(Failed failure) -> failure;
        };
    }

    private URI resource(Place place, Instant since) {
        Duration back = Duration.between(since, clock.instant());
        long hours = back.plusHours(1).minusNanos(1).toHours(); // rounded up
        Map<String, String> query = new LinkedHashMap<>();
        query.put("bbox", Surroundings.box(place.coordinates()));
        query.put("format", "json");
        query.put("hours", Long.toString(hours));
        return settings.baseUrl().resource(PATH, query);
    }

    private SourceReply reply(Place place, Instant since, String text, boolean nothing) {
        try {
            MetarAnswer answer = nothing ? MetarAnswer.NOTHING : MetarAnswer.decode(JsonTree.parseArray(text));
            if (!answer.faults().isEmpty()) {
                logLost(answer.faults());
            }
            return reply(place, since, answer.reports());
        } catch (JsonFault fault) {
            String what = ProviderText.clean(fault.getMessage());
            return new Failed(
                    Reason.MALFORMED, "The answer of the " + NAME + " cannot be used: " + what + ".", Optional.empty());
        }
    }

    private SourceReply reply(Place place, Instant since, List<StationReport> all) {
        Instant now = clock.instant();
        List<StationReport> reports = all.stream()
                .filter(report ->
                        !report.time().isBefore(since) && !report.time().isAfter(now.plus(AHEAD)))
                .filter(StationReport::says)
                .toList();
        if (reports.isEmpty() && !all.isEmpty()) {
            throw new JsonFault("its reports say nothing, or are too far from now, the first of "
                    + all.getFirst().time());
        }
        Optional<Station> station = choose(place, reports, now);
        if (station.isEmpty()) {
            return nobody(place);
        }
        chosen.choose(place.coordinates(), station.get().id());
        Collection<StationReport> own = inOrder(station.get(), reports);
        heard.heard(
                place.id(),
                own.stream().map(StationReport::time).reduce((a, b) -> b).orElseThrow());
        return new Answered(
                own.stream()
                        .map(report -> ReducedObservation.of(report.observation(), report.station(), place))
                        .map(observation -> sourceReport(observation, now))
                        .toList(),
                Optional.empty());
    }

    /** The one chosen before if it is heard, else the nearest that is heard, else the one before, else the nearest. */
    private Optional<Station> choose(Place place, List<StationReport> reports, Instant now) {
        Map<String, Station> named = new LinkedHashMap<>();
        Map<String, Instant> latest = new LinkedHashMap<>();
        for (StationReport report : reports) {
            named.putIfAbsent(report.station().id(), report.station());
            latest.merge(report.station().id(), report.time(), (a, b) -> a.isAfter(b) ? a : b);
        }
        List<Station> near = NearestStations.of(place, named.values());
        Instant silent = now.minus(HeardUntil.LEAST);
        List<Station> speaking = near.stream()
                .filter(station -> !latest.get(station.id()).isBefore(silent))
                .toList();
        Optional<String> before = chosen.find(place.coordinates());
        return named(speaking, before)
                .or(() -> speaking.stream().findFirst())
                .or(() -> named(near, before))
                .or(() -> near.stream().findFirst());
    }

    private static Optional<Station> named(List<Station> stations, Optional<String> id) {
        return stations.stream()
                .filter(station -> id.filter(station.id()::equals).isPresent())
                .findFirst();
    }

    /** The reports of a station by ascending time, one of each. */
    private static Collection<StationReport> inOrder(Station station, List<StationReport> reports) {
        TreeMap<Instant, StationReport> own = new TreeMap<>();
        for (StationReport report : reports) {
            if (report.station().id().equals(station.id())) {
                own.merge(
                        report.time(),
                        report,
                        (first, other) -> other.report().header().corrected()
                                        && !first.report().header().corrected()
                                ? other
                                : first);
            }
        }
        return own.values();
    }

    private Failed nobody(Place place) {
        Optional<String> before = chosen.find(place.coordinates());
        return before.isPresent()
                ? new Failed(
                        Reason.NOT_COVERED,
                        "Neither " + before.get() + " nor another station near enough has reported of late.",
                        Optional.of(SILENT_FOR))
                : new Failed(
                        Reason.NOT_COVERED,
                        "No station within 30 km, and 200 m of the elevation, has reported.",
                        Optional.of(NOT_COVERED_FOR));
    }

    private SourceReport sourceReport(Observation observation, Instant now) {
        return new SourceReport(ID, now, Optional.of(observation), Optional.empty());
    }

    private static void logLost(List<String> faults) {
        String first = ProviderText.clean(faults.getFirst());
        LOG.log(System.Logger.Level.WARNING, "{0} reports of {1} are lost, the first: {2}", faults.size(), ID, first);
    }
}
