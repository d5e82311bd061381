package dev.vane.domain.blending;

/** What a backtest has learned: combines forecasts of what is to come. Safe for use by several threads. */
public final class Blend {

    private final Candidates candidates;
    private final Combiner combiner;
    private final Decision decision;
    private final double last;

    Blend(Candidates candidates, Combiner combiner, Decision decision, double last) {
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

    /** What the candidates forecast for a time, with the last observation that was known when the backtest ended. */
    public Combined combine(BlendCase one) {
        return combiner.combine(one, last);
    }
}
