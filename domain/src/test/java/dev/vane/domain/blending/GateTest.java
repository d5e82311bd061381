package dev.vane.domain.blending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vane.domain.blending.Candidates.Combination;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What the gate lets through, by sequences of losses made by hand. */
class GateTest {

    private static final Candidates TWO = new Candidates(List.of("a", "b"));
    private static final int A = TWO.raw(0);
    private static final int B = TWO.raw(1);
    private static final int RAW_MEAN = TWO.of(Combination.RAW_MEAN);
    private static final int WEIGHTED = TWO.of(Combination.WEIGHTED);
    private static final int LAST = TWO.of(Combination.WITH_LAST);
    private static final int PER_DAY = 8;

    private final Gate gate = new Gate(TWO);
    private int today;

    /** Everyone loses the same, but for one. */
    private static double[] losses(double everyone, int one, double its) {
        double[] losses = new double[TWO.count()];
        Arrays.fill(losses, everyone);
        losses[one] = its;
        return losses;
    }

    private static double[] without(int member, double[] losses) {
        double[] others = losses.clone();
        others[TWO.raw(member)] = Double.NaN;
        others[TWO.corrected(member)] = Double.NaN;
        return others;
    }

    private void days(int count, double[] losses) {
        for (int day = 0; day < count; day++) {
            for (int pair = 0; pair < PER_DAY; pair++) {
                gate.add(today, losses);
            }
            today++;
        }
    }

    private void decides(Decision.Reason reason, int served) {
        Decision decision = gate.decide();
        assertThat(decision.reason()).isEqualTo(reason);
        assertThat(decision.served()).hasValue(served);
        assertThat(gate.served()).hasValue(served);
    }

    @Test
    void nobodyIsServedBeforeFiveDaysAndThirtyPairs() {
        days(4, losses(1, LAST, 0.5));

        Decision decision = gate.decide();
        assertThat(decision.reason()).isEqualTo(Decision.Reason.NOT_ENOUGH_DATA);
        assertThat(decision.served()).isEmpty();
        assertThat(decision.standings()).isEmpty();
        assertThat(gate.served()).isEmpty();
    }

    @Test
    void theBestRawMemberIsServedBeforeFourteenDays() {
        double[] losses = losses(1, LAST, 0.5);
        losses[B] = 0.9;
        days(13, losses);
        decides(Decision.Reason.TOO_FEW_DAYS, B);

        days(1, losses);
        decides(Decision.Reason.PROVEN, LAST);
        assertThat(gate.decide().days()).isEqualTo(14);
    }

