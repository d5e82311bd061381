package dev.vane.domain.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Counts the pairs of one source at one range of lead times, day by day. Sums of a day are whole numbers, so that they do
 * not depend on any order; days are summed by ascending date, each with its weight. Not safe for use by several threads.
 */
final class Tally {

    /** At least as much precipitation is an occurrence: 0.1 mm. */
    private static final long OCCURRENCE = Math.round(0.1 * HourValues.SCALE);

    private static final int BINS = 11;
    private static final double UNIT = HourValues.SCALE;

    /** What is counted of the pairs of a day. */
    private enum Count {
        PAIRS,
        ERROR,
        ABSOLUTE,
        SQUARE,
        WITH_PERSISTENCE,
        BESIDE_PERSISTENCE,
        OF_PERSISTENCE,
        WITH_CLIMATE,
        BESIDE_CLIMATE,
        OF_CLIMATE,
        HITS,
        MISSES,
        FALSE_ALARMS,
        NEITHER
    }

    private static final int COUNTS = Count.values().length;

    private static final double HALF_LIFE_DAYS = Scoreboard.HALF_LIFE_DAYS;

    private final ScoredVariable.Kind kind;
    private final long[] overall;
    private final double[] recent;
    private long[] today = new long[0];
    private long date = Long.MIN_VALUE;
    private int days;
    private long[] dates = new long[8];
    private long[] absolutes = new long[8];
    private int[] pairs = new int[8];

    Tally(ScoredVariable.Kind kind) {
        this.kind = kind;
        int counts = kind == ScoredVariable.Kind.PROBABILITY ? COUNTS + 3 * BINS : COUNTS;
        overall = new long[counts];
        recent = new double[counts];
        today = new long[counts];
    }

    /** Begins a day, days since 1970-01-01; after the one before. */
    void beginDay(long next) {
        endDay();
        date = next;
    }

    private void endDay() {
        if (today[slot(Count.PAIRS)] == 0) {
            return;
        }
        if (days == dates.length) {
            dates = Arrays.copyOf(dates, 2 * days);
            absolutes = Arrays.copyOf(absolutes, 2 * days);
            pairs = Arrays.copyOf(pairs, 2 * days);
        }
        double decay = days == 0 ? 0 : weight(date - dates[days - 1]);
        for (int i = 0; i < today.length; i++) {
            overall[i] += today[i];
            recent[i] = recent[i] * decay + today[i];
        }
        dates[days] = date;
        absolutes[days] = today[slot(Count.ABSOLUTE)];
        pairs[days] = (int) today[slot(Count.PAIRS)];
        days++;
        Arrays.fill(today, 0);
    }

    /** What pairs of so many days earlier count. */
    private static double weight(long earlier) {
        return Math.pow(0.5, earlier / HALF_LIFE_DAYS);
    }

    /** Counts a pair; the references may be unknown. All in thousandths. */
    void add(long forecast, long observed, long persistence, long climatology) {
        long error = Errors.of(kind, forecast, observed);
        long absolute = Math.abs(error);
        count(Count.PAIRS, 1);
        count(Count.ERROR, error);
        count(Count.ABSOLUTE, absolute);
        count(Count.SQUARE, error * error);
        if (persistence != HourValues.UNKNOWN) {
            count(Count.WITH_PERSISTENCE, 1);
            count(Count.BESIDE_PERSISTENCE, absolute);
            count(Count.OF_PERSISTENCE, Math.abs(Errors.of(kind, persistence, observed)));
        }
        if (climatology != HourValues.UNKNOWN) {
            count(Count.WITH_CLIMATE, 1);
            count(Count.BESIDE_CLIMATE, absolute);
            count(Count.OF_CLIMATE, Math.abs(Errors.of(kind, climatology, observed)));
        }
        if (kind == ScoredVariable.Kind.AMOUNT) {
            count(occurrence(forecast >= OCCURRENCE, observed >= OCCURRENCE), 1);
        }
        if (kind == ScoredVariable.Kind.PROBABILITY) {
            int bin = COUNTS + 3 * (int) Math.clamp(Math.round(forecast / UNIT / (BINS - 1)), 0L, BINS - 1L);
            today[bin]++;
            today[bin + 1] += forecast;
            today[bin + 2] += observed;
        }
    }

    private static Count occurrence(boolean forecast, boolean observed) {
        if (forecast) {
            return observed ? Count.HITS : Count.FALSE_ALARMS;
        }
        return observed ? Count.MISSES : Count.NEITHER;
    }

