package dev.vane.application.spi;

import dev.vane.domain.weather.SourceReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What came of asking a source. */
public sealed interface SourceReply {

    /**
     * The source answered.
     *
     * @param report what it said
     * @param dueAt when the provider wants to be asked again at the earliest, as in {@code Expires}; empty if it did not
     *     say, so that the source's own interval counts
     */
    record Answered(SourceReport report, Optional<Instant> dueAt) implements SourceReply {
        /** Checks that nothing is missing. */
        public Answered {
            Objects.requireNonNull(report, "report");
            Objects.requireNonNull(dueAt, "dueAt");
        }

        /** An answer that is due again after the source's own interval. */
        public Answered(SourceReport report) {
            this(report, Optional.empty());
        }
    }

    /**
     * The source did not answer, or not with anything that can be used.
     *
     * @param reason what kind of failure
     * @param detail what happened in one plain sentence, without secrets and without the provider's markup
     * @param retryAfter how long the provider asked to be left alone; empty if it did not say
     */
    record Failed(Reason reason, String detail, Optional<Duration> retryAfter) implements SourceReply {
        /** Checks that nothing is missing. */
        public Failed {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(detail, "detail");
            Objects.requireNonNull(retryAfter, "retryAfter");
        }
    }

    /** Kinds of failure. */
    enum Reason {
        /** No connection: refused, no route, no such host, TLS. */
        UNREACHABLE,
        /** No complete answer within the time limit. */
        TIMED_OUT,
        /** The provider refused our identity or token. */
        UNAUTHORIZED,
        /** The provider's quota is used up. */
        RATE_LIMITED,
        /** The provider does not cover the place. */
        NOT_COVERED,
        /** The provider called our request wrong. */
        REJECTED,
        /** The provider said that it is broken. */
        PROVIDER_ERROR,
        /** The answer is not what the provider documents. */
        MALFORMED;

        /** Its name in metrics and logs. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
