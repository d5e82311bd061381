package dev.vane.adapters.sources.station;

import dev.vane.domain.derived.StationElevation;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.util.OptionalDouble;

/**
 * An observation as it would have been at the elevation of a place ({@link StationElevation}): temperature and dew point are
 * moved by the same amount, and a dew point that was above the temperature is cut off at it. Nothing is moved to a place
 * whose elevation is not known. Temperatures derived from these (apparent temperature) and the relative humidity, which
 * would no longer agree with them, are left out where something is moved.
 */
public final class ReducedObservation {

    private ReducedObservation() {}

    /** Moves an observation of a station to a place. */
    public static Observation of(Observation observation, Station station, Place place) {
        if (place.elevation().isEmpty() || place.elevation().getAsInt() == station.elevation()) {
            return observation;
        }
        Values<Variable> measured = observation.conditions().values();
        double here = place.elevation().getAsInt();
        OptionalDouble temperature = moved(measured.get(Variable.TEMPERATURE), station.elevation(), here);
        OptionalDouble dewPoint = moved(measured.get(Variable.DEW_POINT), station.elevation(), here);
        Values.Builder<Variable> values = Values.of(Variable.class);
        set(values, Variable.TEMPERATURE, temperature);
        set(values, Variable.DEW_POINT, cut(dewPoint, temperature));
        measured.known().stream()
                .filter(variable -> !moves(variable))
                .forEach(variable -> values.set(variable, measured.get(variable)));
        Conditions conditions = new Conditions(observation.conditions().sky(), values.build());
        return new Observation(observation.validTime(), observation.period(), conditions, observation.rainCounter());
    }

    private static boolean moves(Variable variable) {
        return switch (variable) {
            case TEMPERATURE, DEW_POINT, APPARENT_TEMPERATURE, RELATIVE_HUMIDITY -> true;
            default -> false;
        };
    }

    private static OptionalDouble moved(OptionalDouble value, double from, double to) {
        return value.isPresent()
                ? OptionalDouble.of(StationElevation.temperature(value.getAsDouble(), from, to))
                : value;
    }

    private static OptionalDouble cut(OptionalDouble dewPoint, OptionalDouble temperature) {
        return dewPoint.isPresent()
                ? OptionalDouble.of(Math.min(dewPoint.getAsDouble(), temperature.orElse(dewPoint.getAsDouble())))
                : dewPoint;
    }

    /** A value that is moved out of the physical range was hardly in it. */
    private static void set(Values.Builder<Variable> values, Variable variable, OptionalDouble value) {
        if (value.isPresent() && variable.admits(value.getAsDouble())) {
            values.set(variable, value);
        }
    }
}
