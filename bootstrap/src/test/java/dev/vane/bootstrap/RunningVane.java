package dev.vane.bootstrap;

import dev.vane.bootstrap.config.ConfigurationReader;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** The whole service in this process on free ports of the loopback interface, on a clock that the test moves. */
final class RunningVane implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Vane vane;
    private final MovableClock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private RunningVane(Vane vane, MovableClock clock) {
        this.vane = vane;
        this.clock = clock;
    }

    /**
     * Starts the service.
     *
     * @param directory where its database is
     * @param now what its clock says
     * @param settings environment variables beside those that every test needs
     */
    static RunningVane start(Path directory, Instant now, Map<String, String> settings) {
        Map<String, String> environment = environment(directory);
        environment.putAll(settings);
        MovableClock clock = new MovableClock(now);
        ModuleFinder modules = ModuleFinder.of(Path.of(System.getProperty("vane.ui")), Path.of("target", "classes"));
        Vane vane = Vane.start(new ConfigurationReader(environment).read(), clock, StaticModules.of(modules));
        return new RunningVane(vane, clock);
    }

    /** The environment variables that every test needs. */
    static Map<String, String> environment(Path directory) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "VANE_SERVER_HOST", "127.0.0.1",
                "VANE_SERVER_PORT", "0",
                "VANE_SERVER_SHUTDOWN_GRACE", "2s",
                "VANE_OPERATIONS_HOST", "127.0.0.1",
                "VANE_OPERATIONS_PORT", "0",
                "VANE_DATA_DIRECTORY", directory.toString(),
                "VANE_GAZETTEER_FILE", System.getProperty("vane.gazetteer"),
                "VANE_SOURCES_NWS_ENABLED", "false", // no test asks a real provider
                "VANE_SOURCES_OPEN_METEO_BASE_URL", "http://127.0.0.1:9"));
        environment.put("VANE_SOURCES_METAR_ENABLED", "false");
        environment.put("VANE_SOURCES_NWS_STATIONS_ENABLED", "false");
        return environment;
    }

    /** Moves the clock. */
    void advance(Duration time) {
        clock.now = clock.now.plus(time);
    }

    /** Gets a path of the page or the API. */
    HttpResponse<String> get(String path) {
        return send(vane.port(), path);
    }

    /** Puts nothing to a path of the API. */
    HttpResponse<String> put(String path) {
        return send(request(vane.port(), path).PUT(HttpRequest.BodyPublishers.noBody()));
    }

    /** Posts a form to a path, as a station does. */
    HttpResponse<String> post(String path, String form) {
        return send(request(vane.port(), path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Gets a backup, as the command does. */
    byte[] backup() throws IOException, InterruptedException {
        HttpRequest request = request(vane.operationsPort(), "/backup")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    }

    /** The port of the operations listener. */
    int operationsPort() {
        return vane.operationsPort();
    }

    /** Gets a path of the operations listener. */
    HttpResponse<String> operations(String path) {
        return send(vane.operationsPort(), path);
    }

    private HttpResponse<String> send(int port, String path) {
        return send(request(port, path).GET());
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(request + " failed", e);
        }
    }

    @Override
    public void close() {
        vane.close();
        client.close();
    }

    private static final class MovableClock extends Clock {
        private volatile Instant now;

        private MovableClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
