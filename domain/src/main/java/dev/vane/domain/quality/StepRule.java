package dev.vane.domain.quality;

import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * Excludes what has changed faster than the air does since the last reading that was no such leap itself.
 *
 * <p>The limit grows with the square root of the time between the two, as the changes of air do, from what may happen at
 * once to what may happen in an hour. Hourly limits are those of the temporal consistency check of the US National Weather
 * Service (Techniques Specification Package 88-21-R2, as MADIS applies it: 35 °F, 15 hPa, 50 %); those at once are above
 * the one-minute limits for suspect values in WMO-No. 8 (Volume III, chapter 1), so that the cold air of a thunderstorm passes. What is
 * more than an hour apart is not compared.
 *
 * <p>A leap that stays is believed in the end: the limit is that of the time since the last good reading, and after an hour
 * there is none.
 *
 * @param ranges what can be: what cannot is nothing to compare with
 */
record StepRule(Ranges ranges) implements Rule {

    /** How far apart readings are compared. */
    static final Duration LONGEST_GAP = Duration.ofHours(1);

    private static final Map<Variable, Limit> LIMITS = new EnumMap<>(Map.of(
            Variable.TEMPERATURE, new Limit(4, 19.5),
            Variable.DEW_POINT, new Limit(4, 19.5),
            Variable.PRESSURE_MSL, new Limit(2, 15),
            Variable.RELATIVE_HUMIDITY, new Limit(20, 50),
            Variable.WIND_SPEED, new Limit(12, 20),
            Variable.WIND_GUST, new Limit(20, 30)));

    private record Limit(double atOnce, double inAnHour) {
        private double after(Duration gap) {
            return atOnce + (inAnHour - atOnce) * Math.sqrt((double) gap.toMillis() / LONGEST_GAP.toMillis());
        }
    }

    @Override
    public void judge(Evidence evidence, Consumer<QualityFlag> found) {
        LIMITS.forEach((variable, limit) -> judge(evidence, variable, limit).ifPresent(found));
    }

    private Optional<QualityFlag> judge(Evidence evidence, Variable variable, Limit limit) {
        OptionalDouble value = evidence.value(variable);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Observation reading = evidence.reading();
        return lastGood(evidence, variable, limit)
                .filter(earlier -> leaps(variable, limit, earlier, reading))
                .map(earlier -> flag(variable, limit, earlier, reading));
    }

    /** The last reading that did not leap away from the one before it, of those that say anything possible. */
    private Optional<Observation> lastGood(Evidence evidence, Variable variable, Limit limit) {
        Observation good = null;
        for (Observation earlier : evidence.before()) {
            OptionalDouble value = earlier.conditions().values().get(variable);
            boolean possible = value.isPresent() && ranges.of(variable, earlier).admits(value.getAsDouble());
            if (possible && (good == null || !leaps(variable, limit, good, earlier))) {
                good = earlier;
            }
        }
        return Optional.ofNullable(good);
    }

    private static boolean leaps(Variable variable, Limit limit, Observation earlier, Observation later) {
        Duration gap = Duration.between(earlier.validTime(), later.validTime());
        return gap.compareTo(LONGEST_GAP) <= 0
                && Math.abs(value(variable, later) - value(variable, earlier)) > limit.after(gap);
    }

    private static QualityFlag flag(Variable variable, Limit limit, Observation earlier, Observation reading) {
        Duration gap = Duration.between(earlier.validTime(), reading.validTime());
        String detail = Rule.text(variable, value(variable, earlier)) + " to "
                + Rule.text(variable, value(variable, reading)) + " in " + Rule.minutes(earlier, reading)
                + " is more than the " + Rule.text(variable, limit.after(gap)) + " that the air changes by.";
        return new QualityFlag(variable, QualityRule.STEP, true, detail);
    }

    private static double value(Variable variable, Observation reading) {
        return reading.conditions().values().get(variable).orElseThrow();
    }
}
