package dev.vane.domain.quality;

import dev.vane.domain.weather.Variable;
import java.util.function.Consumer;

/**
 * Excludes what cannot be at the station's latitude.
 *
 * @param ranges what can be
 */
record RangeRule(Ranges ranges) implements Rule {

    @Override
    public void judge(Evidence evidence, Consumer<QualityFlag> found) {
        for (Variable variable : evidence.reading().conditions().values().known()) {
            double value = evidence.value(variable).orElseThrow();
            Range range = ranges.of(variable, evidence.reading());
            if (!range.admits(value)) {
                String detail = Rule.text(variable, value) + " cannot be at this latitude, only "
                        + Rule.number(range.minimum()) + " to " + Rule.text(variable, range.maximum()) + ".";
                found.accept(new QualityFlag(variable, QualityRule.RANGE, true, detail));
            }
        }
    }
}
