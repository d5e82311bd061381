package dev.vane.domain.weather;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An official warning, in the terms of the Common Alerting Protocol (CAP 1.2, OASIS).
 *
 * @param id the provider's identifier, the same as long as the warning is
 * @param event what is warned of, such as {@code Winter Storm Warning}
 * @param gravity how bad, how soon and how sure
 * @param validity when it holds
 * @param message what people are told
 * @param area where, in words
 * @param sender who warns
 */
public record Alert(
        String id, String event, Gravity gravity, Validity validity, Message message, String area, String sender) {

    /** Checks that nothing is missing and that it can be told from others. */
    public Alert {
        if (id.isBlank() || event.isBlank()) {
            throw new IllegalArgumentException("alert '" + id + "' has no identifier or no event");
        }
        Objects.requireNonNull(gravity, "gravity");
        Objects.requireNonNull(validity, "validity");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(sender, "sender");
    }

    /** Tells whether it has been issued and has not ended; one that begins later is in force already. */
    public boolean inForce(Instant now) {
        return !now.isBefore(validity.sent())
                && validity.ends().map(now::isBefore).orElse(true);
    }

    /**
     * How bad, how soon and how sure.
     *
     * @param severity how bad
     * @param urgency how soon
     * @param certainty how sure
     */
    public record Gravity(Severity severity, Urgency urgency, Certainty certainty) {
        /** Checks that nothing is missing. */
        public Gravity {
            Objects.requireNonNull(severity, "severity");
            Objects.requireNonNull(urgency, "urgency");
            Objects.requireNonNull(certainty, "certainty");
        }
    }

    /**
     * When it holds.
     *
     * @param sent when it was issued
     * @param onset when the event is expected to begin; empty if that is not said
     * @param ends when it ends; empty if that is not said
     */
    public record Validity(Instant sent, Optional<Instant> onset, Optional<Instant> ends) {
        /** Checks that nothing is missing. */
        public Validity {
            Objects.requireNonNull(sent, "sent");
            Objects.requireNonNull(onset, "onset");
            Objects.requireNonNull(ends, "ends");
        }
    }

    /**
     * What people are told.
     *
     * @param headline in a line; empty if there is none
     * @param description what is expected; empty if that is not said
     * @param instruction what to do; empty if that is not said
     */
    public record Message(String headline, String description, String instruction) {
        /** Checks that nothing is missing. */
        public Message {
            Objects.requireNonNull(headline, "headline");
            Objects.requireNonNull(description, "description");
            Objects.requireNonNull(instruction, "instruction");
        }
    }

    /** How bad it is (CAP 1.2, {@code severity}). */
    public enum Severity {
        /** Extraordinary threat to life or property. */
        EXTREME,
        /** Significant threat. */
        SEVERE,
        /** Possible threat. */
        MODERATE,
        /** Minimal to no known threat. */
        MINOR,
        /** Not known. */
        UNKNOWN
    }

    /** How soon one must act (CAP 1.2, {@code urgency}). */
    public enum Urgency {
        /** At once. */
        IMMEDIATE,
        /** Within an hour. */
        EXPECTED,
        /** In the near future. */
        FUTURE,
        /** No more. */
        PAST,
        /** Not known. */
        UNKNOWN
    }

    /** How sure it is (CAP 1.2, {@code certainty}). */
    public enum Certainty {
        /** It has happened or is going on. */
        OBSERVED,
        /** More than an even chance. */
        LIKELY,
        /** At most an even chance. */
        POSSIBLE,
        /** Not expected to happen. */
        UNLIKELY,
        /** Not known. */
        UNKNOWN
    }
}
