package dev.vane.domain.quality;

import dev.vane.domain.weather.Variable;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * Compares with what the sources agree on. Far from it is excluded; nearer is only suspect, because models agree with each
 * other and are wrong together on clear nights, in valleys and at coasts.
 */
record NeighbourRule() implements Rule {

    private static final double FAR_K = 10;
    private static final double NEAR_K = 5;
    private static final double FAR_HPA = 10;

    @Override
    public void judge(Evidence evidence, Consumer<QualityFlag> found) {
        for (Variable variable : List.of(Variable.TEMPERATURE, Variable.DEW_POINT)) {
            double distance = distance(evidence, variable);
            if (distance > NEAR_K) {
                String detail = sentence(evidence, variable, distance);
                found.accept(new QualityFlag(variable, QualityRule.NEIGHBOURS, distance > FAR_K, detail));
            }
        }
        double distance = distance(evidence, Variable.PRESSURE_MSL);
        if (distance > FAR_HPA) {
            String detail = sentence(evidence, Variable.PRESSURE_MSL, distance)
                    + " It is likely the pressure at the station, not reduced to mean sea level.";
            found.accept(new QualityFlag(Variable.PRESSURE_MSL, QualityRule.NEIGHBOURS, true, detail));
        }
    }

    private static double distance(Evidence evidence, Variable variable) {
        OptionalDouble here = evidence.value(variable);
        OptionalDouble there = evidence.neighbours().get(variable);
        return here.isPresent() && there.isPresent() ? Math.abs(here.getAsDouble() - there.getAsDouble()) : 0;
    }

    private static String sentence(Evidence evidence, Variable variable, double distance) {
        double here = evidence.value(variable).orElseThrow();
        double there = evidence.neighbours().get(variable).orElseThrow();
        return Rule.text(variable, here) + " is " + Rule.number(distance) + " from the " + Rule.text(variable, there)
                + " that the sources agree on.";
    }
}
