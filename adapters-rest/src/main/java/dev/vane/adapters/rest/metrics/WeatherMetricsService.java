package dev.vane.adapters.rest.metrics;

import dev.vane.adapters.rest.exchange.Answer;
import dev.vane.adapters.rest.exchange.Call;
import dev.vane.adapters.rest.exchange.Exchange;
import dev.vane.adapters.rest.exchange.Representation;
import dev.vane.adapters.rest.metrics.Family.Sample;
import dev.vane.adapters.rest.snapshot.Snapshots;
import dev.vane.application.api.WatchPlaces;
import dev.vane.application.spi.WatchList.Watch;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Serves the weather of the watched places as metrics. It never waits for a source and never has one asked: watched places are
 * kept up to date anyway, and a scrape that hangs is worse than one without a place.
 */
public final class WeatherMetricsService implements HttpService {

    private static final String PATH = "/weather/metrics";

    private final Exchange exchange;
    private final WatchPlaces watches;
    private final Snapshots snapshots;
    private final Clock clock;

    /**
     * Creates it.
     *
     * @param exchange handles the requests
     * @param watches knows the places, and what is remembered of them
     * @param snapshots says which hour is in progress and which warnings are in force
     * @param clock says since when an answer reads as it does: now, as far as anybody knows
     */
    public WeatherMetricsService(Exchange exchange, WatchPlaces watches, Snapshots snapshots, Clock clock) {
        this.exchange = exchange;
        this.watches = watches;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        exchange.read(rules, PATH, PATH, this::read);
    }

    private Answer read(Call call) {
        call.parameters(Set.of());
        Exposition exposition = exposition(call);
        List<Sample> samples = watches.watches().stream().flatMap(this::samples).toList();
        return new Answer.Document(
                Representation.of(
                        exposition.contentType(), exposition.text(samples).getBytes(StandardCharsets.UTF_8)),
                clock.instant(),
                Answer.Caching.REVALIDATED,
                "Accept");
    }

    private Stream<Sample> samples(Watch watch) {
        return WeatherSamples.of(
                watch.place(), watches.remembered(watch.place().id()).map(snapshots::of))
                .stream();
    }

    private static Exposition exposition(Call call) {
        String preferred = call.preferred(
                Arrays.stream(Exposition.values()).map(Exposition::mediaType).toList());
        return Arrays.stream(Exposition.values())
                .filter(exposition -> exposition.mediaType().equals(preferred))
                .findFirst()
                .orElseThrow();
    }
}
