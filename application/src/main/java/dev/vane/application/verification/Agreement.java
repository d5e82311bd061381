package dev.vane.application.verification;

import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/** Chooses a sky that does not contradict values that were made of several forecasts. */
final class Agreement {

    private static final double FALLS = 0.1;
    private static final double CLEAR_UP_TO = 40;
    private static final double CLOUDY_FROM = 60;

    private Agreement() {}

    /**
     * The first sky that agrees with precipitation and cloud cover; unknown if none does, so that the sky of the preferred
     * source stands.
     *
     * @param runs whose skies, the preferred one first
     */
    static Sky sky(Values<Variable> values, Instant validTime, Collection<Run> runs) {
        List<Sky> skies = runs.stream()
                .flatMap(run -> ForecastAt.step(run, validTime).stream())
                .map(step -> step.conditions().sky())
                .filter(sky -> !sky.equals(Sky.UNKNOWN))
                .toList();
        return skies.stream().filter(sky -> agrees(sky, values)).findFirst().orElse(Sky.UNKNOWN);
    }

    private static boolean agrees(Sky sky, Values<Variable> values) {
        OptionalDouble amount = values.get(Variable.PRECIPITATION);
        OptionalDouble cover = values.get(Variable.CLOUD_COVER);
        boolean wet = sky.condition().precipitates();
        if (amount.isPresent() && wet != amount.getAsDouble() >= FALLS) {
            return false;
        }
        return switch (sky.condition()) {
            case CLEAR, MOSTLY_CLEAR -> cover.isEmpty() || cover.getAsDouble() <= CLOUDY_FROM;
            case OVERCAST, MOSTLY_CLOUDY -> cover.isEmpty() || cover.getAsDouble() >= CLEAR_UP_TO;
            default -> true;
        };
    }
}
