package dev.vane.application.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.application.spi.CallLedger.Count;
import dev.vane.domain.weather.SourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every {@link CallLedger} must do. A subclass gives one that is empty. */
public abstract class CallLedgerContract {

    private static final SourceId ALPHA = new SourceId("alpha");
    private static final SourceId BETA = new SourceId("beta-2");
    private static final Instant NOW = Instant.parse("2026-03-14T12:34:56.789Z");

    /** For subclasses. */
    protected CallLedgerContract() {}

    /** The ledger under test: the same one within a test, empty at its start. */
    protected abstract CallLedger ledger();

    private void add(int calls, String at) {
        ledger().add(ALPHA, calls, Instant.parse(at));
    }

    /** The windows of an account, each as its start and its calls. */
    private Map<CallWindow, String> windows(SourceId account) {
        return ledger().counts().stream()
                .filter(count -> count.account().equals(account))
                .collect(Collectors.toMap(Count::window, count -> count.start() + " " + count.calls()));
    }

    private String window(CallWindow window) {
        return windows(ALPHA).get(window);
    }

    @Test
    void countsNothingAtFirst() {
        assertThat(ledger().counts()).isEmpty();
        assertThat(ledger().pauses()).isEmpty();
    }

    @Test
    void countsACallInTheWindowOfEachKind() {
        ledger().add(ALPHA, 1, NOW);

        assertThat(ledger().counts())
                .containsExactlyInAnyOrder(
                        new Count(ALPHA, CallWindow.SECOND, Instant.parse("2026-03-14T12:34:56Z"), 1),
                        new Count(ALPHA, CallWindow.MINUTE, Instant.parse("2026-03-14T12:34:00Z"), 1),
                        new Count(ALPHA, CallWindow.HOUR, Instant.parse("2026-03-14T12:00:00Z"), 1),
                        new Count(ALPHA, CallWindow.DAY, Instant.parse("2026-03-14T00:00:00Z"), 1),
                        new Count(ALPHA, CallWindow.MONTH, Instant.parse("2026-03-01T00:00:00Z"), 1));
    }

    @Test
    void beginsAtZeroInAWindowThatHasBegunSince() {
        add(3, "2026-03-14T12:59:59.999Z");
        add(2, "2026-03-14T13:00:00Z");

        assertThat(windows(ALPHA))
                .isEqualTo(Map.of(
                        CallWindow.SECOND, "2026-03-14T13:00:00Z 2",
                        CallWindow.MINUTE, "2026-03-14T13:00:00Z 2",
                        CallWindow.HOUR, "2026-03-14T13:00:00Z 2",
                        CallWindow.DAY, "2026-03-14T00:00:00Z 5",
                        CallWindow.MONTH, "2026-03-01T00:00:00Z 5"));
    }

    @Test
    void addsCallsOfOneWindow() {
        add(3, "2026-03-14T12:34:56Z");
        add(2, "2026-03-14T12:34:56.999Z");
        add(1_000_000, "2026-03-14T12:34:57Z");

        assertThat(window(CallWindow.SECOND)).isEqualTo("2026-03-14T12:34:57Z 1000000");
        assertThat(window(CallWindow.MINUTE)).isEqualTo("2026-03-14T12:34:00Z 1000005");
    }

    @Test
    void countsBeyondThirtyTwoBits() {
        add(Integer.MAX_VALUE, "2026-03-14T12:34:56Z");
        add(Integer.MAX_VALUE, "2026-03-14T12:34:56Z");

        assertThat(window(CallWindow.SECOND)).isEqualTo("2026-03-14T12:34:56Z 4294967294");
    }

    @Test
    void endsTheMonthAtMidnightOfUtc() {
        add(1, "2026-04-30T23:59:59.999Z");
        assertThat(window(CallWindow.MONTH)).isEqualTo("2026-04-01T00:00:00Z 1");

        add(2, "2026-05-01T00:00:00Z");
        assertThat(window(CallWindow.MONTH)).isEqualTo("2026-05-01T00:00:00Z 2");

        add(3, "2026-12-31T23:59:59.999Z");
        add(4, "2027-01-01T00:00:00Z");
        assertThat(window(CallWindow.MONTH)).isEqualTo("2027-01-01T00:00:00Z 4");
    }

