package dev.vane.application.weather;

import dev.vane.application.api.InspectSources;
import dev.vane.application.api.InspectSources.Breaker.Position;
import dev.vane.application.spi.SourceEvents;
import dev.vane.application.spi.SourceInfo;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.application.spi.WeatherSource;
import dev.vane.domain.weather.SourceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Follows how the sources do over all places. */
final class SourceBoard implements InspectSources, SourceEvents {

    /** What came of a source's calls since the start. */
    private record Health(Optional<Instant> lastSuccess, Optional<Problem> lastProblem, boolean failing) {
        private static final Health UNHEARD = new Health(Optional.empty(), Optional.empty(), false);

        private Health answered(Instant at) {
            return new Health(Optional.of(at), lastProblem, false);
        }

        private Health failed(Problem problem, boolean ill) {
            return new Health(lastSuccess, Optional.of(problem), ill);
        }
    }

    private final Clock clock;
    private final Weather.Needs needs;
    private final Gates gates;
    private final PlaceMemories memories;
    private final Map<SourceId, Health> health = new ConcurrentHashMap<>();

    SourceBoard(Clock clock, Weather.Needs needs, Gates gates, PlaceMemories memories) {
        this.clock = clock;
        this.needs = needs;
        this.gates = gates;
        this.memories = memories;
    }

    @Override
    public List<SourceState> sources() {
        List<SourceState> states = new ArrayList<>();
        for (WeatherSource source : needs.sources()) {
            source.members().forEach(member -> states.add(on(source, member)));
        }
        needs.off().forEach((info, why) -> states.add(SourceState.off(info, why)));
        return List.copyOf(states);
    }

    private SourceState on(WeatherSource source, SourceInfo member) {
        Health known = health.getOrDefault(source.info().id(), Health.UNHEARD);
        ProviderGate gate = gates.of(source);
        Optional<ProviderGate.Refusal> spent = gate.spent(source.tariff());
        State state = state(known, gate.breaker(), spent.isPresent());
        return new SourceState(
                member,
                source.tariff().account(),
                state,
                switch (state) {
                    case PAUSED -> gate.pausedBecause();
                    case BUDGET_SPENT -> spent.map(ProviderGate.Refusal::why);
                    case FAILING -> known.lastProblem().map(Problem::detail);
                    case OFF, IDLE, ANSWERING -> Optional.empty();
                },
                known.lastSuccess(),
                known.lastProblem(),
                next(source),
                gate.quota(),
                gate.breaker());
    }

    private static State state(Health known, Breaker breaker, boolean spent) {
        if (breaker.position() != Position.CLOSED) {
            return State.PAUSED;
        }
        if (spent) {
            return State.BUDGET_SPENT;
        }
        if (known.failing()) {
            return State.FAILING;
        }
        return known.lastSuccess().isPresent() ? State.ANSWERING : State.IDLE;
    }

    /** When the source is due for the first of the watched places. */
    private Optional<Instant> next(WeatherSource source) {
        return memories.watched().stream()
                .flatMap(memory -> memory.due(source).stream())
                .filter(Instant.EPOCH::isBefore)
                .min(Instant::compareTo);
    }

    @Override
    public void answered(SourceId source, Duration took, Instant fetchedAt) {
        health.merge(source, Health.UNHEARD.answered(fetchedAt), (before, now) -> before.answered(fetchedAt));
        needs.events().answered(source, took, fetchedAt);
    }

    @Override
    public void failed(SourceId source, Duration took, SourceReply.Failed failure) {
        Problem problem = new Problem(clock.instant(), failure.detail());
        boolean ill = failure.reason() != Reason.NOT_COVERED && failure.reason() != Reason.BUDGET_SPENT;
        health.merge(source, Health.UNHEARD.failed(problem, ill), (before, now) -> before.failed(problem, ill));
        needs.events().failed(source, took, failure);
    }

    @Override
    public void called(SourceId account, int weight) {
        needs.events().called(account, weight);
    }

    @Override
    public void repeated(SourceId source) {
        needs.events().repeated(source);
    }
}
