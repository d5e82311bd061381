package dev.vane.adapters.sources.openmeteo;

import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The hours of a table as steps. */
final class OpenMeteoHours {

    private static final Duration HOUR = Duration.ofHours(1);

    private OpenMeteoHours() {}

    /** A step for each row of which something is known. */
    static List<ForecastStep> steps(List<Instant> validTimes, OpenMeteoTable<Variable> table) {
        List<ForecastStep> steps = new ArrayList<>();
        for (int i = 0; i < validTimes.size(); i++) {
            Conditions conditions = new Conditions(table.sky(i), table.row(i).build());
            if (!isEmpty(conditions)) {
                Duration period = ofInterval(conditions) ? HOUR : Duration.ZERO;
                steps.add(new ForecastStep(validTimes.get(i), period, conditions));
            }
        }
        return steps;
    }

    /** Tells whether nothing is known. */
    static boolean isEmpty(Conditions conditions) {
        return conditions.values().isEmpty() && conditions.sky().equals(Sky.UNKNOWN);
    }

    /** Tells whether something is known of an interval, not only of an instant. */
    static boolean ofInterval(Conditions conditions) {
        return conditions.values().known().stream().anyMatch(Variable::ofInterval);
    }
}
