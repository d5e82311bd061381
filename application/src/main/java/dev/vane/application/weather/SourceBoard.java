package dev.vane.application.weather;

import dev.vane.application.api.InspectSources;
import dev.vane.application.spi.SourceEvents;
import dev.vane.application.spi.SourceInfo;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.WeatherSource;
import dev.vane.domain.weather.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Follows how the sources do over all places. */
final class SourceBoard implements InspectSources, SourceEvents {

    private record Health(Optional<Instant> lastSuccess, Optional<String> lastProblem) {
        private static final Health UNHEARD = new Health(Optional.empty(), Optional.empty());
    }

    private final List<WeatherSource> sources;
    private final Map<SourceInfo, String> off;
    private final SourceEvents next;
    private final Map<SourceId, Health> health = new ConcurrentHashMap<>();

    SourceBoard(List<WeatherSource> sources, Map<SourceInfo, String> off, SourceEvents next) {
        this.sources = sources;
        this.off = off;
        this.next = next;
    }

    @Override
    public List<SourceState> sources() {
        List<SourceState> states = new ArrayList<>();
        sources.forEach(source -> states.add(on(source.info())));
        off.forEach(
                (info, why) -> states.add(new SourceState(info, Optional.of(why), Optional.empty(), Optional.empty())));
        return List.copyOf(states);
    }

    private SourceState on(SourceInfo info) {
        Health known = health.getOrDefault(info.id(), Health.UNHEARD);
        return new SourceState(info, Optional.empty(), known.lastSuccess(), known.lastProblem());
    }

    @Override
    public void answered(SourceId source, Duration took, Instant fetchedAt) {
        health.put(source, new Health(Optional.of(fetchedAt), Optional.empty()));
        next.answered(source, took, fetchedAt);
    }

    @Override
    public void failed(SourceId source, Duration took, SourceReply.Failed failure) {
        health.merge(
                source,
                new Health(Optional.empty(), Optional.of(failure.detail())),
                (before, now) -> new Health(before.lastSuccess(), now.lastProblem()));
        next.failed(source, took, failure);
    }
}
