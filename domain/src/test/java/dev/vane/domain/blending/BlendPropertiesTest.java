package dev.vane.domain.blending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vane.domain.blending.Candidates.Combination;
import dev.vane.domain.scoring.ScoredVariable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of every combination, whatever was learned. */
class BlendPropertiesTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LEAD = Duration.ofHours(18);
    private static final Candidates FOUR = new Candidates(List.of("a", "b", "c", "d"));
    private static final Offset<Double> ROUNDING = within(1e-9);

    /** Makes what a member says of a truth. */
    @FunctionalInterface
    private interface Member {
        double forecast(int step, double truth, SplittableRandom random);
    }

    private static List<BlendCase> cases(int days, long seed, Member... members) {
        return cases(ScoredVariable.TEMPERATURE, days, seed, members);
    }

    /** Truths of a size that is usual for the variable, and what members say of them. */
    private static List<BlendCase> cases(ScoredVariable variable, int days, long seed, Member... members) {
        SplittableRandom random = new SplittableRandom(seed);
        List<BlendCase> cases = new ArrayList<>();
        double middle = variable == ScoredVariable.PRESSURE_MSL ? 1000 : 30;
        double truth = middle;
        for (int step = 0; step < 4 * days; step++) {
            truth = middle + 0.8 * (truth - middle) + 2 * random.nextGaussian();
            double[] forecasts = new double[members.length];
            for (int member = 0; member < members.length; member++) {
                forecasts[member] = members[member].forecast(step, truth, random);
            }
            cases.add(caseAt(step, forecasts, truth));
        }
        return cases;
    }

    private static BlendCase caseAt(int step, double[] forecasts, double truth) {
        Instant validAt = START.plus(Duration.ofHours(6).multipliedBy(step));
        return new BlendCase(validAt.minus(LEAD), validAt, step % 4, forecasts, truth);
    }

    /** A member with a bias and noise of a size. */
    private static Member noisy(double bias, double noise) {
        return (step, truth, random) -> truth + bias + noise * random.nextGaussian();
    }

    private static TruthHistory truths(List<BlendCase> cases) {
        TruthHistory truths = new TruthHistory();
        cases.forEach(one -> truths.add(one.validAt(), one.truth()));
        return truths;
    }

    private static Candidates candidates(int members) {
        return new Candidates(IntStream.range(0, members).mapToObj(i -> "m" + i).toList());
    }

    /** What is learned of cases. */
    private static Blend learned(ScoredVariable variable, List<BlendCase> cases) {
        Backtest backtest = new Backtest(variable, candidates(cases.getFirst().members()), truths(cases));
        backtest.run(cases);
        return backtest.conclude(cases.getLast().validAt());
    }

    private static Combined combined(Blend blend, int step, double... forecasts) {
        return blend.combine(caseAt(step, forecasts, Double.NaN));
    }

    private static double value(Combined combined, int candidate) {
        return combined.value(candidate).orElse(Double.NaN);
    }

    /** The forecasts of each case by candidate. */
    private static List<double[]> played(ScoredVariable variable, List<BlendCase> cases) {
        List<double[]> all = new ArrayList<>();
        new Backtest(variable, candidates(cases.getFirst().members()), truths(cases))
                .run(cases, (of, forecasts, served) -> all.add(forecasts.clone()));
        return all;
    }

    @ParameterizedTest
    @EnumSource(ScoredVariable.class)
    void blendingEqualSourcesChangesNothing(ScoredVariable variable) {
        Member same = (step, truth, random) -> truth + 3 * Math.sin(step);
        List<BlendCase> cases = cases(variable, 40, 11, same, same, same, same);

        for (double[] forecasts : played(variable, cases)) {
            double one = forecasts[FOUR.corrected(0)];
            assertThat(forecasts[FOUR.of(Combination.RAW_MEAN)]).isCloseTo(forecasts[0], ROUNDING);
            assertThat(forecasts[FOUR.of(Combination.MEAN)]).isCloseTo(one, ROUNDING);
            assertThat(forecasts[FOUR.of(Combination.WEIGHTED)]).isCloseTo(one, ROUNDING);
        }
    }

    @Test
    void blendingSourcesThatAreAlwaysRightIsRight() {
        Member right = (step, truth, random) -> truth;
        List<BlendCase> cases = cases(40, 12, right, right, right, right);

        List<double[]> all = played(ScoredVariable.TEMPERATURE, cases);

        for (int i = 0; i < all.size(); i++) {
            for (double forecast : all.get(i)) {
                assertThat(forecast).isCloseTo(cases.get(i).truth(), ROUNDING);
            }
        }
    }

    /**
     * Members that change places change nothing but their places. Sums are made in another order, and what is remembered is
     * rounded to {@code float}, so that a difference in the last bit may become one of the 24th: a ten-thousandth of a degree
     * is far more than that ever makes.
     */
    @ParameterizedTest
    @EnumSource(ScoredVariable.class)
    void membersThatChangePlacesChangeNothing(ScoredVariable variable) {
        Member[] members = {noisy(0, 1), noisy(2, 2), sometimesAbsent(noisy(-1, 1.5)), noisy(0.5, 3)};
        int[] places = {2, 0, 3, 1};
        List<BlendCase> cases = cases(variable, 60, 13, members);
        List<BlendCase> moved = cases.stream()
                .map(one -> new BlendCase(
                        one.readAt(), one.validAt(), one.quarter(), permuted(one.forecasts(), places), one.truth()))
                .toList();

        List<double[]> before = played(variable, cases);
        List<double[]> after = played(variable, moved);

        for (int i = 0; i < before.size(); i++) {
            double[] expected = permutedCandidates(before.get(i), places);
            assertThat(after.get(i)).containsExactly(expected, within(1e-4));
        }
    }

    private static Member sometimesAbsent(Member member) {
        return (step, truth, random) -> {
            double forecast = member.forecast(step, truth, random);
            return step % 5 == 0 ? Double.NaN : forecast;
        };
    }

    private static double[] permuted(double[] values, int[] places) {
        return Arrays.stream(places).mapToDouble(place -> values[place]).toArray();
    }

    private static double[] permutedCandidates(double[] values, int[] places) {
        double[] moved = values.clone();
        for (int member = 0; member < places.length; member++) {
            moved[FOUR.raw(member)] = values[FOUR.raw(places[member])];
            moved[FOUR.corrected(member)] = values[FOUR.corrected(places[member])];
        }
        return moved;
    }

    @Test
    void aConstantBiasChangesTheBlendLessAndLess() {
        Member[] members = {noisy(0, 1), noisy(0, 1.3), noisy(0, 1.7), noisy(0, 2.2)};
        List<BlendCase> cases = cases(90, 14, members);
        List<BlendCase> biased = cases.stream()
                .map(one -> {
                    double[] forecasts = one.forecasts();
                    forecasts[0] += 4;
                    return new BlendCase(one.readAt(), one.validAt(), one.quarter(), forecasts, one.truth());
                })
                .toList();

        List<double[]> without = played(ScoredVariable.TEMPERATURE, cases);
        List<double[]> with = played(ScoredVariable.TEMPERATURE, biased);

        double first = changed(without, with, 0, 2);
        double early = changed(without, with, 3, 10);
        double later = changed(without, with, 20, 40);
        double latest = changed(without, with, 60, 90);
        System.out.printf(
                "a bias of 4 K changes the blend by %.3f K (days 0-1), %.3f (3-9), %.3f (20-39), %.3f (60-89)%n",
                first, early, later, latest);
        assertThat(first).isGreaterThan(0.7);
        assertThat(early).isLessThan(0.7 * first);
        assertThat(later).isLessThan(0.7 * early);
        assertThat(latest).isLessThan(0.7 * later);
    }

    private static double changed(List<double[]> one, List<double[]> other, int fromDay, int toDay) {
        int weighted = FOUR.of(Combination.WEIGHTED);
        return IntStream.range(4 * fromDay, 4 * toDay)
                .mapToDouble(i -> Math.abs(one.get(i)[weighted] - other.get(i)[weighted]))
                .average()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(ScoredVariable.class)
    void weightsSumToOneAndNoneIsNegativeOrAboveFourFifths(ScoredVariable variable) {
        double middle = variable == ScoredVariable.PRESSURE_MSL ? 1000 : 30;
        for (int days : new int[] {0, 1, 3, 10, 60}) {
            List<BlendCase> cases =
                    cases(variable, Math.max(1, days), 15, noisy(0, 0.01), noisy(0, 5), noisy(0, 2), noisy(0, 4));
            Blend blend = learned(variable, days == 0 ? cases.subList(0, 1) : cases);
            for (int present = 1; present < 16; present++) {
                double[] forecasts = new double[4];
                for (int member = 0; member < 4; member++) {
                    forecasts[member] = (present >> member & 1) == 1 ? middle + member : Double.NaN;
                }
                areWeights(combined(blend, 4 * days, forecasts), Integer.bitCount(present));
            }
        }
    }

    private static void areWeights(Combined combined, int present) {
        for (Combination combination : Combination.values()) {
            double sum = 0;
            for (int member = 0; member < 4; member++) {
                double weight = combined.weightIn(FOUR.of(combination), member, FOUR);
                assertThat(weight).isBetween(0.0, present > 1 ? 0.8 + 1e-12 : 1);
                sum += weight;
            }
            assertThat(sum).isCloseTo(1, ROUNDING);
        }
    }

    @Test
    void theBestMemberWeighsMostAndTheWorstLeast() {
        Blend blend = learned(
                ScoredVariable.TEMPERATURE, cases(60, 16, noisy(0, 1), noisy(0, 1.3), noisy(0, 1.7), noisy(0, 2.2)));

        Combined combined = combined(blend, 240, 10, 10, 10, 10);

        double[] weights = IntStream.range(0, 4)
                .mapToDouble(member -> combined.weightIn(FOUR.of(Combination.WEIGHTED), member, FOUR))
                .toArray();
        assertThat(weights[0]).isGreaterThan(weights[1]);
        assertThat(weights[1]).isGreaterThan(weights[2]);
        assertThat(weights[2]).isGreaterThan(weights[3]);
    }

    @ParameterizedTest
    @EnumSource(names = {"WIND_SPEED", "WIND_GUST", "TEMPERATURE", "DEW_POINT", "PRESSURE_MSL"})
    void correctedValuesStayPhysicallyPossible(ScoredVariable variable) {
        double least = variable.variable().minimum();
        double most = variable.variable().maximum();
        double middle = (least + most) / 2;
        List<BlendCase> high = new ArrayList<>();
        List<BlendCase> low = new ArrayList<>();
        for (int step = 0; step < 160; step++) {
            high.add(caseAt(step, new double[] {middle + 9, middle + 7}, middle));
            low.add(caseAt(step, new double[] {middle - 9, middle - 7}, middle));
        }

        Combined tooLow = combined(learned(variable, high), 160, least + 1, least + 1);
        Combined tooHigh = combined(learned(variable, low), 160, most - 1, most - 1);

        Candidates two = candidates(2);
        for (int candidate : new int[] {two.corrected(0), two.corrected(1), two.of(Combination.WEIGHTED)}) {
            assertThat(value(tooLow, candidate)).isEqualTo(least);
            assertThat(value(tooHigh, candidate)).isEqualTo(most);
        }
        assertThat(value(tooLow, two.of(Combination.WITH_LAST))).isBetween(least, most);
        assertThat(value(tooHigh, two.of(Combination.WITH_LAST))).isBetween(least, most);
    }

    @Test
    void missingMembersDropOut() {
        Blend blend =
                learned(ScoredVariable.TEMPERATURE, cases(30, 17, noisy(1, 1), noisy(2, 1), noisy(3, 1), noisy(4, 1)));

        Combined two = combined(blend, 120, 11, Double.NaN, Double.NaN, 14);
        Combined one = combined(blend, 120, Double.NaN, Double.NaN, 13, Double.NaN);
        Combined none = combined(blend, 120, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

        assertThat(value(two, FOUR.of(Combination.MEAN)))
                .isCloseTo((value(two, FOUR.corrected(0)) + value(two, FOUR.corrected(3))) / 2, ROUNDING);
        assertThat(value(two, FOUR.corrected(1))).isNaN();
        assertThat(two.weightIn(FOUR.of(Combination.WEIGHTED), 1, FOUR)).isZero();
        assertThat(value(one, FOUR.of(Combination.WEIGHTED))).isCloseTo(value(one, FOUR.corrected(2)), ROUNDING);
        assertThat(value(one, FOUR.of(Combination.WITH_LAST))).isNotNaN();
        for (int candidate = 0; candidate < FOUR.count(); candidate++) {
            assertThat(none.value(candidate)).as(FOUR.name(candidate)).isEmpty();
        }
    }

    @Test
    void aMemberThatHasGoneWrongIsLeftOut() {
        Blend blend =
                learned(ScoredVariable.TEMPERATURE, cases(30, 18, noisy(0, 1), noisy(0, 1), noisy(0, 1), noisy(0, 1)));

        Combined combined = combined(blend, 120, 10, 10.5, 9.5, 30);

        assertThat(combined.weightIn(FOUR.of(Combination.WEIGHTED), 3, FOUR)).isZero();
        assertThat(value(combined, FOUR.of(Combination.WEIGHTED))).isBetween(9.0, 11.0);
        assertThat(value(combined, FOUR.of(Combination.RAW_MEAN))).isEqualTo(15);
    }

    @Test
    void directionsAreCombinedAcrossNorth() {
        Member west = (step, truth, random) -> 350;
        Member east = (step, truth, random) -> 10;
        Candidates two = candidates(2);

        for (double[] forecasts : played(ScoredVariable.WIND_DIRECTION, cases(20, 19, west, east))) {
            for (Combination combination : Combination.values()) {
                double direction = forecasts[two.of(combination)];
                assertThat(Math.abs(Math.IEEEremainder(direction, 360))).isLessThanOrEqualTo(10);
                assertThat(direction).isBetween(0.0, 360.0);
            }
        }
    }

    @Test
    void oppositeDirectionsOfEqualWeightHaveNoMean() {
        Blend blend = new Backtest(ScoredVariable.WIND_DIRECTION, candidates(2), new TruthHistory()).conclude(START);

        assertThat(combined(blend, 0, 90, 270).value(candidates(2).of(Combination.MEAN)))
                .isEmpty();
    }

    @Test
    void amountsAreCombinedByTheMedian() {
        Blend blend = new Backtest(ScoredVariable.PRECIPITATION, FOUR, new TruthHistory()).conclude(START);

        assertThat(value(combined(blend, 0, 0, 0, 0, 8), FOUR.of(Combination.WEIGHTED)))
                .isZero();
        assertThat(value(combined(blend, 0, 0, 1, 3, 8), FOUR.of(Combination.WEIGHTED)))
                .isEqualTo(2);
        assertThat(value(combined(blend, 0, Double.NaN, 1, 3, 8), FOUR.of(Combination.WEIGHTED)))
                .isEqualTo(3);
    }

    @Test
    void theMedianOfAmountsIsWeighted() {
        List<BlendCase> cases = cases(60, 20, noisy(0, 0.01), noisy(0, 9), noisy(0, 9), noisy(0, 9));

        Combined combined = combined(learned(ScoredVariable.PRECIPITATION, cases), 240, 5, 0, 0, 0);

        assertThat(value(combined, FOUR.of(Combination.WEIGHTED))).isEqualTo(5);
        assertThat(value(combined, FOUR.of(Combination.MEAN))).isZero();
    }

    @Test
    void aLastObservationThatSaysNothingWeighsNextToNothing() {
        List<BlendCase> cases = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(21);
        for (int step = 0; step < 360; step++) {
            double truth = 10 + 5 * random.nextGaussian();
            double[] forecasts = random.doubles(4, truth - 1, truth + 1).toArray();
            cases.add(caseAt(step, forecasts, truth));
        }

        Combined combined = combined(learned(ScoredVariable.TEMPERATURE, cases), 363, 10, 10, 10, 10);

        double weight =
                combined.lastWeightIn(FOUR.of(Combination.WITH_LAST), FOUR).orElseThrow();
        System.out.printf("weight of a last observation that says nothing: %.4f%n", weight);
        assertThat(weight).isBetween(0.0, 0.01);
        assertThat(combined.lastWeightIn(FOUR.of(Combination.WEIGHTED), FOUR)).isEmpty();
    }

    @Test
    void aLastObservationThatKnowsWhatMembersDoNotWeighsMuch() {
        List<BlendCase> cases = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(22);
        double truth = 10;
        for (int step = 0; step < 360; step++) {
            truth += 0.2 * random.nextGaussian();
            double wrong = 3 * random.nextGaussian();
            cases.add(caseAt(step, new double[] {truth + wrong, truth + wrong + 0.1 * random.nextGaussian()}, truth));
        }

        Combined combined = combined(learned(ScoredVariable.TEMPERATURE, cases), 363, 10, 10);

        Candidates two = candidates(2);
        assertThat(combined.lastWeightIn(two.of(Combination.WITH_LAST), two).orElseThrow())
                .isBetween(0.7, 0.8);
    }
}
