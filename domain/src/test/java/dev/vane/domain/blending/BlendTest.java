package dev.vane.domain.blending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.domain.scoring.ScoredVariable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlendTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Candidates TWO = new Candidates(List.of("alpha", "beta"));

    /** Alpha is always 2 K too warm, beta 2 K too cold and rough. */
    private static Blend learned() {
        List<BlendCase> cases = new ArrayList<>();
        TruthHistory truths = new TruthHistory();
        for (int day = 0; day < 40; day++) {
            Instant validAt = START.plus(Duration.ofDays(day));
            double truth = 10 + 5 * Math.sin(day);
            truths.add(validAt, truth);
            double[] forecasts = {truth + 2, truth - 2 + Math.cos(3 * day)};
            cases.add(new BlendCase(validAt.minus(Duration.ofHours(18)), validAt, 0, forecasts, truth));
        }
        Backtest backtest = new Backtest(ScoredVariable.TEMPERATURE, TWO, truths);
        backtest.run(cases);
        return backtest.conclude(START.plus(Duration.ofDays(40)));
    }

    private static BlendCase next() {
        Instant validAt = START.plus(Duration.ofDays(41));
        return new BlendCase(validAt.minus(Duration.ofHours(18)), validAt, 0, new double[] {12, 8}, Double.NaN);
    }

    @Test
    void combinesWhatHasProvedBetter() {
        Blend blend = learned();

        assertThat(blend.decision().reason()).isEqualTo(Decision.Reason.PROVEN);
        assertThat(blend.combines()).isTrue();
        assertThat(blend.combine(next()).value(TWO.corrected(0)).getAsDouble()).isBetween(9.8, 10.3);
    }

    @Test
    void theDecisionAloneKnowsTheMembersAsTheyAre() {
        Blend alone = learned().decisionAlone();

        assertThat(alone.decision()).isEqualTo(learned().decision());
        assertThat(alone.combine(next()).value(TWO.raw(0))).hasValue(12);
        assertThat(alone.combine(next()).value(TWO.raw(1))).hasValue(8);
        assertThat(alone.combine(next()).value(TWO.corrected(0))).isEmpty();
        assertThat(alone.combine(next()).value(TWO.of(Candidates.Combination.WITH_LAST)))
                .isEmpty();
        assertThat(alone.combine(next()).weightIn(TWO.raw(0), 0, TWO)).isEqualTo(1);
    }
}
