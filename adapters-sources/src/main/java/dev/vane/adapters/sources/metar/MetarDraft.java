package dev.vane.adapters.sources.metar;

import dev.vane.domain.units.Unit;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What the groups of a report have said so far; of each thing the first group counts. Not safe for several threads. */
final class MetarDraft {

    private final Values.Builder<Variable> values = Values.of(Variable.class);
    private final List<Sky> weather = new ArrayList<>();
    private final CloudAmount clouds = new CloudAmount();
    private OptionalDouble altimeter = OptionalDouble.empty();
    private boolean precipitating;

    /**
     * Takes a value, unless there is one.
     *
     * @return whether it is within the physical range
     */
    boolean set(Variable variable, double value, Unit unit) {
        double canonical = unit.convert(value, variable.dimension().canonical());
        if (!variable.admits(canonical)) {
            return false;
        }
        if (!values.build().has(variable)) {
            values.set(variable, canonical);
        }
        return true;
    }

    /** Takes a value in place of the one that there may be. */
    boolean replace(Variable variable, double value, Unit unit) {
        double canonical = unit.convert(value, variable.dimension().canonical());
        if (variable.admits(canonical)) {
            values.set(variable, canonical);
            return true;
        }
        return false;
    }

    /** A value that was taken. */
    OptionalDouble get(Variable variable) {
        return values.build().get(variable);
    }

    /** Takes an altimeter setting in hPa, within the range of pressures at mean sea level. */
    boolean altimeter(double value, Unit unit) {
        double hectopascal = unit.convert(value, Unit.HECTOPASCAL);
        if (!Variable.PRESSURE_MSL.admits(hectopascal)) {
            return false;
        }
        if (altimeter.isEmpty()) {
            altimeter = OptionalDouble.of(hectopascal);
        }
        return true;
    }

    /** The altimeter setting in hPa. */
    OptionalDouble altimeter() {
        return altimeter;
    }

    /** Takes a kind of weather; {@link Sky#UNKNOWN} is none. */
    void weather(Sky sky, boolean falls) {
        precipitating |= falls;
        if (!sky.equals(Sky.UNKNOWN)) {
            weather.add(sky);
        }
    }

    /** Tells whether something falls at the time of the report. */
    boolean precipitating() {
        return precipitating;
    }

    /** The clouds. */
    CloudAmount clouds() {
        return clouds;
    }

    /** What was said in all. The sky is that of the weather, or else that of the clouds. */
    Conditions conditions() {
        clouds.percent().ifPresent(percent -> set(Variable.CLOUD_COVER, percent, Unit.PERCENT));
        Sky sky = weather.isEmpty() ? clouds.sky() : mostSignificant();
        return new Conditions(sky, values.build());
    }

    private Sky mostSignificant() {
        Sky sky = Sky.mostSignificant(weather);
        return new Sky(sky.condition(), sky.intensity(), weather.stream().anyMatch(Sky::thunder));
    }
}
