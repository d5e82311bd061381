package dev.vane.application.api;

import dev.vane.application.spi.CallWindow;
import dev.vane.application.spi.SourceInfo;
import dev.vane.domain.weather.SourceId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells which sources there are, and how they do. Safe for use by several threads. */
public interface InspectSources {

    /** Every source in the order of preference, those that are off last. */
    List<SourceState> sources();

    /**
     * One source's state in general.
     *
     * @param source who
     * @param account whose quota its calls count on; sources of one account share limits and breaker
     * @param state how it does
     * @param reason the state in plain words, where there is something to say; else empty
     * @param lastSuccess when it last answered for any place since the start; empty if it has not
     * @param lastProblem its latest failure since the start, also if it has answered since; empty if there is none
     * @param nextRefresh when it is due next for a place in memory; empty if it is due for none, or off
     * @param quota the limits of calls; empty if there are none
     * @param breaker whether it is called at all
     */
    record SourceState(
            SourceInfo source,
            SourceId account,
            State state,
            Optional<String> reason,
            Optional<Instant> lastSuccess,
            Optional<Problem> lastProblem,
            Optional<Instant> nextRefresh,
            List<Quota> quota,
            Breaker breaker) {

        /** Copies the list. */
        public SourceState {
            quota = List.copyOf(quota);
        }

        /** The state of a source that is not used. */
        public static SourceState off(SourceInfo source, String why) {
            return new SourceState(
                    source,
                    source.id(),
                    State.OFF,
                    Optional.of(why),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Breaker.CLOSED);
        }
    }

    /** How a source does. */
    enum State {
        /** It is not used. */
        OFF,
        /** It has not been asked since the start, or about places only that it does not cover. */
        IDLE,
        /** Its latest call brought an answer. */
        ANSWERING,
        /** Its latest call failed. */
        FAILING,
        /** It failed so often, or asked for it, that it is left alone for a time. */
        PAUSED,
        /** As many calls have been made as the limit allows. */
        BUDGET_SPENT;

        /** Its name in documents and metrics. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A failure.
     *
     * @param at when
     * @param detail what happened, in plain words and without secrets
     */
    record Problem(Instant at, String detail) {}

    /**
     * A limit of calls.
     *
     * @param window the kind of window
     * @param limit how many calls may be made in it
     * @param used how many were made in the window that now is in
     * @param renewedAt when the next window begins
     */
    record Quota(CallWindow window, long limit, long used, Instant renewedAt) {

        /** How many calls may still be made, at least 0. */
        public long left() {
            return Math.max(0, limit - used);
        }
    }

    /**
     * The breaker between Vane and a provider.
     *
     * @param position whether calls pass
     * @param probeAt when the next call may pass to try it out; present only of one that is open
     */
    record Breaker(Position position, Optional<Instant> probeAt) {

        /** A breaker that lets calls pass. */
        public static final Breaker CLOSED = new Breaker(Position.CLOSED, Optional.empty());

        /** Whether calls pass. */
        public enum Position {
            /** Calls pass. */
            CLOSED,
            /** No call passes. */
            OPEN,
            /** One call is under way to try it out; no other passes. */
            HALF_OPEN;

            /** Its name in documents and metrics. */
            public String key() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
    }
}
