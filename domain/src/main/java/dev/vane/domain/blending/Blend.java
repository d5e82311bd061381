package dev.vane.domain.blending;

import java.util.Arrays;
import java.util.Optional;

/** What a backtest has learned: combines forecasts of what is to come. Safe for use by several threads. */
public final class Blend {

    private final Candidates candidates;
    private final Optional<Combiner> combiner;
    private final Decision decision;
    private final double last;

    Blend(Candidates candidates, Combiner combiner, Decision decision, double last) {
        this(candidates, Optional.of(combiner), decision, last);
    }

    private Blend(Candidates candidates, Optional<Combiner> combiner, Decision decision, double last) {
        this.candidates = candidates;
        this.combiner = combiner;
        this.decision = decision;
        this.last = last;
    }

    /** The candidates and their members. */
    public Candidates candidates() {
        return candidates;
    }

    /** What is to be served. */
    public Decision decision() {
        return decision;
    }

    /** Tells whether what is to be served is made of anything but one member's forecast as it is. */
    public boolean combines() {
        return decision.served().stream().anyMatch(candidate -> !candidates.isRaw(candidate));
    }

    /**
     * The same decision without what was learned, which takes some 30 kB: it knows the members' forecasts as they are and no
     * other candidate's.
     */
    public Blend decisionAlone() {
        return new Blend(candidates, Optional.empty(), decision, last);
    }

    /** What the candidates forecast for a time, with the last observation that was known when the backtest ended. */
    public Combined combine(BlendCase one) {
        return combiner.map(learned -> learned.combine(one, last)).orElseGet(() -> raw(one));
    }

    private Combined raw(BlendCase one) {
        int members = candidates.members().size();
        double[] values = new double[candidates.count()];
        Arrays.fill(values, Double.NaN);
        System.arraycopy(one.forecasts(), 0, values, 0, members);
        return new Combined(
                values,
                new Combined.Parts(
                        new double[members],
                        new double[members],
                        new double[members],
                        new Exclusion.Verdict(new boolean[members], new double[members], Double.NaN),
                        Double.NaN),
                new Combined.Last(Double.NaN, Double.NaN, 0));
    }
}
