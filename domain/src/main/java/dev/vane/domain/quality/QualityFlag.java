package dev.vane.domain.quality;

import dev.vane.domain.weather.Variable;
import java.util.Objects;

/**
 * What quality control says against a value.
 *
 * @param variable whose value
 * @param rule by which rule
 * @param excluded whether the value is not used; otherwise it is only suspect
 * @param detail what is wrong in one plain sentence, with the value and the limit
 */
public record QualityFlag(Variable variable, QualityRule rule, boolean excluded, String detail) {

    /** Checks that nothing is missing. */
    public QualityFlag {
        Objects.requireNonNull(variable, "variable");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(detail, "detail");
    }
}
