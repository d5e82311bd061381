package dev.vane.application.weather;

import dev.vane.application.api.Origins;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.Derivation;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One source's conditions with their gaps filled: first with what can be computed from them, then from other sources, then
 * with what can be computed from all that. What another source says is left out where it contradicts what is known: a dew
 * point above the temperature, a gust below the wind. Not safe for use by several threads.
 */
final class StepFusion {

    private final Set<Variable> derived = EnumSet.noneOf(Variable.class);
    private final Map<Variable, SourceId> filled = new EnumMap<>(Variable.class);
    private Optional<SourceId> skyFrom = Optional.empty();
    private Conditions conditions;
    private Duration period;

    StepFusion(Conditions said, Duration period) {
        this.period = period;
        conditions = said;
        derive();
    }

    private void derive() {
        Conditions complete = Derivation.complete(conditions);
        for (Variable variable : complete.values().known()) {
            if (!conditions.values().has(variable)) {
                derived.add(variable);
            }
        }
        conditions = complete;
    }

    /** Takes what is missing yet. */
    void fillFrom(SourceId source, Conditions other, Duration otherPeriod) {
        boolean sky = conditions.sky().equals(Sky.UNKNOWN) && !other.sky().equals(Sky.UNKNOWN);
        boolean intervals = otherPeriod.equals(period) || !hasIntervals();
        Values.Builder<Variable> more = Values.of(Variable.class);
        boolean any = false;
        boolean anyInterval = false;
        for (Variable variable : other.values().known()) {
            if (!conditions.values().has(variable)
                    && (intervals || !variable.ofInterval())
                    && agrees(variable, other)) {
                more.set(variable, other.values().get(variable));
                filled.put(variable, source);
                any = true;
                anyInterval |= variable.ofInterval();
            }
        }
        if (sky) {
            skyFrom = Optional.of(source);
        }
        if (any || sky) {
            period = anyInterval ? otherPeriod : period;
            Values<Variable> all = Values.of(Variable.class)
                    .fillFrom(conditions.values())
                    .fillFrom(more.build())
                    .build();
            conditions = new Conditions(sky ? other.sky() : conditions.sky(), all);
            derive();
        }
    }

    private boolean hasIntervals() {
        return conditions.values().known().stream().anyMatch(Variable::ofInterval);
    }

    private boolean agrees(Variable variable, Conditions other) {
        double value = other.values().get(variable).orElseThrow();
        return switch (variable) {
            case DEW_POINT -> value <= known(Variable.TEMPERATURE, value);
            case TEMPERATURE -> value >= known(Variable.DEW_POINT, value);
            case WIND_GUST -> value >= known(Variable.WIND_SPEED, value);
            case WIND_SPEED -> value <= known(Variable.WIND_GUST, value);
            case RAIN -> value <= known(Variable.PRECIPITATION, value);
            case PRECIPITATION -> value >= known(Variable.RAIN, value);
            default -> true;
        };
    }

    private double known(Variable variable, double otherwise) {
        return conditions.values().get(variable).orElse(otherwise);
    }

    /** What is known now; the same object as was said if nothing was missing. */
    Conditions conditions() {
        return conditions;
    }

    /** How far back the interval values reach. */
    Duration period() {
        return period;
    }

    Origins<Variable> origins() {
        return filled.isEmpty() && derived.isEmpty() && skyFrom.isEmpty()
                ? Origins.none()
                : new Origins<>(filled, derived, skyFrom);
    }
}
