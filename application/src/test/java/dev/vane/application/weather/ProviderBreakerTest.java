package dev.vane.application.weather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.application.api.InspectSources.Breaker.Position;
import dev.vane.application.api.RefreshPolicy.RetryPolicy;
import dev.vane.application.spi.InMemoryCallLedger;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.domain.weather.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProviderBreakerTest {

    private static final Instant NOON = Instant.parse("2026-02-06T12:00:00Z");
    private static final RetryPolicy RETRY = new RetryPolicy(Duration.ofSeconds(30), Duration.ofMinutes(15), 3);

    private final InMemoryCallLedger ledger = new InMemoryCallLedger();
    private final ProviderBreaker breaker = breaker();

    @Test
    void opensAfterSomeFailuresOnEnd() {
        breaker.failed(failure(Reason.TIMED_OUT), NOON);
        breaker.failed(failure(Reason.UNREACHABLE), NOON);
        assertThat(breaker.admit(NOON)).isEmpty();

        breaker.failed(failure(Reason.PROVIDER_ERROR), NOON);

        assertThat(breaker.view().position()).isEqualTo(Position.OPEN);
        assertThat(breaker.view().probeAt()).contains(NOON.plusSeconds(30));
        assertThat(breaker.admit(NOON.plusSeconds(29))).hasValueSatisfying(refusal -> {
            assertThat(refusal.until()).isEqualTo(NOON.plusSeconds(30));
            assertThat(refusal.why()).isEqualTo("It is left alone until 2026-02-06T12:00:30Z: provider_error");
        });
    }

    @Test
    void aSuccessBetweenStartsTheCountAnew() {
        breaker.failed(failure(Reason.TIMED_OUT), NOON);
        breaker.failed(failure(Reason.TIMED_OUT), NOON);
        breaker.succeeded(NOON);
        breaker.failed(failure(Reason.TIMED_OUT), NOON);
        breaker.failed(failure(Reason.TIMED_OUT), NOON);

        assertThat(breaker.admit(NOON)).isEmpty();
    }

    @Test
    void opensAtOnceForWhatConcernsAllPlaces() {
        for (Reason reason : new Reason[] {Reason.RATE_LIMITED, Reason.UNAUTHORIZED}) {
            ProviderBreaker fresh = breaker();
            fresh.failed(failure(reason), NOON);

            assertThat(fresh.view().position()).as(reason.key()).isEqualTo(Position.OPEN);
        }
    }

    @Test
    void obeysATimeThatTheProviderNames() {
        breaker.failed(failure(Reason.RATE_LIMITED, Duration.ofHours(5)), NOON);

        assertThat(breaker.admit(NOON.plus(Duration.ofHours(5)).minusSeconds(1)))
                .isPresent();
        assertThat(breaker.admit(NOON.plus(Duration.ofHours(5)))).isEmpty();
    }

    @Test
    void letsOneProbePassAndNoOther() {
        openUntil30Seconds();
        Instant then = NOON.plusSeconds(30);

        assertThat(breaker.admit(then)).as("the probe").isEmpty();
        assertThat(breaker.view().position()).isEqualTo(Position.HALF_OPEN);
        assertThat(breaker.admit(then))
                .hasValueSatisfying(refusal -> assertThat(refusal.until()).isEqualTo(then.plusSeconds(1)));

        breaker.succeeded(then);
        assertThat(breaker.admit(then)).isEmpty();
        assertThat(breaker.view().position()).isEqualTo(Position.CLOSED);
    }

    @Test
    void aProbeThatFailsOpensForTwiceAsLongUpToALimit() {
        openUntil30Seconds();
        Instant time = NOON.plusSeconds(30);
        for (long seconds : new long[] {60, 120, 240, 480, 900, 900}) {
            assertThat(breaker.admit(time)).isEmpty();
            breaker.failed(failure(Reason.TIMED_OUT), time);

            assertThat(breaker.view().probeAt()).contains(time.plusSeconds(seconds));
            time = time.plusSeconds(seconds);
        }
    }

    @Test
    void aProbeThatMadeNoCallIsNoProbe() {
        openUntil30Seconds();
        breaker.admit(NOON.plusSeconds(30));

        breaker.untried(NOON.plusSeconds(60));

        assertThat(breaker.admit(NOON.plusSeconds(59))).isPresent();
        assertThat(breaker.admit(NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void failuresOfAsksThatHadPassedBeforeDoNotPutOffTheProbe() {
        openUntil30Seconds();
        breaker.failed(failure(Reason.TIMED_OUT), NOON.plusSeconds(20));
        assertThat(breaker.view().probeAt()).contains(NOON.plusSeconds(30));

        breaker.failed(failure(Reason.RATE_LIMITED, Duration.ofMinutes(5)), NOON.plusSeconds(20));
        assertThat(breaker.view().probeAt()).contains(NOON.plusSeconds(320));
    }

    @Test
    void aNamedTimeOutlivesARestartAndASuccessLiftsIt() {
        breaker.failed(failure(Reason.RATE_LIMITED, Duration.ofHours(5)), NOON);

        ProviderBreaker restarted = breaker();
        assertThat(restarted.admit(NOON.plusSeconds(60)))
                .hasValueSatisfying(refusal -> assertThat(refusal.until()).isEqualTo(NOON.plus(Duration.ofHours(5))));
        Instant later = NOON.plus(Duration.ofHours(5));
        assertThat(restarted.admit(later)).isEmpty();
        restarted.succeeded(later);

        assertThat(breaker(later).view().position()).isEqualTo(Position.CLOSED);
    }

    private void openUntil30Seconds() {
        for (int i = 0; i < RETRY.failuresToPause(); i++) {
            breaker.failed(failure(Reason.TIMED_OUT), NOON);
        }
    }

    private ProviderBreaker breaker() {
        return breaker(NOON);
    }

    private ProviderBreaker breaker(Instant now) {
        return new ProviderBreaker(RETRY, new CallAccount.Book(ledger, new SourceId("alpha")), now);
    }

    private static Failed failure(Reason reason) {
        return new Failed(reason, reason.key(), Optional.empty());
    }

    private static Failed failure(Reason reason, Duration retryAfter) {
        return new Failed(reason, reason.key(), Optional.of(retryAfter));
    }
}
