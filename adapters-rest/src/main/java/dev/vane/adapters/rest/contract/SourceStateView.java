package dev.vane.adapters.rest.contract;

import dev.vane.application.api.InspectSources.Breaker;
import dev.vane.application.api.InspectSources.Problem;
import dev.vane.application.api.InspectSources.Quota;
import dev.vane.application.api.InspectSources.SourceState;
import dev.vane.application.api.InspectSources.State;
import dev.vane.application.spi.SourceInfo;
import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Optional;

/**
 * Schema {@code SourceState}.
 *
 * @param source its id
 * @param name its name
 * @param simulated whether it makes its data up
 * @param attribution the credit to show
 * @param link where the credit leads
 * @param account whose quota its calls count on
 * @param enabled whether it is used
 * @param off why it is not used
 * @param state how it does
 * @param reason the state in plain words
 * @param lastSuccess when it last answered
 * @param lastProblem its latest failure, also if it has answered since
 * @param nextRefresh when it is due next
 * @param refreshInterval how long an answer stays fresh
 * @param updateInterval how long it may take until the provider issues a new run
 * @param calls the limits of calls
 * @param breaker whether calls pass
 */
@Json
public record SourceStateView(
        String source,
        String name,
        boolean simulated,
        String attribution,
        String link,
        String account,
        boolean enabled,
        Optional<String> off,
        String state,
        Optional<String> reason,
        Optional<String> lastSuccess,
        Optional<ProblemAtView> lastProblem,
        Optional<String> nextRefresh,
        String refreshInterval,
        String updateInterval,
        List<CallsView> calls,
        BreakerView breaker) {

    /** Copies the list. */
    public SourceStateView {
        calls = List.copyOf(calls);
    }

    /** How a source does. */
    public static SourceStateView of(SourceState state) {
        SourceInfo info = state.source();
        boolean off = state.state() == State.OFF;
        return new SourceStateView(
                info.id().name(),
                info.name(),
                info.simulated(),
                info.attribution(),
                info.link().toString(),
                state.account().name(),
                !off,
                state.reason().filter(reason -> off),
                state.state().key(),
                state.reason(),
                state.lastSuccess().map(Times::text),
                state.lastProblem().map(ProblemAtView::of),
                state.nextRefresh().map(Times::text),
                info.rhythm().refreshInterval().toString(),
                info.rhythm().updateInterval().toString(),
                state.quota().stream().map(CallsView::of).toList(),
                BreakerView.of(state.breaker()));
    }

    /**
     * A failure.
     *
     * @param at when
     * @param detail what happened
     */
    @Json
    public record ProblemAtView(String at, String detail) {

        private static ProblemAtView of(Problem problem) {
            return new ProblemAtView(Times.text(problem.at()), problem.detail());
        }
    }

    /**
     * Schema {@code Calls}: a limit of calls.
     *
     * @param window in which calls are counted
     * @param limit how many may be made
     * @param used how many were made
     * @param left how many may still be made
     * @param renewedAt when the next window begins
     */
    @Json
    public record CallsView(String window, long limit, long used, long left, String renewedAt) {

        private static CallsView of(Quota quota) {
            return new CallsView(
                    quota.window().key(), quota.limit(), quota.used(), quota.left(), Times.text(quota.renewedAt()));
        }
    }

    /**
     * Schema {@code Breaker}.
     *
     * @param position whether calls pass
     * @param probeAt when the next call may pass to try it out
     */
    @Json
    public record BreakerView(String position, Optional<String> probeAt) {

        private static BreakerView of(Breaker breaker) {
            return new BreakerView(breaker.position().key(), breaker.probeAt().map(Times::text));
        }
    }
}
