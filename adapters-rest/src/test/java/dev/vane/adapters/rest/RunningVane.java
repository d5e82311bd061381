package dev.vane.adapters.rest;

import dev.vane.adapters.rest.ServerSettings.Address;
import dev.vane.adapters.rest.storage.Stored;
import dev.vane.application.Application;
import dev.vane.application.api.InspectSources.SourceState;
import dev.vane.application.api.ReadScores;
import dev.vane.application.api.ReadWeather;
import dev.vane.application.api.ReportReadings;
import dev.vane.application.api.WeatherOutcome;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.quality.QualityFlag;
import dev.vane.domain.quality.QualityRule;
import dev.vane.domain.weather.Variable;
import io.helidon.health.HealthCheck;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real server on free ports of the loopback, over fakes of the in-ports: weather of one Portland, which tests replace.
 */
final class RunningVane implements AutoCloseable {

    private static final Duration ORDINARY = ServerSettings.defaults().slowRequest();

    /** Longer than any test may take: one that waits for it fails. */
    private static final Duration GRACE = Duration.ofMinutes(10);

    volatile Instant now = Samples.NOW;
    volatile ReadWeather weather;
    volatile ReportReadings reports = RunningVane::kept;
    volatile List<SourceState> sources = List.of(Samples.answering(), Samples.failing(), Samples.off());

    volatile ReadScores scores = ScoreSamples.of(true, ScoreSamples.all());

    final FakeHistory history = new FakeHistory();
    final AtomicInteger reads = new AtomicInteger();
    final FakeWatches watches = new FakeWatches();
    final FakeFollows follows = new FakeFollows(() -> weather);
    final VaneServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RunningVane(ServerSettings settings, List<StaticRoot> files, List<HealthCheck> checks) {
        this(settings, files, checks, Optional.empty());
    }

    private RunningVane(
            ServerSettings settings, List<StaticRoot> files, List<HealthCheck> checks, Optional<Stored> stored) {
        weather = served(WeatherOutcomes.served(Samples.NOW));
        Application application = new Application(
                new FakePlaces(),
                target -> {
                    reads.incrementAndGet();
                    return weather.read(target);
                },
                () -> sources,
                watches,
                () -> Instant.MAX,
                follows,
                upload -> reports.report(upload),
                history,
                (place, variable) -> scores.scores(place, variable),
                () -> Instant.MAX);
        BuildInfo build = new BuildInfo("vane", "1.2.3", Instant.parse("2026-01-01T00:00:00Z"));
        Clock clock = InstantSource.tick(() -> now, Duration.ofNanos(1)).withZone(ZoneOffset.UTC);
        server = VaneServer.start(settings, new Served(application, files, checks, stored, build, clock));
    }

    static RunningVane start() {
        return new RunningVane(settings(0, ORDINARY), List.of(), List.of());
    }

    static RunningVane start(StaticRoot... files) {
        return new RunningVane(settings(0, ORDINARY), List.of(files), List.of());
    }

    static RunningVane start(HealthCheck check) {
        return new RunningVane(settings(0, ORDINARY), List.of(), List.of(check));
    }

    static RunningVane start(Stored stored) {
        return new RunningVane(settings(0, ORDINARY), List.of(), List.of(), Optional.of(stored));
    }

    static RunningVane startOn(int port) {
        return new RunningVane(settings(port, ORDINARY), List.of(), List.of());
    }

    static RunningVane start(ServerSettings.Streaming streaming) {
        return new RunningVane(settings(0, ORDINARY).with(streaming), List.of(), List.of());
    }

    static RunningVane startOver(ServerSettings.Tls certificate) {
        return new RunningVane(settings(0, ORDINARY).over(certificate), List.of(), List.of());
    }

    static RunningVane startWhereEverythingIsSlow() {
        return new RunningVane(settings(0, Duration.ofNanos(1)), List.of(), List.of());
    }

    static RunningVane startWhereNothingIsSlow() {
        return new RunningVane(settings(0, Duration.ofHours(1)), List.of(), List.of());
    }

    private static ServerSettings settings(int port, Duration slowRequest) {
        ServerSettings defaults = ServerSettings.defaults();
        return new ServerSettings(
                new Address("127.0.0.1", port),
                new Address("127.0.0.1", 0),
                defaults.limits(),
                new ServerSettings.Shutdown(Duration.ZERO, GRACE),
                slowRequest);
    }

    /** A station whose every reading is kept, with something against its temperature. */
    private static ReportReadings.Outcome kept(ReportReadings.Upload upload) {
        QualityFlag flag = new QualityFlag(Variable.TEMPERATURE, QualityRule.NEIGHBOURS, false, "It is far off.");
        return new ReportReadings.Kept(upload.readings().stream()
                .map(reading -> new ReportReadings.Verdict(reading.validTime(), List.of(flag)))
                .toList());
    }

    /** Answers for the Portland of the samples alone. */
    static ReadWeather served(WeatherOutcome outcome) {
        return target -> switch (target) {
            case ReadWeather.ById(PlaceId id) ->
                id.equals(Samples.PORTLAND.id()) ? outcome : new WeatherOutcome.UnknownPlace();
            case ReadWeather.ByCoordinates point -> outcome;
            case ReadWeather.ByQuery query -> outcome;
        };
    }

    HttpResponse<String> get(String target, String... headers) {
        return send("GET", target, headers);
    }

    HttpResponse<String> send(String method, String target, String... headers) {
        return exchange(server.port(), method, target, headers);
    }

    /** A POST with a body. */
    HttpResponse<String> post(String target, String contentType, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + target))
                .header("Content-Type", contentType)
                .method("POST", HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return sent(request);
    }

    HttpResponse<String> operations(String target) {
        return exchange(server.operationsPort(), "GET", target);
    }

    /** Asks for a backup, as the command does. */
    HttpResponse<String> backup() {
        return exchange(server.operationsPort(), "POST", "/backup");
    }

    private HttpResponse<String> exchange(int port, String method, String target, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return sent(request);
    }

    private HttpResponse<String> sent(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(Duration.ofSeconds(20)).build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(request.method() + " " + request.uri() + " failed", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    RawExchange raw(byte[] request) {
        return RawExchange.of(server.port(), request);
    }

    @Override
    public void close() {
        client.close();
        server.stop();
    }
}
