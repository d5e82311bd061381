package dev.vane.application.weather;

import dev.vane.application.api.CallBudget;
import dev.vane.application.api.InspectSources.Quota;
import dev.vane.application.spi.CallLedger;
import dev.vane.application.spi.CallWindow;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.application.weather.ProviderGate.Purpose;
import dev.vane.application.weather.ProviderGate.Refusal;
import dev.vane.domain.weather.SourceId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The calls made of one provider against its budget. A call is counted here and then in the ledger, on disk, before it is
 * made: a process that is killed has counted at least as many calls as it made. A call that cannot be written down is not
 * made. Safe for use by several threads; none waits for another's disk.
 */
final class CallAccount {

    private static final Logger LOG = System.getLogger(CallAccount.class.getName());

    /** How soon to come again where the ledger could not be written. */
    private static final Duration LEDGER_RETRY = Duration.ofSeconds(30);

    /** One account's pages of the ledger. */
    record Book(CallLedger ledger, SourceId account) {

        Optional<Instant> pausedUntil() {
            return Optional.ofNullable(ledger.pauses().get(account));
        }

        /** A pause that cannot be written down costs a call after the next restart, and nothing else. */
        void pause(Instant until) {
            try {
                ledger.pause(account, until);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "cannot note until when " + account + " wants to be left alone", e);
            }
        }
    }

    private static final class Count {
        private Instant start;
        private long calls;

        private Count(Instant start, long calls) {
            this.start = start;
            this.calls = calls;
        }

        /** A window that has begun since starts at zero; a clock that was set back forgets nothing. */
        private void roll(Instant begin) {
            if (begin.isAfter(start)) {
                calls = 0;
            }
            start = begin;
        }
    }

    private final Book book;
    private final CallBudget budget;
    private final Map<CallWindow, Count> counts = new EnumMap<>(CallWindow.class);

    CallAccount(Book book, CallBudget budget) {
        this.book = book;
        this.budget = budget;
        for (CallWindow window : CallWindow.values()) {
            counts.put(window, new Count(Instant.MIN, 0));
        }
        for (CallLedger.Count count : book.ledger().counts()) {
            if (count.account().equals(book.account())) {
                counts.put(count.window(), new Count(count.start(), count.calls()));
            }
        }
    }

    SourceId id() {
        return book.account();
    }

    /** Why an ask of a usual number of calls may not be begun now; empty if it may. */
    synchronized Optional<Refusal> refusal(Purpose purpose, int calls, Instant now) {
        roll(now);
        for (Map.Entry<CallWindow, Integer> limit : budget.limits().entrySet()) {
            CallWindow window = limit.getKey();
            long used = counts.get(window).calls;
            if (used + calls > limit.getValue()) {
                return Optional.of(new Refusal(window.end(now), spent(window, limit.getValue(), now)));
            }
            if (purpose == Purpose.BACKGROUND && used + calls > budget.backgroundLimit(window, now)) {
                return Optional.of(new Refusal(released(window, used + calls, now), saved(window)));
            }
        }
        return Optional.empty();
    }

    /** When the background may have made so many calls in a window; at the latest when the next one begins. */
    private Instant released(CallWindow window, long calls, Instant now) {
        Instant end = window.end(now);
        long early = now.getEpochSecond();
        long late = end.getEpochSecond();
        while (late - early > 1) {
            long middle = early + (late - early) / 2;
            if (budget.backgroundLimit(window, Instant.ofEpochSecond(middle)) >= calls) {
                late = middle;
            } else {
                early = middle;
            }
        }
        return Instant.ofEpochSecond(late);
    }

    /** Counts a call, for good, before it is made; or says why it must not be made. */
    Optional<Failed> take(int weight, Instant now) {
        Optional<Failed> refused = count(weight, now);
        if (refused.isPresent()) {
            return refused;
        }
        try {
            book.ledger().add(id(), weight, now);
            return Optional.empty();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "cannot write down a call of " + id() + ", so it is not made", e);
            uncount(weight);
            String detail = "It was not called, because the call could not be written down; the log says why.";
            return Optional.of(new Failed(Reason.BUDGET_SPENT, detail, Optional.of(LEDGER_RETRY)));
        }
    }

    private synchronized Optional<Failed> count(int weight, Instant now) {
        roll(now);
        for (Map.Entry<CallWindow, Integer> limit : budget.limits().entrySet()) {
            CallWindow window = limit.getKey();
            if (counts.get(window).calls + weight > limit.getValue()) {
                Duration wait = Duration.between(now, window.end(now));
                String detail = spent(window, limit.getValue(), now);
                return Optional.of(new Failed(Reason.BUDGET_SPENT, detail, Optional.of(wait)));
            }
        }
        counts.values().forEach(count -> count.calls += weight);
        return Optional.empty();
    }

    private synchronized void uncount(int weight) {
        counts.values().forEach(count -> count.calls = Math.max(0, count.calls - weight));
    }

    /** The limits and what is used of them. */
    synchronized List<Quota> quota(Instant now) {
        roll(now);
        return budget.limits().entrySet().stream()
                .map(limit -> new Quota(
                        limit.getKey(),
                        limit.getValue(),
                        counts.get(limit.getKey()).calls,
                        limit.getKey().end(now)))
                .toList();
    }

    private void roll(Instant now) {
        counts.forEach((window, count) -> count.roll(window.start(now)));
    }

    private static String spent(CallWindow window, int limit, Instant now) {
        return "The limit of " + limit + " calls per " + window.key() + " is reached; it is asked again from "
                + window.end(now) + " on.";
    }

    private static String saved(CallWindow window) {
        return "What is left of the calls of this " + window.key() + " is kept for readers.";
    }
}
