package dev.vane.adapters.rest.operations;

import dev.vane.application.api.InspectSources;
import dev.vane.application.api.InspectSources.Breaker;
import dev.vane.application.api.InspectSources.Quota;
import dev.vane.application.api.InspectSources.SourceState;
import dev.vane.application.api.InspectSources.State;
import dev.vane.application.spi.CallWindow;
import dev.vane.domain.weather.SourceId;
import io.helidon.metrics.api.Gauge;
import io.helidon.metrics.api.MeterRegistry;
import io.helidon.metrics.api.Tag;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Tells how the sources do at the moment when the metrics are read: {@code vane_upstream_budget_left} by source and window,
 * {@code vane_upstream_breaker_open} by source. Sources of one account share its budget, and tell the same.
 */
public final class SourceGauges {

    private final MeterRegistry registry;
    private final InspectSources sources;

    private SourceGauges(MeterRegistry registry, InspectSources sources) {
        this.registry = registry;
        this.sources = sources;
    }

    /** Registers them for the sources that are on, in place of those of an earlier server in this process. */
    public static void register(MeterRegistry registry, InspectSources sources) {
        SourceGauges gauges = new SourceGauges(registry, sources);
        sources.sources().stream().filter(state -> state.state() != State.OFF).forEach(gauges::register);
    }

    private void register(SourceState state) {
        SourceId source = state.source().id();
        Tag name = Tag.create("source", source.name());
        gauge(
                "vane.upstream.breaker.open",
                "Whether the source is left alone for a time: 1, else 0",
                List.of(name),
                gauges -> gauges.breakerOpen(source));
        for (Quota quota : state.quota()) {
            CallWindow window = quota.window();
            gauge(
                    "vane.upstream.budget.left",
                    "Calls that may still be made of the source in the window that now is in",
                    List.of(name, Tag.create("window", window.key())),
                    gauges -> gauges.left(source, window));
        }
    }

    private void gauge(String name, String description, List<Tag> tags, ToDoubleFunction<SourceGauges> reading) {
        registry.remove(name, tags);
        registry.getOrCreate(
                Gauge.builder(name, this, reading).description(description).tags(tags));
    }

    private double breakerOpen(SourceId source) {
        return state(source)
                .map(SourceState::breaker)
                .map(breaker -> breaker.position() == Breaker.Position.CLOSED ? 0.0 : 1.0)
                .orElse(Double.NaN);
    }

    private double left(SourceId source, CallWindow window) {
        return state(source).stream()
                .flatMap(state -> state.quota().stream())
                .filter(quota -> quota.window() == window)
                .mapToDouble(Quota::left)
                .findFirst()
                .orElse(Double.NaN);
    }

    private Optional<SourceState> state(SourceId source) {
        return sources.sources().stream()
                .filter(state -> state.source().id().equals(source))
                .findFirst();
    }
}
