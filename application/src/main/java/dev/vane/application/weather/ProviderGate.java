package dev.vane.application.weather;

import dev.vane.application.api.CallBudget;
import dev.vane.application.api.InspectSources.Breaker;
import dev.vane.application.api.InspectSources.Quota;
import dev.vane.application.api.RefreshPolicy.RetryPolicy;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.SourceEvents;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.application.spi.Tariff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Stands between Vane and a provider, for all places and all sources of one account: lets an ask through if the provider is
 * not being left alone and the budget allows it, and counts each call before it is made. Safe for use by several threads.
 */
final class ProviderGate implements CallMeter {

    /** Why an ask is made. */
    enum Purpose {
        /** Somebody waits for it, or looks at what it would replace. */
        READER,
        /** Nobody is looking: it may wait. */
        BACKGROUND
    }

    /**
     * An ask that was not let through.
     *
     * @param until when to try again
     * @param why in plain words
     */
    record Refusal(Instant until, String why) {}

    private final Clock clock;
    private final SourceEvents events;
    private final CallAccount account;
    private final ProviderBreaker breaker;

    ProviderGate(Clock clock, SourceEvents events, CallAccount account, ProviderBreaker breaker) {
        this.clock = clock;
        this.events = events;
        this.account = account;
        this.breaker = breaker;
    }

    /** Opens a gate with what the ledger remembers. */
    static ProviderGate of(
            Clock clock, SourceEvents events, CallAccount.Book book, CallBudget budget, RetryPolicy retry) {
        CallAccount account = new CallAccount(book, budget);
        ProviderBreaker breaker = new ProviderBreaker(retry, book, clock.instant());
        return new ProviderGate(clock, events, account, breaker);
    }

    /** Asks to be let through. Whoever is must tell {@link #concluded how it went}. */
    Optional<Refusal> admit(Purpose purpose, Tariff tariff) {
        Instant now = clock.instant();
        Optional<Refusal> spent = account.refusal(purpose, tariff.usualCalls(), now);
        return spent.isPresent() ? spent : breaker.admit(now);
    }

    @Override
    public Optional<Failed> take(int weight) {
        Optional<Failed> refused = account.take(weight, clock.instant());
        if (refused.isEmpty()) {
            events.called(account.id(), weight);
        }
        return refused;
    }

    /** Takes note of what an ask that was let through came to. */
    void concluded(SourceReply reply) {
        Instant now = clock.instant();
        switch (reply) {
            case SourceReply.Answered _ -> breaker.succeeded(now);
            case Failed failed -> concluded(failed, now);
        }
    }

    private void concluded(Failed failed, Instant now) {
        if (failed.reason() == Reason.BUDGET_SPENT) {
            breaker.untried(now.plus(failed.retryAfter().orElse(Duration.ofSeconds(1))));
        } else if (failed.reason() == Reason.NOT_COVERED || failed.reason() == Reason.REJECTED) {
            breaker.succeeded(now); // of this place: the provider is well
        } else {
            breaker.failed(failed, now);
        }
    }

    /** Whether calls pass now. */
    Breaker breaker() {
        return breaker.view();
    }

    /** Why calls do not pass; empty if they do. */
    Optional<String> pausedBecause() {
        return breaker.because();
    }

    /** The limits now, none if there are none. */
    List<Quota> quota() {
        return account.quota(clock.instant());
    }

    /** Why no call may be made now because of the budget; empty if one may. */
    Optional<Refusal> spent(Tariff tariff) {
        return account.refusal(Purpose.READER, tariff.usualCalls(), clock.instant());
    }
}