    @Test
    void aDecisionNamesWhatEveryCandidateLosesAndItsAdvantage() {
        days(20, losses(1, LAST, 0.6));

        Standing best = gate.decide().standings().getFirst();
        assertThat(best.candidate()).isEqualTo(LAST);
        assertThat(best.pairs()).isEqualTo(20 * PER_DAY);
        assertThat(best.meanLoss()).isCloseTo(0.6, within(1e-9));
        assertThat(best.advantage().orElseThrow().low()).isCloseTo(0.4, within(1e-9));
        assertThat(best.advantage().orElseThrow().high()).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void whatIsAheadByChanceIsNotServed() {
        for (int pair = 0; pair < 15; pair++) {
            days(1, losses(1, WEIGHTED, 0.2));
            days(1, losses(1, WEIGHTED, 1.7));
        }
        days(1, losses(1, WEIGHTED, 0.2));

        Decision decision = gate.decide();
        assertThat(decision.standings().getFirst().candidate()).isEqualTo(WEIGHTED);
        assertThat(decision.standings().getFirst().advantage().orElseThrow().low())
                .isNegative();
        decides(Decision.Reason.NOT_PROVEN, A);
    }

    @Test
    void nothingIsServedThatIsNoBetterThanTheBestSource() {
        days(30, losses(1, B, 0.7));

        decides(Decision.Reason.RAW_IS_BEST, B);
    }

    @Test
    void theMeanOfRawMembersIsNeverServed() {
        days(30, losses(1, RAW_MEAN, 0.1));

        decides(Decision.Reason.RAW_IS_BEST, A);
        assertThat(gate.decide().standings()).noneMatch(one -> one.candidate() == RAW_MEAN);
    }

    @Test
    void ofEqualsTheFirstIsServedAndARawOneBeforeACombination() {
        days(30, losses(1, RAW_MEAN, 1));
        decides(Decision.Reason.RAW_IS_BEST, A);

        double[] losses = losses(1, WEIGHTED, 0.5);
        losses[LAST] = 0.5;
        Gate other = new Gate(TWO);
        for (int pair = 0; pair < 30 * PER_DAY; pair++) {
            other.add(pair / PER_DAY, losses);
        }
        assertThat(other.served()).hasValue(WEIGHTED);
    }

    @Test
    void whatWasBestLongAgoIsServedNoMore() {
        days(60, losses(1, WEIGHTED, 0.6));
        decides(Decision.Reason.PROVEN, WEIGHTED);

        days(40, losses(1, LAST, 0.8));
        decides(Decision.Reason.PROVEN, LAST);
    }

    @Test
    void membersAreComparedOnCommonPairsOnly() {
        for (int day = 0; day < 20; day++) {
            for (int pair = 0; pair < PER_DAY; pair++) {
                double[] easy = losses(2, A, 0.5);
                easy[B] = 0.8;
                double[] hard = without(1, losses(9, A, 5));
                gate.add(day, pair < 6 ? easy : hard);
            }
        }

        decides(Decision.Reason.RAW_IS_BEST, A);
        assertThat(gate.decide().standings().getFirst().meanLoss()).isLessThan(0.6);
    }

    @Test
    void aMemberThatComesLateIsRankedWhenItHasBeenThereLongEnough() {
        double[] withB = losses(1, LAST, 0.6);
        withB[B] = 0.1;
        days(30, without(1, losses(1, LAST, 0.6)));
        decides(Decision.Reason.PROVEN, LAST);

        days(10, withB);
        decides(Decision.Reason.PROVEN, LAST);
        assertThat(gate.decide().standings()).noneMatch(one -> one.candidate() == B);

        days(60, withB);
        decides(Decision.Reason.RAW_IS_BEST, B);
    }

    @Test
    void aMemberThatVanishesIsWaitedForAndThenForgotten() {
        double[] withB = losses(1, LAST, 1.1);
        withB[B] = 0.5;
        days(30, withB);
        decides(Decision.Reason.RAW_IS_BEST, B);

        double[] gone = without(1, losses(1, LAST, 0.6));
        int waited = 0;
        while (gate.served().equals(OptionalInt.of(B)) && waited < 60) {
            days(1, gone);
            waited++;
        }
        System.out.println("a member that vanishes is ranked for another " + waited + " days");
        assertThat(waited).isLessThan(21);

        days(40, gone);
        decides(Decision.Reason.PROVEN, LAST);
        assertThat(gate.decide().standings()).noneMatch(one -> one.candidate() == B);
    }

    @Test
    void theShortWayToWhatIsServedAgreesWithTheDecision() {
        long seed = 77;
        System.out.println("GateTest seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] seen = new boolean[TWO.count()];
        for (int trial = 0; trial < 60; trial++) {
            Gate some = new Gate(TWO);
            double[] means = random.doubles(TWO.count(), 0.8, 1.2).toArray();
            for (int day = 0; day < 40; day += 1 + random.nextInt(2)) {
                for (int pair = random.nextInt(12); pair > 0; pair--) {
                    double[] losses = Arrays.stream(means)
                            .map(mean -> mean * random.nextDouble(0.5, 1.5))
                            .toArray();
                    some.add(day, random.nextInt(5) == 0 ? without(random.nextInt(2), losses) : losses);
                }
                OptionalInt served = some.served();
                assertThat(served).isEqualTo(some.decide().served());
                served.ifPresent(one -> seen[one] = true);
            }
        }
        assertThat(seen[RAW_MEAN]).isFalse();
        assertThat(seen[A] && seen[B] && seen[LAST] && seen[WEIGHTED]).isTrue();
    }
}