    private void count(Count what, long more) {
        today[slot(what)] += more;
    }

    @SuppressWarnings("EnumOrdinal")
    private static int slot(Count what) {
        return what.ordinal();
    }

    /** Each pair counting the same. */
    Score overall() {
        endDay();
        double[] ones = new double[days];
        Arrays.fill(ones, 1);
        return score(Arrays.stream(overall).asDoubleStream().toArray(), ones);
    }

    /** Later pairs counting more, those of a last day once. */
    Score recent(long last) {
        endDay();
        double now = days == 0 ? 0 : weight(last - dates[days - 1]);
        double[] weights = new double[days];
        Arrays.setAll(weights, i -> weight(last - dates[i]));
        return score(Arrays.stream(recent).map(sum -> sum * now).toArray(), weights);
    }

    private Score score(double[] sums, double[] weights) {
        double[] parts = new double[days];
        double[] wholes = new double[days];
        for (int i = 0; i < days; i++) {
            parts[i] = weights[i] * absolutes[i] / UNIT;
            wholes[i] = weights[i] * pairs[i];
        }
        long all = overall[slot(Count.PAIRS)];
        return new Score(
                all,
                days,
                all == 0 || kind == ScoredVariable.Kind.PROBABILITY
                        ? Optional.empty()
                        : Optional.of(errors(sums, Bootstrap.interval(parts, wholes))),
                all == 0 || kind != ScoredVariable.Kind.AMOUNT ? Optional.empty() : Optional.of(occurrence(sums)),
                all == 0 || kind != ScoredVariable.Kind.PROBABILITY
                        ? Optional.empty()
                        : Optional.of(probability(sums)));
    }

    private static double sum(double[] sums, Count what) {
        return sums[slot(what)];
    }

    private static Score.Errors errors(double[] sums, Optional<Score.Interval> interval) {
        double pairs = sum(sums, Count.PAIRS);
        Optional<Beaten> persistence = beaten(
                Score.Reference.PERSISTENCE,
                sum(sums, Count.WITH_PERSISTENCE),
                sum(sums, Count.OF_PERSISTENCE),
                sum(sums, Count.BESIDE_PERSISTENCE));
        Optional<Beaten> climate = beaten(
                Score.Reference.CLIMATOLOGY,
                sum(sums, Count.WITH_CLIMATE),
                sum(sums, Count.OF_CLIMATE),
                sum(sums, Count.BESIDE_CLIMATE));
        Optional<Beaten> better = climate.filter(one -> persistence.isEmpty()
                        || one.meanAbsolute() < persistence.get().meanAbsolute())
                .or(() -> persistence);
        return new Score.Errors(
                sum(sums, Count.ERROR) / pairs / UNIT,
                sum(sums, Count.ABSOLUTE) / pairs / UNIT,
                Math.sqrt(sum(sums, Count.SQUARE) / pairs) / UNIT,
                interval,
                better.map(one -> OptionalDouble.of(one.skill())).orElseGet(OptionalDouble::empty),
                better.map(Beaten::reference));
    }

    /** A reference with its mean absolute error, and the skill relative to it. */
    private record Beaten(Score.Reference reference, double meanAbsolute, double skill) {}

    private static Optional<Beaten> beaten(Score.Reference reference, double pairs, double its, double ours) {
        return pairs > 0 && its > 0
                ? Optional.of(new Beaten(reference, its / pairs, 1 - ours / its))
                : Optional.empty();
    }

    private static Score.Occurrence occurrence(double[] sums) {
        return new Score.Occurrence(
                sum(sums, Count.HITS),
                sum(sums, Count.MISSES),
                sum(sums, Count.FALSE_ALARMS),
                sum(sums, Count.NEITHER));
    }

    private static Score.Probability probability(double[] sums) {
        double percent = 100 * UNIT;
        List<Score.Bin> bins = new ArrayList<>();
        for (int bin = COUNTS; bin < sums.length; bin += 3) {
            if (sums[bin] > 0) {
                bins.add(new Score.Bin(sums[bin], sums[bin + 1] / sums[bin] / UNIT, sums[bin + 2] / sums[bin] / UNIT));
            }
        }
        return new Score.Probability(sum(sums, Count.SQUARE) / sum(sums, Count.PAIRS) / (percent * percent), bins);
    }
}
