package dev.vane.adapters.sources.nws;

import dev.vane.adapters.sources.http.ProviderHttp;
import dev.vane.adapters.sources.json.JsonArray;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the nearest station of the US National Weather Service measured: every observation since the last ask, those values left
 * out that failed its checks ({@link ObservationDecoder}), reduced to the elevation of the place
 * ({@link ReducedObservation}). The station is the nearest of those that may stand for the place ({@link NearestStations}); the
 * next one is asked only if it has been silent for three hours. Cell and stations are asked for once a day. On the same quota
 * as {@link NwsSource}; an ask takes at most the total time limit of a call.
 */
public final class NwsStationsSource implements WeatherSource {

    private static final Duration UPDATE_INTERVAL = Duration.ofHours(1);
    private static final Duration AHEAD = Duration.ofMinutes(10);
    private static final SourceId ID = new SourceId("nws-stations");

    /** How long it is taken for true that stations are silent. */
    private static final Duration SILENT_FOR = Duration.ofHours(1);

    private final NwsSettings settings;
    private final ProviderHttp http;
    private final Clock clock;
    private final SourceInfo info;
    private final GridCells cells;
    private final OfficialStations stations;
    private final HeardUntil heard = new HeardUntil();

    private record Observed(Station station, SortedMap<Instant, Observation> observations) {

        boolean since(Instant time) {
            return !observations.isEmpty() && !observations.lastKey().isBefore(time);
        }
    }

    /** Makes the source with notes, and with the cells that it shares; nothing is called yet. */
    public NwsStationsSource(NwsSettings settings, ProviderHttp http, Clock clock, SourceNotes notes, GridCells cells) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
        this.cells = cells;
        info = describe(settings.refreshInterval());
        stations = new OfficialStations(clock, notes);
    }

    /**
     * What is always true of this source, whether it is used or not.
     *
     * @param refreshInterval how long an answer stays fresh, positive
     */
    public static SourceInfo describe(Duration refreshInterval) {
        return new SourceInfo(
                ID,
                "Stations of the US National Weather Service",
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
        return new Tariff(NwsSource.ACCOUNT, 1);
    }

    @Override
    public boolean official() {
        return true;
    }

    @Override
    public SourceReply ask(Place place, CallMeter calls) {
        NwsClient client = new NwsClient(settings.baseUrl(), http.metered(calls));
        Deadline deadline = new Deadline(http.settings().totalTimeout());
        return switch (cells.find(client, place.coordinates(), deadline)) {
            case Part.Lost<GridCell>(Failed failure) -> failure;
            case Part.Got<GridCell>(GridCell cell) ->
                reply(place, deadline.await(Deadline.start("stations", () -> observed(client, cell, place))));
        };
    }

    private SourceReply reply(Place place, Part<Observed> part) {
        return switch (part) {
            case Part.Lost<Observed>(Failed failure) -> failure;
            case Part.Got<Observed>(Observed observed) -> {
                heard.heard(place.id(), observed.observations().lastKey());
                Instant now = clock.instant();
                List<SourceReport> reports = observed.observations().values().stream()
                        .map(observation -> ReducedObservation.of(observation, observed.station(), place))
                        .map(there -> new SourceReport(ID, now, Optional.of(there), Optional.empty()))
                        .toList();
                yield new Answered(reports, Optional.empty());
            }
        };
    }

    private Part<Observed> observed(NwsClient client, GridCell cell, Place place) {
        return switch (stations.find(client, cell, place)) {
            case Part.Lost<List<Station>>(Failed failure) -> new Part.Lost<>(failure);
            case Part.Got<List<Station>>(List<Station> near)
            when near.isEmpty() ->
                notCovered(
                        "No station of the US National Weather Service is within 30 km, and 200 m of the elevation.",
                        NwsRefusal.NOT_COVERED_FOR);
            case Part.Got<List<Station>>(List<Station> near) -> first(client, near, place);
        };
    }

    /** The first station that is not silent; if all are, the first that said anything in the time that is asked for. */
    private Part<Observed> first(NwsClient client, List<Station> near, Place place) {
        Instant now = clock.instant();
        Instant since = heard.since(place.id(), now);
        List<Part<Observed>> earlier = new ArrayList<>();
        for (Station station : near) {
            Part<Observed> part = ask(client, station, since, now);
            boolean unknown = part.failure()
                    .filter(failure -> failure.reason() == Reason.REJECTED)
                    .isPresent();
            boolean failed = part.failure().isPresent() && !unknown; // which says nothing of the station
            if (failed
                    || part.value()
                            .filter(observed -> observed.since(now.minus(HeardUntil.LEAST)))
                            .isPresent()) {
                return part;
            }
            earlier.add(part);
        }
        return earlier.stream()
                .filter(part ->
                        part.value().filter(observed -> observed.since(since)).isPresent())
                .findFirst()
                .or(() -> earlier.stream()
                        .filter(part -> part.failure().isPresent())
                        .findFirst())
                .orElseGet(() -> notCovered(
                        "None of the stations of the US National Weather Service near the place has said anything of late.",
                        SILENT_FOR));
    }

    private static <T> Part<T> notCovered(String detail, Duration wait) {
        return new Part.Lost<>(new Failed(Reason.NOT_COVERED, detail, Optional.of(wait)));
    }

    private static Part<Observed> ask(NwsClient client, Station station, Instant since, Instant now) {
        String start = since.truncatedTo(ChronoUnit.SECONDS).toString();
        return client.get("/stations/" + station.id() + "/observations?start=" + start)
                .then(root -> new Observed(station, decode(root, since, now)));
    }

    /** Reads a collection of observations; those with a fault, of another time or without any value are left out. */
    private static SortedMap<Instant, Observation> decode(JsonObject root, Instant since, Instant now) {
        JsonArray features = root.requiredArray("features");
        SortedMap<Instant, Observation> observations = new TreeMap<>();
        Optional<JsonFault> fault = Optional.empty();
        for (int i = 0; i < features.size(); i++) {
            try {
                ObservationDecoder.read(features.object(i))
                        .filter(observation -> !observation.validTime().isBefore(since)
                                && !observation.validTime().isAfter(now.plus(AHEAD)))
                        .ifPresent(observation -> observations.putIfAbsent(observation.validTime(), observation));
            } catch (JsonFault wrong) {
                fault = fault.or(() -> Optional.of(wrong));
            }
        }
        if (observations.isEmpty() && fault.isPresent()) {
            throw fault.get();
        }
        return observations;
    }
}
