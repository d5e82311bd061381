package dev.vane.application.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.application.spi.CallWindow;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallBudgetTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-02-06T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, 800", "21600, 850", "43200, 900", "86399, 999"})
    void theBackgroundsShareGrowsWithTheWindow(long seconds, long calls) {
        CallBudget budget = new CallBudget(Map.of(CallWindow.DAY, 1000), 80);

        assertThat(budget.backgroundLimit(CallWindow.DAY, MIDNIGHT.plusSeconds(seconds)))
                .isEqualTo(calls);
    }

    @Test
    void aHundredPercentSavesNothing() {
        CallBudget budget = new CallBudget(Map.of(CallWindow.MONTH, 1_000_000_000), 100);

        assertThat(budget.backgroundLimit(CallWindow.MONTH, MIDNIGHT)).isEqualTo(1_000_000_000);
    }

    @Test
    void limitsAreAboveZeroAndSharesAreShares() {
        assertThatThrownBy(() -> new CallBudget(Map.of(CallWindow.DAY, 0), 80))
                .hasMessage("limit of calls in a day is 0, below 1");
        assertThatThrownBy(() -> new CallBudget(Map.of(), 101)).hasMessage("soft limit is 101 %, not 0 to 100 %");
    }
}
