package dev.vane.adapters.sources.http;

import dev.vane.application.spi.SourceReply.Failed;
import io.helidon.faulttolerance.Retry;
import io.helidon.faulttolerance.RetryTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Makes a call once more after 100 to 400 ms if the first attempt met what may have passed ({@link Attempt#passing}). Calls
 * only read, so that a second one changes nothing. The limits stay what they are: both attempts and the pause between them
 * take at most the total time limit of a call, and the meter is asked before each; where it refuses the second, where the
 * time is up or the thread is asked to stop, the outcome of the first stands.
 */
final class SecondAttempt {

    private static final Duration MIDDLE = Duration.ofMillis(250);
    private static final Duration AROUND = Duration.ofMillis(150);

    /** Tells Helidon's retry, which knows exceptions only, that an outcome may have passed. */
    private static final class Passing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Passing() {
            super("the outcome may have passed", null, false, false);
        }
    }

    /** Makes one attempt. */
    @FunctionalInterface
    interface Attempts {
        /** Asks for a resource within the time that is left. */
        Attempt make(URI resource, Map<String, String> headers, Duration left);
    }

    private final Duration total;
    private final Attempts attempts;
    private final Retry retry;

    /**
     * Makes no attempt yet.
     *
     * @param total the time limit of a call, both attempts together
     */
    SecondAttempt(Duration total, Attempts attempts) {
        this.total = total;
        this.attempts = attempts;
        retry = Retry.builder()
                .retryPolicy(Retry.JitterRetryPolicy.builder()
                        .calls(2)
                        .delay(MIDDLE)
                        .jitter(AROUND)
                        .build())
                .overallTimeout(total)
                .applyOn(Set.of(Passing.class))
                .build();
    }

    /** The pause that is made before a second attempt. */
    Duration pause() {
        return Duration.ofMillis(retry.prototype()
                .retryPolicy()
                .flatMap(policy -> policy.nextDelayMillis(0, 0, 1))
                .orElseThrow());
    }

    /** Makes a call, and perhaps a second one. */
    HttpExchange call(URI resource, Map<String, String> headers, Supplier<Optional<Failed>> leave) {
        Call call = new Call(resource, headers, leave);
        try {
            return retry.invoke(call);
        } catch (Passing | RetryTimeoutException over) {
            return call.outcome.orElseThrow();
        } catch (RuntimeException other) {
            if (!(other.getCause() instanceof InterruptedException)) {
                throw other;
            }
            Thread.currentThread().interrupt(); // during the pause
            return call.outcome.orElseThrow();
        }
    }

    private final class Call implements Supplier<HttpExchange> {
        private final URI resource;
        private final Map<String, String> headers;
        private final Supplier<Optional<Failed>> leave;
        private Optional<HttpExchange> outcome = Optional.empty();
        private long end;

        Call(URI resource, Map<String, String> headers, Supplier<Optional<Failed>> leave) {
            this.resource = resource;
            this.headers = headers;
            this.leave = leave;
        }

        @Override
        public HttpExchange get() {
            Optional<Failed> refused = leave.get();
            if (refused.isPresent()) {
                return outcome.orElseGet(() -> HttpExchange.broken(refused.get()));
            }
            Duration left = left();
            return left.isPositive() ? attempt(left) : outcome.orElseThrow();
        }

        /** All the time for the first attempt, and what is left of it for the second. */
        private Duration left() {
            long now = System.nanoTime();
            if (outcome.isEmpty()) {
                end = now + total.toNanos();
            }
            return Duration.ofNanos(end - now);
        }

        private HttpExchange attempt(Duration left) {
            Attempt attempt = attempts.make(resource, headers, left);
            outcome = Optional.of(attempt.exchange());
            if (attempt.passing()) {
                throw new Passing();
            }
            return attempt.exchange();
        }
    }
}
