package dev.vane.adapters.rest.contract;

import dev.vane.application.api.InspectSources.Problem;
import dev.vane.application.api.InspectSources.SourceState;
import dev.vane.application.api.InspectSources.State;
import dev.vane.application.spi.SourceInfo;
import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Optional;

/**
 * Schema {@code SourceList}.
 *
 * @param sources every source
 */
@Json
public record SourceListView(List<SourceStateView> sources) {

    /** Copies the list. */
    public SourceListView {
        sources = List.copyOf(sources);
    }

    /** Every source in the order given. */
    public static SourceListView of(List<SourceState> states) {
        return new SourceListView(states.stream().map(SourceListView::state).toList());
    }

    private static SourceStateView state(SourceState state) {
        SourceInfo info = state.source();
        return new SourceStateView(
                info.id().name(),
                info.name(),
                info.simulated(),
                info.attribution(),
                info.link().toString(),
                state.state() != State.OFF,
                state.reason().filter(reason -> state.state() == State.OFF),
                state.lastSuccess().map(Times::text),
                state.lastProblem().filter(problem -> stands(problem, state)).map(Problem::detail));
    }

    /** Tells whether the source has not answered since. */
    private static boolean stands(Problem problem, SourceState state) {
        return state.lastSuccess().filter(problem.at()::isBefore).isEmpty();
    }

    /**
     * One source.
     *
     * @param source its id
     * @param name its name
     * @param simulated whether it makes its data up
     * @param attribution the credit to show
     * @param link where the credit leads
     * @param enabled whether it is used
     * @param off why not
     * @param lastSuccess when it last answered
     * @param problem why its latest call failed
     */
    @Json
    public record SourceStateView(
            String source,
            String name,
            boolean simulated,
            String attribution,
            String link,
            boolean enabled,
            Optional<String> off,
            Optional<String> lastSuccess,
            Optional<String> problem) {}
}
