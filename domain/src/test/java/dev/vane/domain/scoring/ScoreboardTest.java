package dev.vane.domain.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vane.domain.weather.SourceId;
import java.time.LocalDate;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Scores of small tables, computed by hand. Days are 14 days apart, one half-life: pairs of the last day weigh 1, of the one
 * before 1/2, of the one before that 1/4.
 */
class ScoreboardTest {

    private static final SourceId A = new SourceId("a");
    private static final SourceId B = new SourceId("b");
    private static final LocalDate QUARTER = LocalDate.of(2026, 3, 1);
    private static final LocalDate HALF = LocalDate.of(2026, 3, 15);
    private static final LocalDate WHOLE = LocalDate.of(2026, 3, 29);
    private static final Offset<Double> EXACT = within(1e-12);
    private static final Offset<Double> SIX_DIGITS = within(5e-7);

    private static Scoreboard board(ScoredVariable variable, Pairs pairs) {
        int hours = variable.variable().ofInterval() ? 1 : 0;
        return Scoreboard.of(new Series(TruthKind.STATION, variable, hours), pairs.days());
    }

    private static Scoreboard.Scores of(Scoreboard board, LeadBucket bucket, SourceId source) {
        return board.buckets().get(bucket).get(source);
    }

    private static void matches(Score score, double bias, double meanAbsolute, double rootMeanSquare) {
        Score.Errors errors = score.errors().orElseThrow();
        assertThat(errors.bias()).as("bias").isCloseTo(bias, EXACT);
        assertThat(errors.meanAbsolute()).as("mean absolute error").isCloseTo(meanAbsolute, EXACT);
        assertThat(errors.rootMeanSquare()).as("root mean square error").isCloseTo(rootMeanSquare, SIX_DIGITS);
    }

    /**
     * Twelve pairs of two sources and two ranges of lead times. In brackets: forecast minus observed.
     *
     * <pre>
     * day      hour  observed   a, 12-24 h   b, 12-24 h   b, 24-48 h
     * March 1    00       4.0    5.0 (+1)     6.0 (+2)
     *            12      12.0   10.0 (-2)                 15.0 (+3)
     * March 15   00       3.5    3.0 (-0.5)   3.5 (0)
     *            12       8.0    9.0 (+1)     7.0 (-1)     8.5 (+0.5)
     * March 29   00       2.5    1.5 (-1)     3.5 (+1)     2.0 (-0.5)
     *            12   unknown    7.0          7.0          7.0
     * </pre>
     */
    private static Pairs temperatures() {
        return new Pairs()
                .truth(QUARTER, 0, 4.0)
                .truth(QUARTER, 12, 12.0)
                .truth(HALF, 0, 3.5)
                .truth(HALF, 12, 8.0)
                .truth(WHOLE, 0, 2.5)
                .forecast(QUARTER, 0, A, LeadBucket.HOURS_24, 5.0)
                .forecast(QUARTER, 12, A, LeadBucket.HOURS_24, 10.0)
                .forecast(HALF, 0, A, LeadBucket.HOURS_24, 3.0)
                .forecast(HALF, 12, A, LeadBucket.HOURS_24, 9.0)
                .forecast(WHOLE, 0, A, LeadBucket.HOURS_24, 1.5)
                .forecast(WHOLE, 12, A, LeadBucket.HOURS_24, 7.0)
                .forecast(QUARTER, 0, B, LeadBucket.HOURS_24, 6.0)
                .forecast(HALF, 0, B, LeadBucket.HOURS_24, 3.5)
                .forecast(HALF, 12, B, LeadBucket.HOURS_24, 7.0)
                .forecast(WHOLE, 0, B, LeadBucket.HOURS_24, 3.5)
                .forecast(WHOLE, 12, B, LeadBucket.HOURS_24, 7.0)
                .forecast(QUARTER, 12, B, LeadBucket.DAYS_2, 15.0)
                .forecast(HALF, 12, B, LeadBucket.DAYS_2, 8.5)
                .forecast(WHOLE, 0, B, LeadBucket.DAYS_2, 2.0)
                .forecast(WHOLE, 12, B, LeadBucket.DAYS_2, 7.0);
    }

    @Test
    void errorsOfTemperatureEqualThoseComputedByHand() {
        Scoreboard board = board(ScoredVariable.TEMPERATURE, temperatures());

        Score a = of(board, LeadBucket.HOURS_24, A).overall();
        assertThat(a.pairs()).isEqualTo(5);
        assertThat(a.days()).isEqualTo(3);
        // bias (1 - 2 - 0.5 + 1 - 1) / 5, MAE (1 + 2 + 0.5 + 1 + 1) / 5, MSE (1 + 4 + 0.25 + 1 + 1) / 5 = 1.45
        matches(a, -0.3, 1.1, 1.204159);

        Score b = of(board, LeadBucket.HOURS_24, B).overall();
        assertThat(b.pairs()).isEqualTo(4);
        // bias (2 + 0 - 1 + 1) / 4, MAE (2 + 0 + 1 + 1) / 4, MSE (4 + 0 + 1 + 1) / 4 = 1.5
        matches(b, 0.5, 1.0, 1.224745);

        Score later = of(board, LeadBucket.DAYS_2, B).overall();
        assertThat(later.pairs()).isEqualTo(3);
        // bias (3 + 0.5 - 0.5) / 3, MAE (3 + 0.5 + 0.5) / 3, MSE (9 + 0.25 + 0.25) / 3 = 3.166667
        matches(later, 1.0, 4.0 / 3, 1.779513);
    }

