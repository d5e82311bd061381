package dev.vane.application.spi;

import dev.vane.domain.weather.SourceReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What came of asking a source. */
public sealed interface SourceReply {

    /**
     * The source answered.
     *
     * @param reports what it said, one report a member; never empty
     * @param dueAt when the provider wants to be asked again at the earliest, as in {@code Expires}; empty if it did not
     *     say, so that the source's own interval counts
     */
    record Answered(List<SourceReport> reports, Optional<Instant> dueAt) implements SourceReply {
        /** Copies the list and checks that something was said. */
        public Answered {
            reports = List.copyOf(reports);
            Objects.requireNonNull(dueAt, "dueAt");
            if (reports.isEmpty()) {
                throw new IllegalArgumentException("an answer without any report");
            }
        }

        /** An answer that is due again after the source's own interval. */
        public Answered(SourceReport report) {
            this(List.of(report), Optional.empty());
        }

        /** An answer of one member. */
        public Answered(SourceReport report, Optional<Instant> dueAt) {
            this(List.of(report), dueAt);
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
        MALFORMED,
        /** Vane's own limit of calls is reached, of all or of those at a time: the provider was not asked. */
        BUDGET_SPENT;

        /** Its name in metrics and logs. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
