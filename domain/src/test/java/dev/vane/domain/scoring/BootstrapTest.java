package dev.vane.domain.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Intervals of means over days. */
class BootstrapTest {

    private static double[] filled(int days, double value) {
        double[] all = new double[days];
        Arrays.fill(all, value);
        return all;
    }

    private static Score.Interval interval(double[] parts, double[] wholes) {
        return Bootstrap.interval(parts, wholes).orElseThrow();
    }

    @Test
    void aSingleDayOrNoneHasNoInterval() {
        assertThat(Bootstrap.interval(new double[0], new double[0])).isEmpty();
        assertThat(Bootstrap.interval(new double[] {1}, new double[] {1})).isEmpty();
    }

    @Test
    void daysThatAreAllAlikeHaveAnIntervalWithoutWidth() {
        Score.Interval interval = interval(filled(20, 6), filled(20, 4));

        assertThat(interval.low()).isCloseTo(1.5, within(1e-12));
        assertThat(interval.high()).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void daysWithoutAnythingGiveNoDivisionByZero() {
        assertThat(interval(filled(20, 0), filled(20, 0))).isEqualTo(new Score.Interval(0, 0));
    }

    @Test
    void anIntervalStaysBetweenTheSmallestAndTheGreatestDay() {
        Score.Interval interval = interval(new double[] {1, 5}, new double[] {1, 1});

        assertThat(interval.low()).isEqualTo(1);
        assertThat(interval.high()).isEqualTo(5);
    }

    @Test
    void theSameDaysGiveTheSameInterval() {
        double[] parts = series(new SplittableRandom(41), 60, 0.5);

        assertThat(interval(parts, filled(60, 1))).isEqualTo(interval(parts.clone(), filled(60, 1)));
    }

    /** Sizes of errors around 2, each day with some memory of the one before. */
    private static double[] series(SplittableRandom random, int days, double memory) {
        double[] all = new double[days];
        double state = random.nextGaussian();
        for (int day = 0; day < days; day++) {
            all[day] = 2 + 0.5 * state;
            state = memory * state + Math.sqrt(1 - memory * memory) * random.nextGaussian();
        }
        return all;
    }

    /** How often the interval of the mean of days holds the true mean, 2. */
    private static double coverage(long seed, int days, double memory) {
        SplittableRandom random = new SplittableRandom(seed);
        int covered = 0;
        int trials = 1000;
        for (int trial = 0; trial < trials; trial++) {
            Score.Interval interval = interval(series(random, days, memory), filled(days, 1));
            covered += interval.low() <= 2 && interval.high() >= 2 ? 1 : 0;
        }
        return (double) covered / trials;
    }

    /** It falls a little short of 90 %, as bootstrap intervals of short series do: more so if neighbouring days are alike. */
    @Test
    void nineOfTenIntervalsHoldTheTruth() {
        double independent = coverage(7, 60, 0);
        double alike = coverage(8, 60, 0.5);
        double few = coverage(9, 14, 0);
        System.out.printf(
                "90 %% intervals hold the truth: %.3f of 60 independent days, %.3f of 60 alike, %.3f of 14%n",
                independent, alike, few);

        assertThat(independent).isBetween(0.85, 0.93);
        assertThat(alike).isBetween(0.75, 0.93);
        assertThat(few).isBetween(0.80, 0.93);
    }

    @Test
    void daysThatAreLikeTheirNeighboursHaveAWiderInterval() {
        SplittableRandom random = new SplittableRandom(10);
        double together = 0;
        double shuffled = 0;
        for (int trial = 0; trial < 200; trial++) {
            double[] days = series(random, 60, 0.8);
            together += width(days);
            shuffled += width(shuffled(days, random));
        }

        assertThat(together / shuffled).isGreaterThan(1.3);
    }

    private static double width(double[] days) {
        Score.Interval interval = interval(days, filled(days.length, 1));
        return interval.high() - interval.low();
    }

    private static double[] shuffled(double[] days, SplittableRandom random) {
        double[] other = days.clone();
        for (int i = other.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double kept = other[i];
            other[i] = other[j];
            other[j] = kept;
        }
        return other;
    }
}