    @Test
    void recentErrorsEqualThoseComputedByHand() {
        Scoreboard board = board(ScoredVariable.TEMPERATURE, temperatures());

        // pairs 2/4 + 2/2 + 1 = 2.5; bias (-1/4 + 0.5/2 - 1) / 2.5; MAE (3/4 + 1.5/2 + 1) / 2.5;
        // MSE (5/4 + 1.25/2 + 1) / 2.5 = 1.15
        matches(of(board, LeadBucket.HOURS_24, A).recent(), -0.4, 1.0, 1.072381);
        // pairs 1/4 + 2/2 + 1 = 2.25; bias (2/4 - 1/2 + 1) / 2.25; MAE (2/4 + 1/2 + 1) / 2.25; MSE (4/4 + 1/2 + 1) /
        // 2.25
        matches(of(board, LeadBucket.HOURS_24, B).recent(), 4.0 / 9, 8.0 / 9, 1.054093);
        // pairs 1/4 + 1/2 + 1 = 1.75; bias (3/4 + 0.5/2 - 0.5) / 1.75; MAE (3/4 + 0.5/2 + 0.5) / 1.75;
        // MSE (9/4 + 0.25/2 + 0.25) / 1.75 = 1.5
        matches(of(board, LeadBucket.DAYS_2, B).recent(), 2.0 / 7, 6.0 / 7, 1.224745);
        assertThat(of(board, LeadBucket.HOURS_24, A).recent().pairs()).isEqualTo(5);
    }

    @Test
    void nothingIsScoredThatWasNotForecast() {
        Scoreboard board = board(ScoredVariable.TEMPERATURE, temperatures());

        assertThat(board.buckets()).containsOnlyKeys(LeadBucket.HOURS_24, LeadBucket.DAYS_2);
        assertThat(board.buckets().get(LeadBucket.DAYS_2)).containsOnlyKeys(B);
        assertThat(of(board, LeadBucket.HOURS_24, A)
                        .overall()
                        .errors()
                        .orElseThrow()
                        .skill())
                .isEmpty();
    }

    @Test
    void withoutAnyTruthASourceHasAScoreOfNoPairs() {
        Pairs pairs = new Pairs().forecast(WHOLE, 12, A, LeadBucket.HOURS_24, 7.0);

        Score score = of(board(ScoredVariable.TEMPERATURE, pairs), LeadBucket.HOURS_24, A)
                .overall();

        assertThat(score.pairs()).isZero();
        assertThat(score.days()).isZero();
        assertThat(score.errors()).isEmpty();
        assertThat(score.enough()).isFalse();
    }

    @Test
    void directionsAreWrongByTheShorterWayRound() {
        // forecast, observed: 350 and 10 (-20), 5 and 355 (+10), 180 and 170 (+10), 10 and 350 (+20)
        Pairs pairs = new Pairs()
                .truth(WHOLE, 0, 10)
                .truth(WHOLE, 1, 355)
                .truth(WHOLE, 2, 170)
                .truth(WHOLE, 3, 350)
                .forecast(WHOLE, 0, A, LeadBucket.HOURS_6, 350)
                .forecast(WHOLE, 1, A, LeadBucket.HOURS_6, 5)
                .forecast(WHOLE, 2, A, LeadBucket.HOURS_6, 180)
                .forecast(WHOLE, 3, A, LeadBucket.HOURS_6, 10);

        Score score = of(board(ScoredVariable.WIND_DIRECTION, pairs), LeadBucket.HOURS_6, A)
                .overall();

        // bias (-20 + 10 + 10 + 20) / 4, MAE 60 / 4, MSE (400 + 100 + 100 + 400) / 4 = 250
        matches(score, 5, 15, 15.811388);
    }

    /**
     * Whether at least 0.1 mm falls.
     *
     * <pre>
     * day       forecast  observed
     * March 15     1.0       0.5    hit
     *              0.2       0.0    false alarm
     *              0.0       0.3    miss
     *              0.05      0.05   neither
     *              3.0       2.5    hit
     * March 29     0.1       0.1    hit
     *              0.09      0.1    miss
     *              2.0       0.0    false alarm
     *              0.4       0.4    hit
     *              0.1       0.04   false alarm
     *              0.0       0.0    neither
     * </pre>
     */
    private static Pairs amounts() {
        double[][] first = {{1.0, 0.5}, {0.2, 0.0}, {0.0, 0.3}, {0.05, 0.05}, {3.0, 2.5}};
        double[][] second = {{0.1, 0.1}, {0.09, 0.1}, {2.0, 0.0}, {0.4, 0.4}, {0.1, 0.04}, {0.0, 0.0}};
        return add(add(new Pairs(), HALF, first), WHOLE, second);
    }

