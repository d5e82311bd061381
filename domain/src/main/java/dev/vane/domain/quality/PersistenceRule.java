package dev.vane.domain.quality;

import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * Excludes what has not changed at all for longer than the air stays as it is: the sensor is stuck, frozen or cut off.
 *
 * <p>The idea is the check on a minimum required variability of WMO-No. 8 (Volume III, chapter 1), whose hour is for fine
 * instruments that are read each minute. A house's station writes tenths, so that the times here are several hours. What
 * does stay is left alone: air over melting snow at 0 °C, saturated air, calm; and precipitation, cloud, radiation,
 * visibility and snow on the ground are not looked at.
 */
record PersistenceRule() implements Rule {

    /** Fewer equal readings than this say nothing. */
    static final int ENOUGH = 5;

    private static final Duration HALF_OF_WINDOW = Duration.ofHours(4);
    private static final Duration MOST_OF_WINDOW = Duration.ofHours(6);

    private static final Range MELTING = new Range(-0.5, 0.5);
    private static final Range SATURATED = new Range(99, 105);
    private static final Range CALM = new Range(0, 1);
    private static final Range NOTHING = new Range(1, 0); // no number is above the one and below the other

    private static final Map<Variable, Patience> STUCK = Map.of(
            Variable.TEMPERATURE, new Patience(HALF_OF_WINDOW, 0.04, MELTING),
            Variable.DEW_POINT, new Patience(HALF_OF_WINDOW, 0.04, MELTING),
            Variable.RELATIVE_HUMIDITY, new Patience(MOST_OF_WINDOW, 0.4, SATURATED),
            Variable.PRESSURE_MSL, new Patience(MOST_OF_WINDOW, 0.04, NOTHING),
            Variable.WIND_SPEED, new Patience(HALF_OF_WINDOW, 0.04, CALM),
            Variable.WIND_GUST, new Patience(HALF_OF_WINDOW, 0.04, CALM),
            Variable.WIND_DIRECTION, new Patience(MOST_OF_WINDOW, 0.4, NOTHING));

    /**
     * How long a value may stay.
     *
     * @param time for less than this
     * @param resolution what is closer together is equal: below the last digit of a sensor
     * @param natural what may stay for ever
     */
    private record Patience(Duration time, double resolution, Range natural) {}

    @Override
    public void judge(Evidence evidence, Consumer<QualityFlag> found) {
        STUCK.forEach(
                (variable, patience) -> judge(evidence, variable, patience).ifPresent(found));
    }

    private static Optional<QualityFlag> judge(Evidence evidence, Variable variable, Patience patience) {
        OptionalDouble value = evidence.value(variable);
        if (value.isEmpty() || patience.natural().admits(value.getAsDouble())) {
            return Optional.empty();
        }
        Observation reading = evidence.reading();
        Observation since = reading;
        int equal = 1;
        for (Observation earlier : evidence.before().reversed()) {
            OptionalDouble there = earlier.conditions().values().get(variable);
            if (there.isPresent()) {
                boolean same = Math.abs(there.getAsDouble() - value.getAsDouble()) <= patience.resolution();
                if (!same || !turns(variable, earlier)) {
                    break;
                }
                since = earlier;
                equal++;
            }
        }
        Duration stays = Duration.between(since.validTime(), reading.validTime());
        return equal >= ENOUGH && turns(variable, reading) && stays.compareTo(patience.time()) >= 0
                ? Optional.of(flag(variable, value.getAsDouble(), stays, equal))
                : Optional.empty();
    }

    /** A vane turns in wind alone. */
    private static boolean turns(Variable variable, Observation reading) {
        return variable != Variable.WIND_DIRECTION
                || reading.conditions().values().get(Variable.WIND_SPEED).orElse(0) > CALM.maximum();
    }

    private static QualityFlag flag(Variable variable, double value, Duration stays, int equal) {
        String detail = Rule.text(variable, value) + " in " + equal + " readings over " + stays.toHours()
                + " h without any change: the sensor seems to be stuck.";
        return new QualityFlag(variable, QualityRule.PERSISTENCE, true, detail);
    }
}
