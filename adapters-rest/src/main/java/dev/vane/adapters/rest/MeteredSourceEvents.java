package dev.vane.adapters.rest;

import dev.vane.application.spi.SourceEvents;
import dev.vane.application.spi.SourceReply;
import dev.vane.domain.weather.SourceId;
import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Gauge;
import io.helidon.metrics.api.MeterRegistry;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import io.helidon.metrics.api.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts and times calls of sources by source and outcome, and tells how old each source's freshest data are at the moment
 * when the metrics are read:
 * {@code vane_upstream_calls_total}, {@code vane_upstream_call_seconds}, {@code vane_upstream_call_weight_total},
 * {@code vane_source_stale_runs_total}, {@code vane_source_data_age_seconds}.
 * Safe for use by several threads.
 */
public final class MeteredSourceEvents implements SourceEvents {

    private static final double[] NO_PERCENTILES = {};
    private static final String ANSWERED = "answered";
    private static final double NANOS_PER_SECOND = 1e9;

    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<SourceId, Instant> freshest = new ConcurrentHashMap<>();

    /**
     * Counts into the registry of the process.
     *
     * @param clock says how old data are
     */
    public MeteredSourceEvents(Clock clock) {
        this.registry = Metrics.globalRegistry();
        this.clock = clock;
    }

    @Override
    public void answered(SourceId source, Duration took, Instant fetchedAt) {
        counted(source, ANSWERED, took);
        Instant before = freshest.put(source, fetchedAt);
        if (before == null) {
            registry.getOrCreate(Gauge.builder("vane.source.data.age", this, metered -> metered.age(source))
                    .baseUnit("seconds")
                    .description("Age of the source's freshest data")
                    .tags(tags(source)));
        } else if (before.isAfter(fetchedAt)) {
            freshest.merge(source, before, (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    @Override
    public void failed(SourceId source, Duration took, SourceReply.Failed failure) {
        counted(source, failure.reason().key(), took);
    }

    @Override
    public void called(SourceId account, int weight) {
        registry.getOrCreate(Counter.builder("vane.upstream.call.weight")
                        .description("What was counted on the quota of each account")
                        .tags(List.of(Tag.create("account", account.name()))))
                .increment(weight);
    }

    @Override
    public void repeated(SourceId source) {
        registry.getOrCreate(Counter.builder("vane.source.stale.runs")
                        .description("Answers that were left out because they repeat a run that is too old")
                        .tags(tags(source)))
                .increment();
    }

    private void counted(SourceId source, String outcome, Duration took) {
        List<Tag> tags = List.of(Tag.create("source", source.name()), Tag.create("outcome", outcome));
        registry.getOrCreate(Counter.builder("vane.upstream.calls")
                        .description("Calls of sources, by source and outcome")
                        .tags(tags))
                .increment();
        registry.getOrCreate(Timer.builder("vane.upstream.call")
                        .description("Time that calls of sources took, by source and outcome")
                        .percentiles(NO_PERCENTILES)
                        .tags(tags))
                .record(took);
    }

    private static List<Tag> tags(SourceId source) {
        return List.of(Tag.create("source", source.name()));
    }

    private double age(SourceId source) {
        return Duration.between(freshest.getOrDefault(source, Instant.EPOCH), clock.instant())
                        .toNanos()
                / NANOS_PER_SECOND;
    }
}
