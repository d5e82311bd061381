package dev.vane.domain.blending;

import dev.vane.domain.blending.Candidates.Combination;
import dev.vane.domain.scoring.ScoredVariable;
import java.util.Arrays;

/**
 * Learns from cases how to correct and to weigh the members, and makes the candidates of a case. In this order:
 *
 * <ol>
 *   <li>each member is corrected by its mean error ({@link ErrorHistory});
 *   <li>what has gone wrong is left out ({@link Exclusion});
 *   <li>each is corrected once more, with days of like spread counting more;
 *   <li>they are weighted ({@link Members}), and the last observation joins them ({@link LastObservation}).
 * </ol>
 *
 * <p>Only scalars whose mean error means something are corrected and checked for outliers; the others are weighted. Cases are
 * learned from by ascending valid time. {@link #combine} changes nothing: it is safe for use by several threads once no more
 * is learned.
 */
final class Combiner {

    private static final double PRIOR_DAYS = 3;

    /** A correction is at most so many root mean square errors. */
    private static final double LARGEST_CORRECTION = 3;

    private static final double LEAST_SPREAD = 0.1;

    private final ScoredVariable variable;
    private final Candidates candidates;
    private final int count;
    private final ErrorHistory[] errors;
    private final DecayedMoments[] raw;
    private final Members members;
    private final Exclusion exclusion;
    private final LastObservation lastObservation = new LastObservation();

    Combiner(ScoredVariable variable, Candidates candidates) {
        this.variable = variable;
        this.candidates = candidates;
        count = candidates.members().size();
        members = new Members(count);
        exclusion = new Exclusion(count);
        errors = new ErrorHistory[count];
        raw = new DecayedMoments[count];
        for (int i = 0; i < count; i++) {
            errors[i] = new ErrorHistory();
            raw[i] = new DecayedMoments(ErrorHistory.HALF_LIFE_DAYS);
        }
    }

    /**
     * What the candidates forecast.
     *
     * @param last the last observation before the case was read, NaN if there is none
     */
    Combined combine(BlendCase of, double last) {
        double[] said = of.forecasts();
        double[] squares = members.meanSquares();
        double typical = Math.sqrt(median(squares));
        Exclusion.Verdict verdict = variable.corrected()
                ? exclusion.judge(of, said, corrected(said, of.quarter(), Double.NaN), typical)
                : everybody(said);
        double logSpread = variable.corrected() ? logSpread(said, verdict.used(), typical) : Double.NaN;
        double[] corrected = variable.corrected() ? corrected(said, of.quarter(), logSpread) : said;
        double[] equal = shares(new double[count], corrected, verdict.used());
        double[] weights = Members.capped(shares(members.weights(squares), corrected, verdict.used()), verdict.used());
        double blend = Average.of(variable.kind(), corrected, weights);
        double then = variable.kind() == ScoredVariable.Kind.SCALAR
                ? lastObservation.corrected(last, of.quarter())
                : Double.NaN;
        double lastWeight = Double.isNaN(then) ? 0 : lastObservation.weight();
        double withLast = Double.isNaN(then) ? blend : blend + lastWeight * (then - blend);
        double[] values = new double[candidates.count()];
        double[] corrections = new double[count];
        for (int i = 0; i < count; i++) {
            values[candidates.raw(i)] = said[i];
            values[candidates.corrected(i)] = corrected[i];
            corrections[i] = said[i] - corrected[i];
        }
        double[] all = new double[count];
        Arrays.fill(all, 1);
        values[candidates.of(Combination.RAW_MEAN)] = Average.of(variable.kind(), said, all);
        values[candidates.of(Combination.MEAN)] = Average.of(variable.kind(), corrected, equal);
        values[candidates.of(Combination.WEIGHTED)] = blend;
        values[candidates.of(Combination.WITH_LAST)] = possible(withLast);
        return new Combined(
                values,
                new Combined.Parts(corrections, equal, weights, verdict, logSpread),
                new Combined.Last(last, then, lastWeight));
    }

    private Exclusion.Verdict everybody(double[] said) {
        boolean[] used = new boolean[count];
        double[] apart = new double[count];
        for (int i = 0; i < count; i++) {
            used[i] = !Double.isNaN(said[i]);
            apart[i] = Double.NaN;
        }
        return new Exclusion.Verdict(used, apart, Double.NaN);
    }

    private double[] corrected(double[] said, int quarter, double logSpread) {
        double[] corrected = new double[count];
        for (int i = 0; i < count; i++) {
            double limit = LARGEST_CORRECTION * Math.sqrt(raw[i].meanSquare());
            double correction = Math.clamp(errors[i].shrunkMean(quarter, logSpread, PRIOR_DAYS), -limit, limit);
            corrected[i] = possible(said[i] - correction);
        }
        return corrected;
    }

    private double possible(double value) {
        return Double.isNaN(value)
                ? value
                : Math.clamp(
                        value,
                        variable.variable().minimum(),
                        variable.variable().maximum());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double logSpread(double[] said, boolean[] used, double typical) {
        double sum = 0;
        double squares = 0;
        int known = 0;
        for (int i = 0; i < said.length; i++) {
            if (used[i]) {
                sum += said[i];
                squares += said[i] * said[i];
                known++;
            }
        }
        if (known < 2) {
            return Double.NaN;
        }
        double variance = Math.max(0, squares / known - sum / known * (sum / known));
        return Math.log(Math.max(Math.sqrt(variance), LEAST_SPREAD * typical));
    }

    /** Weights of those that take part, which sum to 1; equal ones if none has any, of all that say something if none is left. */
    private static double[] shares(double[] weights, double[] values, boolean[] used) {
        double[] shares = new double[weights.length];
        double sum = 0;
        int taking = 0;
        int there = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = used[i] ? weights[i] : 0;
            sum += shares[i];
            taking += used[i] ? 1 : 0;
            there += Double.isNaN(values[i]) ? 0 : 1;
        }
        for (int i = 0; i < shares.length; i++) {
            if (sum > 0) {
                shares[i] /= sum;
            } else if (taking > 0) {
                shares[i] = used[i] ? 1.0 / taking : 0;
            } else {
                shares[i] = Double.isNaN(values[i]) ? 0 : 1.0 / there;
            }
        }
        return shares;
    }

    /** Takes note that a case was forecast, without knowing what came of it. */
    void issued(BlendCase of, Combined combined) {
        if (variable.corrected()) {
            exclusion.issued(of, of.forecasts(), combined.parts().verdict());
        }
    }

    /** Learns from what came of a case. */
    void learn(BlendCase of, Combined combined) {
        long time = of.validAt().getEpochSecond();
        double[] wrong = new double[count];
        for (int i = 0; i < count; i++) {
            double said = of.forecast(i);
            wrong[i] = Members.error(variable.kind(), combined.values()[candidates.corrected(i)], of.truth());
            if (!Double.isNaN(said) && variable.corrected()) {
                raw[i].add(time, said - of.truth());
                errors[i].add(
                        Math.floorDiv(time, 86_400L),
                        of.quarter(),
                        said - of.truth(),
                        combined.parts().logSpread());
            }
        }
        members.learn(time, wrong, combined.parts().verdict().used());
        if (variable.corrected()) {
            exclusion.learn(time, combined.parts().verdict().apart());
        }
        if (variable.kind() == ScoredVariable.Kind.SCALAR) {
            lastObservation.learn(
                    of,
                    combined.last().observed(),
                    combined.last().corrected(),
                    combined.values()[candidates.of(Combination.WEIGHTED)]);
        }
    }
}
