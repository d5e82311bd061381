package dev.vane.application.weather;

import dev.vane.application.api.InspectSources.Breaker;
import dev.vane.application.api.InspectSources.Breaker.Position;
import dev.vane.application.api.RefreshPolicy.RetryPolicy;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.application.weather.ProviderGate.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Leaves a provider alone that fails for every place, or asks for it: a circuit breaker.
 *
 * <p>It opens after some failures on end, or after one that concerns all places at once: a spent quota, or a refused
 * token. When its time is over, one ask passes to try the provider out (half-open), and the outcome closes the breaker or
 * opens it for twice as long, up to a limit. A time that the provider named counts, and outlives a restart. Safe for use
 * by several threads.
 */
final class ProviderBreaker {

    /** How soon to come again while another ask tries the provider out. */
    private static final Duration PROBING = Duration.ofSeconds(1);

    private final RetryPolicy retry;
    private final CallAccount.Book book;
    private Position position = Position.CLOSED;
    private Instant probeAt = Instant.MIN;
    private int failuresOnEnd;
    private int openings;
    private String because = "";

    ProviderBreaker(RetryPolicy retry, CallAccount.Book book, Instant now) {
        this.retry = retry;
        this.book = book;
        book.pausedUntil().filter(now::isBefore).ifPresent(until -> {
            openings = 1;
            open(until, "it asked for it before the restart");
        });
    }

    /** Lets an ask pass, or says why not. */
    synchronized Optional<Refusal> admit(Instant now) {
        return switch (position) {
            case CLOSED -> Optional.empty();
            case OPEN -> {
                if (now.isBefore(probeAt)) {
                    yield Optional.of(new Refusal(probeAt, sentence()));
                }
                position = Position.HALF_OPEN;
                yield Optional.empty();
            }
            case HALF_OPEN -> Optional.of(new Refusal(now.plus(PROBING), sentence()));
        };
    }

    /** The provider answered. */
    synchronized void succeeded(Instant now) {
        if (openings > 0) {
            book.pause(now);
        }
        position = Position.CLOSED;
        failuresOnEnd = 0;
        openings = 0;
    }

    /** The ask that was let through made no call. */
    synchronized void untried(Instant again) {
        if (position == Position.HALF_OPEN) {
            position = Position.OPEN;
            probeAt = again;
        }
    }

    /** The provider failed. */
    synchronized void failed(Failed failure, Instant now) {
        failuresOnEnd++;
        Optional<Instant> asked = failure.retryAfter().map(now::plus);
        if (position == Position.OPEN) { // an ask that had passed before
            asked.filter(probeAt::isBefore).ifPresent(until -> open(until, failure.detail()));
        } else if (position == Position.HALF_OPEN || failuresOnEnd >= retry.failuresToPause() || concernsAll(failure)) {
            openings++;
            Instant until = now.plus(retry.backOff(openings));
            open(asked.filter(until::isBefore).orElse(until), failure.detail());
            asked.ifPresent(book::pause);
        }
    }

    private static boolean concernsAll(Failed failure) {
        return failure.reason() == Reason.RATE_LIMITED || failure.reason() == Reason.UNAUTHORIZED;
    }

    private void open(Instant until, String why) {
        position = Position.OPEN;
        probeAt = until;
        because = why;
    }

    private String sentence() {
        return "It is left alone until " + probeAt + ": " + because;
    }

    synchronized Optional<String> because() {
        return position == Position.CLOSED ? Optional.empty() : Optional.of(sentence());
    }

    synchronized Breaker view() {
        return new Breaker(position, position == Position.OPEN ? Optional.of(probeAt) : Optional.empty());
    }
}
