package dev.vane.domain.blending;

import dev.vane.domain.scoring.ScoredVariable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.PriorityQueue;

/**
 * Goes through cases in the order in which readers looked. At each, every candidate forecasts from what was true by then and
 * from nothing later; then it learns. What comes out is what each candidate would have forecast, what the gate would have
 * served, and a combination that has learned everything for the forecasts to come.
 *
 * <p>A case is learned from once its valid time is at or before the time of a look. The same cases give the same result.
 */
public final class Backtest {

    /** What is older than this is no last observation. */
    private static final Duration OLDEST_LAST = Duration.ofDays(2);

    private static final long DAY_SECONDS = 86_400;

    private final ScoredVariable.Kind kind;
    private final Candidates candidates;
    private final TruthHistory truths;
    private final Combiner combiner;
    private final Gate gate;
    private final PriorityQueue<Forecasted> waiting = new PriorityQueue<>(
            Comparator.comparing((Forecasted one) -> one.of().validAt())
                    .thenComparing(one -> one.of().readAt()));

    /**
     * A backtest that has not begun.
     *
     * @param truths what was true at the place, all of it: only what is at or before a look is used
     */
    public Backtest(ScoredVariable variable, Candidates candidates, TruthHistory truths) {
        this.kind = variable.kind();
        this.candidates = candidates;
        this.truths = truths;
        combiner = new Combiner(variable, candidates);
        gate = new Gate(candidates);
    }

    /** Is told what the candidates forecast. */
    @FunctionalInterface
    public interface Watcher {
        /**
         * What was forecast for a case.
         *
         * @param forecasts one a candidate, NaN where it has none; not to be kept
         * @param served the place of the candidate that the gate would have served; empty without enough data
         */
        void forecasted(BlendCase of, double[] forecasts, OptionalInt served);
    }

    private record Forecasted(BlendCase of, Combined combined) {}

    /** Goes through cases, in whatever order they are given, telling what is forecast and served. */
    public void run(List<BlendCase> cases, Watcher watcher) {
        long decidedOn = Long.MIN_VALUE;
        OptionalInt served = OptionalInt.empty();
        for (BlendCase one : inOrder(cases)) {
            learnUntil(one.readAt());
            long day = Math.floorDiv(one.readAt().getEpochSecond(), DAY_SECONDS);
            if (day != decidedOn) {
                served = gate.served();
                decidedOn = day;
            }
            Combined combined = combine(one);
            combiner.issued(one, combined);
            watcher.forecasted(one, combined.values(), served);
            waiting.add(new Forecasted(one, combined));
        }
    }

    /** Goes through cases, in whatever order they are given, only to learn. */
    public void run(List<BlendCase> cases) {
        for (BlendCase one : inOrder(cases)) {
            learnUntil(one.readAt());
            Combined combined = combine(one);
            combiner.issued(one, combined);
            waiting.add(new Forecasted(one, combined));
        }
    }

    private static List<BlendCase> inOrder(List<BlendCase> cases) {
        List<BlendCase> ordered = new ArrayList<>(cases);
        ordered.sort(Comparator.comparing(BlendCase::readAt).thenComparing(BlendCase::validAt));
        return ordered;
    }

    private void learnUntil(Instant time) {
        while (!waiting.isEmpty() && !waiting.peek().of().validAt().isAfter(time)) {
            Forecasted past = waiting.remove();
            double truth = past.of().truth();
            if (!Double.isNaN(truth)) {
                combiner.learn(past.of(), past.combined());
                gate.add(
                        Math.floorDiv(past.of().validAt().getEpochSecond(), DAY_SECONDS),
                        losses(past.combined().values(), truth));
            }
        }
    }

    private double[] losses(double[] forecasts, double truth) {
        double[] losses = new double[forecasts.length];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = Loss.of(kind, forecasts[i], truth);
        }
        return losses;
    }

    private Combined combine(BlendCase one) {
        return combiner.combine(one, truths.last(one.readAt(), OLDEST_LAST));
    }

    /**
     * Ends the backtest: learns from what is valid at or before a time, and gives what is to be served after it. The backtest
     * is not to be used any more.
     */
    public Blend conclude(Instant now) {
        learnUntil(now);
        return new Blend(candidates, combiner, gate.decide(), truths.last(now, OLDEST_LAST));
    }
}
