package dev.vane.adapters.rest.station;

import dev.vane.adapters.rest.exchange.Parameters;
import dev.vane.adapters.rest.exchange.RefusedException;
import dev.vane.domain.units.Unit;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.RainCounter;
import dev.vane.domain.weather.RainCounter.Reset;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Decodes one reading of a station from parameters in imperial units, as both the Weather Underground's protocol and
 * Ecowitt's have them.
 *
 * <p>What is not a number is refused. A number that cannot be true on earth is left out and named, because one broken
 * sensor is no reason to lose what the others say. Where there are several parameters for one quantity, the first that says
 * anything counts: a mean wind before a momentary one.
 *
 * <p>A reading has one period, which all its interval values are of. The rain of the past hour takes it; the momentary solar
 * radiation, which would then pass for the mean of an hour, is kept only where there is none, as the mean of one minute.
 * Ecowitt's {@code hourlyrainin} is not read: gateways disagree on whether it is the past hour's or the clock hour's, and
 * the counters say the same without doubt.
 */
final class Readings {

    private static final List<Field> FIELDS = List.of(
            new Field(Variable.TEMPERATURE, Unit.FAHRENHEIT, "tempf"),
            new Field(Variable.DEW_POINT, Unit.FAHRENHEIT, "dewptf"),
            new Field(Variable.RELATIVE_HUMIDITY, Unit.PERCENT, "humidity"),
            new Field(Variable.PRESSURE_MSL, Unit.INCH_OF_MERCURY, "baromin", "baromrelin"),
            new Field(Variable.WIND_SPEED, Unit.MILE_PER_HOUR, "windspdmph_avg2m", "windspeedmph"),
            new Field(Variable.WIND_GUST, Unit.MILE_PER_HOUR, "windgustmph_10m", "windgustmph"),
            new Field(Variable.WIND_DIRECTION, Unit.DEGREE, "winddir_avg2m", "winddir"),
            new Field(Variable.UV_INDEX, Unit.ONE, "UV", "uv"));

    private static final Field HOUR_OF_RAIN = new Field(Variable.PRECIPITATION, Unit.INCH, "rainin");
    private static final Field RADIATION =
            new Field(Variable.SHORTWAVE_RADIATION, Unit.WATT_PER_SQUARE_METRE, "solarradiation");

    /** The longer a counter counts, the fewer rains are lost where it begins anew. */
    private static final List<Counter> COUNTERS = List.of(
            new Counter("totalrainin", Reset.NEVER),
            new Counter("yearlyrainin", Reset.YEARLY),
            new Counter("monthlyrainin", Reset.MONTHLY),
            new Counter("weeklyrainin", Reset.WEEKLY),
            new Counter("dailyrainin", Reset.DAILY),
            // gauges that feel the drops
            new Counter("yrain_piezo", Reset.YEARLY),
            new Counter("mrain_piezo", Reset.MONTHLY),
            new Counter("wrain_piezo", Reset.WEEKLY),
            new Counter("drain_piezo", Reset.DAILY));

    /** Parameters of a quantity, the better one first. */
    private record Field(Variable variable, Unit unit, List<String> names) {
        private Field(Variable variable, Unit unit, String... names) {
            this(variable, unit, List.of(names));
        }
    }

    private record Counter(String name, Reset reset) {}

    /**
     * A reading.
     *
     * @param observation what was measured
     * @param leftOut a sentence for each value that is not taken
     */
    record Decoded(Observation observation, List<String> leftOut) {}

    private final Parameters parameters;
    private final Values.Builder<Variable> values = Values.of(Variable.class);
    private final List<String> leftOut = new ArrayList<>();

    private Readings(Parameters parameters) {
        this.parameters = parameters;
    }

    /**
     * Decodes a reading.
     *
     * @param time when it was made
     * @throws RefusedException if a parameter is not a number, or none says anything
     */
    static Decoded decode(Parameters parameters, Instant time) {
        return new Readings(parameters).decode(time);
    }

    private Decoded decode(Instant time) {
        FIELDS.forEach(this::take);
        Duration period = Duration.ZERO;
        if (take(HOUR_OF_RAIN)) {
            period = Duration.ofHours(1);
        } else if (take(RADIATION)) {
            period = Duration.ofMinutes(1);
        }
        Optional<RainCounter> counter = rainCounter();
        Conditions conditions = new Conditions(Sky.UNKNOWN, values.build());
        if (conditions.values().isEmpty() && counter.isEmpty()) {
            throw RefusedException.invalid("tempf", "is missing, and so is everything else that could be kept");
        }
        return new Decoded(new Observation(time, period, conditions, counter), List.copyOf(leftOut));
    }

    /** Tells whether there is a value that is taken. */
    private boolean take(Field field) {
        for (String name : field.names()) {
            OptionalDouble number = StationNumber.of(parameters, name);
            if (number.isPresent()) {
                return take(field, name, number.getAsDouble());
            }
        }
        return false;
    }

    private boolean take(Field field, String name, double number) {
        Variable variable = field.variable();
        Unit canonical = variable.dimension().canonical();
        double value = field.unit().convert(number, canonical);
        if (!variable.admits(value)) {
            leftOut.add(name + " is left out: it is not between " + variable.minimum() + " and " + variable.maximum()
                    + " " + canonical.symbol());
            return false;
        }
        values.set(variable, value);
        return true;
    }

    private Optional<RainCounter> rainCounter() {
        for (Counter counter : COUNTERS) {
            OptionalDouble inches = StationNumber.of(parameters, counter.name());
            if (inches.isPresent()) {
                double millimetres = Unit.INCH.convert(inches.getAsDouble(), Unit.MILLIMETRE);
                if (millimetres >= 0 && millimetres <= RainCounter.MAX_MILLIMETRES) {
                    return Optional.of(new RainCounter(counter.reset(), millimetres));
                }
                leftOut.add(counter.name() + " is left out: it is not between 0 and " + RainCounter.MAX_MILLIMETRES
                        + " mm");
            }
        }
        return Optional.empty();
    }
}
