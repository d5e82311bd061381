package dev.vane.domain.blending;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What is served, and why.
 *
 * @param served the place of the candidate; empty if there is not enough data for any, and the configured order decides
 * @param reason why
 * @param days on how many distinct days candidates were compared
 * @param standings how those that could be ranked did, the best first
 */
public record Decision(OptionalInt served, Reason reason, int days, List<Standing> standings) {

    /** Why something is served. */
    public enum Reason {
        /** No member has enough data. */
        NOT_ENOUGH_DATA("No source has been compared with the truth often enough yet: the configured order decides."),
        /** A combination is ahead, but was not compared on enough days. */
        TOO_FEW_DAYS("A combination is ahead, but on fewer than 14 days: the best source is served as it is."),
        /** A combination is ahead, but may be so by chance. */
        NOT_PROVEN("A combination is ahead, but may be so by chance: the best source is served as it is."),
        /** No combination is better than the best source. */
        RAW_IS_BEST("No combination is better than the best source, which is served as it is."),
        /** A combination is better than the best source, and not by chance. */
        PROVEN("It has proved better than the best source.");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** One plain sentence. */
        public String text() {
            return text;
        }
    }

    /** Copies the list. */
    public Decision {
        Objects.requireNonNull(served, "served");
        Objects.requireNonNull(reason, "reason");
        standings = List.copyOf(standings);
    }
}