    private static Pairs add(Pairs pairs, LocalDate date, double[][] forecastAndObserved) {
        for (int hour = 0; hour < forecastAndObserved.length; hour++) {
            pairs.forecast(date, hour, A, LeadBucket.HOURS_12, forecastAndObserved[hour][0]);
            pairs.truth(date, hour, forecastAndObserved[hour][1]);
        }
        return pairs;
    }

    private static void matches(OptionalDouble computed, double byHand) {
        assertThat(computed.orElseThrow()).isCloseTo(byHand, EXACT);
    }

    @Test
    void occurrenceOfPrecipitationEqualsThatComputedByHand() {
        Scoreboard.Scores scores = of(board(ScoredVariable.PRECIPITATION, amounts()), LeadBucket.HOURS_12, A);

        Score.Occurrence all = scores.overall().occurrence().orElseThrow();
        assertThat(all).isEqualTo(new Score.Occurrence(4, 2, 3, 2));
        matches(all.detection(), 4.0 / 6);
        matches(all.falseAlarmRatio(), 3.0 / 7);
        matches(all.criticalSuccess(), 4.0 / 9);
        matches(all.frequencyBias(), 7.0 / 6);
        // errors 0.5, 0.2, -0.3, 0, 0.5, 0, -0.01, 2, 0, 0.06, 0: bias 2.95 / 11, MAE 3.57 / 11,
        // MSE (0.25 + 0.04 + 0.09 + 0.25 + 0.0001 + 4 + 0.0036) / 11 = 4.6337 / 11 = 0.421245
        matches(scores.overall(), 2.95 / 11, 3.57 / 11, 0.649034);

        // hits 2/2 + 2, misses 1/2 + 1, false alarms 1/2 + 2, neither 1/2 + 1
        Score.Occurrence recent = scores.recent().occurrence().orElseThrow();
        assertThat(recent).isEqualTo(new Score.Occurrence(3, 1.5, 2.5, 1.5));
        matches(recent.detection(), 3 / 4.5);
        matches(recent.falseAlarmRatio(), 2.5 / 5.5);
        matches(recent.criticalSuccess(), 3.0 / 7);
        matches(recent.frequencyBias(), 5.5 / 4.5);
    }

    @Test
    void whatNeverOccurredHasNoRatio() {
        Pairs dry = add(new Pairs(), WHOLE, new double[][] {{0.0, 0.0}, {0.05, 0.0}});

        Score.Occurrence occurrence = of(board(ScoredVariable.PRECIPITATION, dry), LeadBucket.HOURS_12, A)
                .overall()
                .occurrence()
                .orElseThrow();

        assertThat(occurrence.detection()).isEmpty();
        assertThat(occurrence.falseAlarmRatio()).isEmpty();
        assertThat(occurrence.criticalSuccess()).isEmpty();
        assertThat(occurrence.frequencyBias()).isEmpty();
    }

    @Test
    void probabilitiesHaveABrierScoreAndReliabilityComputedByHand() {
        double[][] first = {{90, 100}, {8, 0}, {12, 100}};
        double[][] second = {{30, 0}, {70, 100}, {70, 0}};
        Pairs pairs = add(add(new Pairs(), HALF, first), WHOLE, second);

        Scoreboard.Scores scores = of(board(ScoredVariable.PRECIPITATION_PROBABILITY, pairs), LeadBucket.HOURS_12, A);

        // (0.1² + 0.08² + 0.88²) + (0.3² + 0.3² + 0.7²) = 0.7908 + 0.67, over 6 pairs
        Score.Probability all = scores.overall().probability().orElseThrow();
        assertThat(all.brier()).isCloseTo(1.4608 / 6, EXACT);
        assertThat(all.reliability())
                .containsExactly(
                        new Score.Bin(2, 10, 50),
                        new Score.Bin(1, 30, 0),
                        new Score.Bin(2, 70, 50),
                        new Score.Bin(1, 90, 100));
        // 0.7908 / 2 + 0.67, over 3 / 2 + 3 pairs
        Score.Probability recent = scores.recent().probability().orElseThrow();
        assertThat(recent.brier()).isCloseTo(1.0654 / 4.5, EXACT);
        assertThat(recent.reliability().getFirst()).isEqualTo(new Score.Bin(1, 10, 50));
        assertThat(scores.overall().errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"30, 5, true", "29, 5, false", "30, 4, false", "31, 6, true"})
    void aScoreNeedsThirtyPairsOnFiveDays(int pairs, int days, boolean enough) {
        Pairs some = new Pairs();
        for (int i = 0; i < pairs; i++) {
            LocalDate date = WHOLE.plusDays(i % days);
            some.truth(date, i / days, 10).forecast(date, i / days, A, LeadBucket.HOURS_6, 11);
        }

        Score score = of(board(ScoredVariable.TEMPERATURE, some), LeadBucket.HOURS_6, A)
                .overall();

        assertThat(score.pairs()).isEqualTo(pairs);
        assertThat(score.days()).isEqualTo(days);
        assertThat(score.enough()).isEqualTo(enough);
    }
}
