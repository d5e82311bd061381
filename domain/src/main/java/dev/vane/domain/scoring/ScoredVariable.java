package dev.vane.domain.scoring;

import dev.vane.domain.weather.Variable;
import java.util.Arrays;
import java.util.Optional;

/** A variable whose forecasts are scored, and how. */
public enum ScoredVariable {
    /** Air temperature, °C. */
    TEMPERATURE(Variable.TEMPERATURE, Kind.SCALAR, true),
    /** Dew point, °C. */
    DEW_POINT(Variable.DEW_POINT, Kind.SCALAR, true),
    /** Relative humidity, %; it follows from temperature and dew point. */
    RELATIVE_HUMIDITY(Variable.RELATIVE_HUMIDITY, Kind.SCALAR, false),
    /** Pressure at mean sea level, hPa. */
    PRESSURE_MSL(Variable.PRESSURE_MSL, Kind.SCALAR, true),
    /** Wind speed, m/s. */
    WIND_SPEED(Variable.WIND_SPEED, Kind.SCALAR, true),
    /** Wind gust, m/s. */
    WIND_GUST(Variable.WIND_GUST, Kind.SCALAR, true),
    /** Wind direction, degrees, on a circle. */
    WIND_DIRECTION(Variable.WIND_DIRECTION, Kind.CIRCULAR, false),
    /** Cloud cover, %. */
    CLOUD_COVER(Variable.CLOUD_COVER, Kind.SCALAR, false),
    /** Precipitation over the interval, mm. */
    PRECIPITATION(Variable.PRECIPITATION, Kind.AMOUNT, false),
    /** Probability of at least 0.1 mm in the interval, %; its truth is 0 or 100. */
    PRECIPITATION_PROBABILITY(Variable.PRECIPITATION_PROBABILITY, Kind.PROBABILITY, false);

    /** How errors are counted. */
    public enum Kind {
        /** By difference. */
        SCALAR,
        /** By the shorter way round the circle. */
        CIRCULAR,
        /** By difference, and by whether any falls. */
        AMOUNT,
        /** By the Brier score. */
        PROBABILITY
    }

    private final Variable variable;
    private final Kind kind;
    private final boolean corrected;

    ScoredVariable(Variable variable, Kind kind, boolean corrected) {
        this.variable = variable;
        this.kind = kind;
        this.corrected = corrected;
    }

    /** The scored variable of a variable, or empty if it is not scored. */
    public static Optional<ScoredVariable> of(Variable variable) {
        return Arrays.stream(values())
                .filter(scored -> scored.variable == variable)
                .findFirst();
    }

    /** What is forecast and observed. */
    public Variable variable() {
        return variable;
    }

    /** How errors are counted. */
    public Kind kind() {
        return kind;
    }

    /** Tells whether a source's mean error is taken off its forecasts. */
    public boolean corrected() {
        return corrected;
    }
}
