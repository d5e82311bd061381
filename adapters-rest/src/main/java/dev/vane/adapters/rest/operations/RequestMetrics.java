package dev.vane.adapters.rest.operations;

import dev.vane.adapters.rest.exchange.RequestObserver;
import io.helidon.metrics.api.MeterRegistry;
import io.helidon.metrics.api.Tag;
import io.helidon.metrics.api.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Times requests by route, method and status: {@code http_server_requests_seconds}. There are few of each, so that the
 * number of time series does not depend on what clients send. Safe for use by several threads.
 */
public final class RequestMetrics implements RequestObserver {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofMillis(2500)
    };

    private static final double[] NO_PERCENTILES = {}; // quantiles of one process cannot be added up

    private record Series(String route, String method, int status) {}

    private final MeterRegistry registry;
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

    /** Times into a registry. */
    public RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void answered(String route, String method, int status, Duration took) {
        timers.computeIfAbsent(new Series(route, method, status), this::timer).record(took);
    }

    private Timer timer(Series series) {
        return registry.getOrCreate(Timer.builder("http.server.requests")
                .description("Requests answered, by route, method and status")
                .tags(List.of(
                        Tag.create("route", series.route()),
                        Tag.create("method", series.method()),
                        Tag.create("status", Integer.toString(series.status()))))
                .percentiles(NO_PERCENTILES)
                .buckets(BUCKETS));
    }
}
