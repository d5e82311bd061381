package dev.vane.domain.blending;

import dev.vane.domain.scoring.Bootstrap;
import dev.vane.domain.scoring.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Decides which candidate is served: the one with the least loss over the days so far, each counting half as much as one 14
 * days later, if it was compared on at least 14 distinct days and the 90 % interval of its advantage over the best raw
 * member excludes that it is worse; else the best raw member, if it has enough data; else nobody, and the configured order
 * decides. All are compared on the same pairs: those at which every member is there that usually is. Not safe for use by
 * several threads.
 */
final class Gate {

    private static final int MIN_DAYS = 14;
    private static final double HALF_LIFE_DAYS = 14;

    /** A member that was there at less than this share of recent cases is not waited for. */
    private static final double USUALLY = 0.5;

    /** A member is ranked if it was there at least at this share of the pairs that are compared. */
    private static final double NEARLY_ALWAYS = 0.9;

    private final Candidates candidates;
    private final List<Day> days = new ArrayList<>();
    private final double[] presence;
    private double cases;

    Gate(Candidates candidates) {
        this.candidates = candidates;
        presence = new double[candidates.members().size()];
    }

    /** The losses of a day: sums by candidate over its pairs. */
    private static final class Day {
        private final long date;
        private final double[] losses;
        private final int[] pairs;

        Day(long date, int candidates) {
            this.date = date;
            losses = new double[candidates];
            pairs = new int[candidates];
        }
    }

    /**
     * Takes what the candidates lost at a case.
     *
     * @param date the day of the valid time, days since 1970-01-01, UTC; not before the last one
     * @param losses one a candidate, NaN where it had no forecast
     */
    void add(long date, double[] losses) {
        if (days.isEmpty() || days.getLast().date != date) {
            long since = days.isEmpty() ? 0 : date - days.getLast().date;
            double decay = Math.pow(0.5, since / HALF_LIFE_DAYS);
            IntStream.range(0, presence.length).forEach(i -> presence[i] *= decay);
            cases *= decay;
            days.add(new Day(date, candidates.count()));
        }
        boolean common = true;
        cases++;
        for (int member = 0; member < presence.length; member++) {
            boolean there = !Double.isNaN(losses[candidates.raw(member)]);
            common &= there || presence[member] < USUALLY * cases;
            presence[member] += there ? 1 : 0;
        }
        if (common) {
            Day today = days.getLast();
            for (int candidate = 0; candidate < losses.length; candidate++) {
                if (!Double.isNaN(losses[candidate])) {
                    today.losses[candidate] += losses[candidate];
                    today.pairs[candidate]++;
                }
            }
        }
    }

    /** What is to be served from now on, with how each candidate stands against the best raw member. */
    Decision decide() {
        List<Standing> standings = standings();
        OptionalInt bestRaw = bestRaw(standings);
        List<Standing> judged = standings.stream()
                .map(one -> bestRaw.isEmpty() || one.candidate() == bestRaw.getAsInt()
                        ? one
                        : one.against(advantage(one.candidate(), bestRaw.getAsInt())))
                .toList();
        return decide(judged, bestRaw);
    }

    /** The place of what is to be served from now on. */
    OptionalInt served() {
        List<Standing> standings = standings();
        OptionalInt bestRaw = bestRaw(standings);
        if (bestRaw.isEmpty() || standings.getFirst().candidate() == bestRaw.getAsInt()) {
            return bestRaw;
        }
        if (compared() < MIN_DAYS) {
            return bestRaw; // without drawing an interval that would not matter
        }
        Standing best = standings.getFirst();
        return decide(List.of(best.against(advantage(best.candidate(), bestRaw.getAsInt()))), bestRaw)
                .served();
    }

    private OptionalInt bestRaw(List<Standing> standings) {
        return standings.stream()
                .mapToInt(Standing::candidate)
                .filter(candidates::isRaw)
                .findFirst();
    }

    private Decision decide(List<Standing> judged, OptionalInt bestRaw) {
        int compared = compared();
        if (bestRaw.isEmpty()) {
            return new Decision(bestRaw, Decision.Reason.NOT_ENOUGH_DATA, compared, judged);
        }
        Standing best = judged.getFirst();
        if (best.candidate() == bestRaw.getAsInt()) {
            return new Decision(bestRaw, Decision.Reason.RAW_IS_BEST, compared, judged);
        }
        if (compared < MIN_DAYS) {
            return new Decision(bestRaw, Decision.Reason.TOO_FEW_DAYS, compared, judged);
        }
        boolean proven =
                best.advantage().filter(interval -> interval.low() >= 0).isPresent();
        return proven
                ? new Decision(OptionalInt.of(best.candidate()), Decision.Reason.PROVEN, compared, judged)
                : new Decision(bestRaw, Decision.Reason.NOT_PROVEN, compared, judged);
    }

    private int compared() {
        return (int) days.stream().filter(day -> most(day.pairs) > 0).count();
    }

    private static int most(int[] pairs) {
        int most = 0;
        for (int count : pairs) {
            most = Math.max(most, count);
        }
        return most;
    }

    private double weight(Day day) {
        return Math.pow(0.5, (days.getLast().date - day.date) / HALF_LIFE_DAYS);
    }

    /** Those that may be ranked, by ascending loss; of equals the one with the lower place. */
    private List<Standing> standings() {
        int count = candidates.count();
        double[] losses = new double[count];
        double[] weights = new double[count];
        long[] pairs = new long[count];
        int[] distinct = new int[count];
        for (Day day : days) {
            double weight = weight(day);
            for (int i = 0; i < count; i++) {
                losses[i] += weight * day.losses[i];
                weights[i] += weight * day.pairs[i];
                pairs[i] += day.pairs[i];
                distinct[i] += day.pairs[i] > 0 ? 1 : 0;
            }
        }
        double full = 0;
        for (double weight : weights) {
            full = Math.max(full, weight);
        }
        double needed = NEARLY_ALWAYS * full;
        return IntStream.range(0, count)
                .filter(candidates::mayBeServed)
                .filter(i -> pairs[i] >= Score.MIN_PAIRS && distinct[i] >= Score.MIN_DAYS && weights[i] >= needed)
                .mapToObj(i -> new Standing(i, pairs[i], losses[i] / weights[i], Optional.empty()))
                .sorted(Comparator.comparingDouble(Standing::meanLoss).thenComparingInt(Standing::candidate))
                .toList();
    }

    /** The interval of how much less a candidate loses than another, as a share of that. */
    private Optional<Score.Interval> advantage(int candidate, int over) {
        double[] less = new double[days.size()];
        double[] whole = new double[days.size()];
        int used = 0;
        for (Day day : days) {
            if (day.pairs[candidate] > 0 && day.pairs[over] > 0) {
                double weight = weight(day);
                less[used] = weight * (day.losses[over] - day.losses[candidate]);
                whole[used] = weight * day.losses[over];
                used++;
            }
        }
        return Bootstrap.interval(Arrays.copyOf(less, used), Arrays.copyOf(whole, used));
    }
}
