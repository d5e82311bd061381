package dev.vane.application.weather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.application.api.CallBudget;
import dev.vane.application.api.InspectSources.Quota;
import dev.vane.application.spi.CallLedger;
import dev.vane.application.spi.CallWindow;
import dev.vane.application.spi.InMemoryCallLedger;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.application.weather.ProviderGate.Purpose;
import dev.vane.domain.weather.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class CallAccountTest {

    private static final Instant NOON = Instant.parse("2026-02-06T12:00:00Z");
    private static final SourceId ALPHA = new SourceId("alpha");

    private final InMemoryCallLedger ledger = new InMemoryCallLedger();

    @Test
    void theHardLimitIsNeverPassedWhateverTheWeights() {
        CallAccount account = account(Map.of(CallWindow.MINUTE, 10));
        int taken = 0;
        for (int weight : new int[] {6, 5, 3, 2, 1, 1, 1}) {
            taken += account.take(weight, NOON).isEmpty() ? weight : 0;
        }

        assertThat(taken).isEqualTo(10);
        assertThat(account.take(1, NOON.plusSeconds(59))).hasValueSatisfying(refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.BUDGET_SPENT);
            assertThat(refused.retryAfter()).contains(Duration.ofSeconds(1));
            assertThat(refused.detail()).contains("10 calls per minute").contains("2026-02-06T12:01:00Z");
        });
        assertThat(account.take(10, NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void everyWindowCounts() {
        CallAccount account = account(Map.of(CallWindow.MINUTE, 2, CallWindow.HOUR, 3));
        account.take(2, NOON);
        account.take(1, NOON.plusSeconds(60));

        assertThat(account.take(1, NOON.plusSeconds(120)))
                .hasValueSatisfying(refused -> assertThat(refused.detail()).contains("3 calls per hour"));
        assertThat(account.quota(NOON.plusSeconds(120)))
                .containsExactly(
                        new Quota(CallWindow.MINUTE, 2, 0, NOON.plusSeconds(180)),
                        new Quota(CallWindow.HOUR, 3, 3, NOON.plusSeconds(3600)));
    }

    @Test
    void noneOfManyThreadsGetsMoreThanTheLimit() throws Exception {
        CallAccount account = account(Map.of(CallWindow.DAY, 100));
        List<Future<Integer>> threads = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int thread = 0; thread < 16; thread++) {
                threads.add(executor.submit(() -> {
                    int taken = 0;
                    for (int i = 0; i < 50; i++) {
                        taken += account.take(1, NOON).isEmpty() ? 1 : 0;
                    }
                    return taken;
                }));
            }
        }
        int taken = 0;
        for (Future<Integer> thread : threads) {
            taken += thread.get();
        }

        assertThat(taken).isEqualTo(100);
        assertThat(counted(CallWindow.DAY)).isEqualTo(100);
    }

    @Test
    void whatWasCountedBeforeARestartIsCountedAfterIt() {
        account(Map.of(CallWindow.DAY, 10)).take(8, NOON);

        CallAccount restarted = account(Map.of(CallWindow.DAY, 10));

        assertThat(restarted.take(3, NOON.plusSeconds(5))).isPresent();
        assertThat(restarted.take(2, NOON.plusSeconds(5))).isEmpty();
    }

    @Test
    void otherAccountsCountForThemselves() {
        ledger.add(new SourceId("beta"), 10, NOON);

        assertThat(account(Map.of(CallWindow.DAY, 10)).take(10, NOON)).isEmpty();
    }

    @Test
    void aClockThatIsSetBackForgetsNothing() {
        CallAccount account = account(Map.of(CallWindow.HOUR, 10));
        account.take(10, NOON);

        assertThat(account.take(1, NOON.minus(Duration.ofHours(3)))).isPresent();
        assertThat(account.take(1, NOON.minus(Duration.ofHours(2)))).isEmpty();
    }

    /** A call that is not on disk would be forgotten by a process that is killed. */
    @Test
    void aCallThatCannotBeWrittenDownIsNotMadeAndNotCounted() {
        boolean[] full = {true};
        CallLedger failing = new CallLedger() {
            @Override
            public void add(SourceId account, int calls, Instant at) {
                if (full[0]) {
                    throw new IllegalStateException("disk full");
                }
            }

            @Override
            public List<Count> counts() {
                return List.of();
            }

            @Override
            public void pause(SourceId account, Instant until) {
                throw new IllegalStateException("disk full");
            }

            @Override
            public Map<SourceId, Instant> pauses() {
                return Map.of();
            }
        };
        CallAccount account =
                new CallAccount(new CallAccount.Book(failing, ALPHA), new CallBudget(Map.of(CallWindow.DAY, 1), 100));

        assertThat(account.take(1, NOON))
                .hasValueSatisfying(refused -> assertThat(refused.detail())
                        .contains("could not be written down")
                        .doesNotContain("disk full"));
        full[0] = false;
        assertThat(account.take(1, NOON)).isEmpty();
    }

    @Test
    void theBackgroundGetsWhatIsBeyondTheSoftLimitInStepWithTime() {
        CallAccount account = new CallAccount(book(), new CallBudget(Map.of(CallWindow.HOUR, 100), 80));
        account.take(80, NOON);

        assertThat(account.refusal(Purpose.READER, 20, NOON)).isEmpty();
        assertThat(account.refusal(Purpose.BACKGROUND, 5, NOON)).hasValueSatisfying(refusal -> {
            assertThat(refusal.until()).isEqualTo(NOON.plus(Duration.ofMinutes(15)));
            assertThat(refusal.why()).contains("kept for readers");
        });
        assertThat(account.refusal(Purpose.BACKGROUND, 5, NOON.plus(Duration.ofMinutes(15))))
                .isEmpty();
        assertThat(account.refusal(Purpose.BACKGROUND, 6, NOON.plus(Duration.ofMinutes(15))))
                .isPresent();
    }

    @Test
    void belowTheSoftLimitTheBackgroundIsFree() {
        CallAccount account = new CallAccount(book(), new CallBudget(Map.of(CallWindow.HOUR, 100), 80));

        assertThat(account.refusal(Purpose.BACKGROUND, 80, NOON)).isEmpty();
        assertThat(account.refusal(Purpose.BACKGROUND, 81, NOON)).isPresent();
    }

    private CallAccount account(Map<CallWindow, Integer> limits) {
        return new CallAccount(book(), new CallBudget(limits, 100));
    }

    private CallAccount.Book book() {
        return new CallAccount.Book(ledger, ALPHA);
    }

    private long counted(CallWindow window) {
        return ledger.counts().stream()
                .filter(count -> count.window() == window)
                .mapToLong(CallLedger.Count::calls)
                .sum();
    }
}
