package dev.vane.domain.blending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.domain.scoring.ScoredVariable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The order in which cases and truths are given does not matter, not even in the last bit. */
class BlendOrderTest {

    private static final long SEED = 20_260_302;
    private static final int ORDERS = 20;
    private static final Instant END = Instant.parse("2026-04-01T00:00:00Z");

    /** What is forecast and served from case to case, and in the end what is decided. */
    private static List<String> told(List<BlendCase> cases, List<BlendCase> truths) {
        TruthHistory history = new TruthHistory();
        truths.forEach(one -> history.add(one.validAt(), one.truth()));
        Backtest backtest = new Backtest(ScoredVariable.TEMPERATURE, Simulation.CANDIDATES, history);
        List<String> told = new ArrayList<>();
        backtest.run(
                cases,
                (of, forecasts, served) -> told.add(of.validAt() + " " + Arrays.toString(forecasts) + " " + served));
        told.add(backtest.conclude(END).decision().toString());
        return told;
    }

    @Test
    void forecastsAndDecisionsAreBitIdenticalInTwentyOrders() {
        System.out.println("BlendOrderTest seed " + SEED);
        Random random = new Random(SEED);
        List<BlendCase> inOrder = new Simulation(Simulation.Setting.hourly(0.3), SEED)
                .cases(Simulation.Disturbance.VANISHES, 1)
                .subList(24 * 40, 24 * 70);
        List<String> told = told(inOrder, inOrder);
        assertThat(told.getLast()).contains(Decision.Reason.PROVEN.name());

        List<BlendCase> cases = new ArrayList<>(inOrder);
        List<BlendCase> truths = new ArrayList<>(inOrder);
        for (int order = 0; order < ORDERS; order++) {
            Collections.shuffle(cases, random);
            Collections.shuffle(truths, random);
            assertThat(told(cases, truths)).isEqualTo(told);
        }
    }
}