    @Test
    void countsTheLeapDayToFebruary() {
        add(1, "2028-02-28T12:00:00Z");
        add(2, "2028-02-29T23:59:59Z");
        assertThat(window(CallWindow.MONTH)).isEqualTo("2028-02-01T00:00:00Z 3");
        assertThat(window(CallWindow.DAY)).isEqualTo("2028-02-29T00:00:00Z 2");

        add(4, "2028-03-01T00:00:00Z");
        assertThat(window(CallWindow.MONTH)).isEqualTo("2028-03-01T00:00:00Z 4");
    }

    @Test
    void keepsAccountsApart() {
        ledger().add(ALPHA, 3, NOW);
        ledger().add(BETA, 5, NOW.plusSeconds(60));
        ledger().add(ALPHA, 1, NOW);

        assertThat(window(CallWindow.SECOND)).isEqualTo("2026-03-14T12:34:56Z 4");
        assertThat(windows(BETA))
                .containsEntry(CallWindow.SECOND, "2026-03-14T12:35:56Z 5")
                .hasSize(CallWindow.values().length);
    }

    @Test
    void forgetsNothingWhenTheClockIsSetBack() {
        add(3, "2026-03-14T12:34:56Z");
        add(2, "2026-02-27T01:02:03Z");

        assertThat(windows(ALPHA))
                .isEqualTo(Map.of(
                        CallWindow.SECOND, "2026-02-27T01:02:03Z 5",
                        CallWindow.MINUTE, "2026-02-27T01:02:00Z 5",
                        CallWindow.HOUR, "2026-02-27T01:00:00Z 5",
                        CallWindow.DAY, "2026-02-27T00:00:00Z 5",
                        CallWindow.MONTH, "2026-02-01T00:00:00Z 5"));
    }

    @Test
    void goesOnFromTheEarlierTimeAfterTheClockWasSetBack() {
        add(3, "2026-03-14T12:34:56Z");
        add(2, "2026-03-14T10:00:00Z");
        add(1, "2026-03-14T10:59:59Z");
        assertThat(window(CallWindow.HOUR)).isEqualTo("2026-03-14T10:00:00Z 6");

        add(4, "2026-03-14T11:00:00Z");
        assertThat(window(CallWindow.HOUR)).isEqualTo("2026-03-14T11:00:00Z 4");
        assertThat(window(CallWindow.DAY)).isEqualTo("2026-03-14T00:00:00Z 10");
    }

    @Test
    void refusesNoCallsAtAll() {
        for (int calls : new int[] {0, -1, Integer.MIN_VALUE}) {
            assertThatThrownBy(() -> ledger().add(ALPHA, calls, NOW))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("calls of alpha are " + calls + ", below 1");
        }
        assertThat(ledger().counts()).isEmpty();
    }

    @Test
    void remembersUntilWhenAProviderIsNotToBeCalled() {
        ledger().pause(ALPHA, NOW);
        ledger().pause(BETA, NOW.plusSeconds(1));

        assertThat(ledger().pauses()).isEqualTo(Map.of(ALPHA, NOW, BETA, NOW.plusSeconds(1)));
        assertThat(ledger().counts()).isEmpty();
    }

    @Test
    void replacesAPause() {
        ledger().pause(ALPHA, NOW);
        ledger().pause(ALPHA, NOW.plusSeconds(3600));
        assertThat(ledger().pauses()).isEqualTo(Map.of(ALPHA, NOW.plusSeconds(3600)));

        ledger().pause(ALPHA, NOW.plusSeconds(60));
        assertThat(ledger().pauses()).isEqualTo(Map.of(ALPHA, NOW.plusSeconds(60)));
    }

    @Test
    void liftsAPauseByATimeThatIsPast() {
        ledger().pause(ALPHA, NOW);
        ledger().pause(ALPHA, Instant.EPOCH);

        assertThat(ledger().pauses()).isEqualTo(Map.of(ALPHA, Instant.EPOCH));
    }

    @Test
    void losesNothingWhenManyAddAtOnce() throws Exception {
        List<Future<?>> threads = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int thread = 0; thread < 16; thread++) {
                SourceId account = thread % 2 == 0 ? ALPHA : BETA;
                threads.add(executor.submit(() -> {
                    for (int i = 1; i <= 10; i++) {
                        ledger().add(account, i, NOW);
                    }
                }));
            }
        }
        for (Future<?> thread : threads) {
            thread.get();
        }

        Map<SourceId, Long> days = ledger().counts().stream()
                .filter(count -> count.window() == CallWindow.DAY)
                .collect(Collectors.toMap(Count::account, Count::calls));
        assertThat(days).isEqualTo(Map.of(ALPHA, 8 * 55L, BETA, 8 * 55L));
    }
}
