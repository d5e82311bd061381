package dev.vane.domain.units;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A choice of one unit for each dimension, as people of a region read weather. */
public enum UnitSystem {
    /** Metric units as most of the world uses them. */
    METRIC,
    /** United States customary units. */
    IMPERIAL,
    /** The SI's own units without prefixes, for programs; depths of rain stay in millimetres (1 mm is 1 kg/m²). */
    SI,
    /** Metric units with miles, as in the United Kingdom. */
    UK;

    /** Its name in URLs and JSON, in lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The unit system of a key, or empty if there is none; keys are exactly as {@link #key()} writes them. */
    public static Optional<UnitSystem> parse(String key) {
        return Arrays.stream(values())
                .filter(system -> system.key().equals(key))
                .findFirst();
    }

    /** The unit in which this system gives a dimension. */
    public Unit unit(Dimension dimension) {
        return switch (dimension) {
            case TEMPERATURE -> choose(Unit.CELSIUS, Unit.FAHRENHEIT, Unit.KELVIN, Unit.CELSIUS);
            case SPEED -> choose(Unit.METRE_PER_SECOND, Unit.MILE_PER_HOUR, Unit.METRE_PER_SECOND, Unit.MILE_PER_HOUR);
            case PRESSURE -> choose(Unit.HECTOPASCAL, Unit.INCH_OF_MERCURY, Unit.PASCAL, Unit.HECTOPASCAL);
            case PRECIPITATION -> choose(Unit.MILLIMETRE, Unit.INCH, Unit.MILLIMETRE, Unit.MILLIMETRE);
            case SNOW -> choose(Unit.CENTIMETRE, Unit.INCH, Unit.METRE, Unit.CENTIMETRE);
            case DISTANCE -> choose(Unit.KILOMETRE, Unit.MILE, Unit.METRE, Unit.MILE);
            case ELEVATION -> choose(Unit.METRE, Unit.FOOT, Unit.METRE, Unit.METRE);
            case DURATION -> choose(Unit.HOUR, Unit.HOUR, Unit.SECOND, Unit.HOUR);
            case DIRECTION -> Unit.DEGREE;
            case PROPORTION -> Unit.PERCENT;
            case IRRADIANCE -> Unit.WATT_PER_SQUARE_METRE;
            case INDEX -> Unit.ONE;
        };
    }

    /** Converts a value from a dimension's canonical unit to this system's unit. */
    public double convert(double value, Dimension dimension) {
        return dimension.canonical().convert(value, unit(dimension));
    }

    private Unit choose(Unit metric, Unit imperial, Unit si, Unit uk) {
        return switch (this) {
            case METRIC -> metric;
            case IMPERIAL -> imperial;
            case SI -> si;
            case UK -> uk;
        };
    }
}
