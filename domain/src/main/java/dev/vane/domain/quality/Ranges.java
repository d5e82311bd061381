package dev.vane.domain.quality;

import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * What can be measured at a latitude.
 *
 * <p>Temperature, dew point, pressure and UV index are limited by bands of latitude, 23.5°, 45° and 66.5° north and south:
 * the records of the WMO World Weather and Climate Extremes Archive in each band, whatever the hemisphere, with a margin
 * (among them 56.7 °C at 36° N, 49.6 °C at 50° N, 38.0 °C at 67.6° N, -67.8 °C at 67.6° N, -89.2 °C at 78° S, a dew point of
 * 35 °C at 26° N, 870 hPa at 17° N, 1089 hPa at 49° N). Mean wind and humidity are those of the plausible value check of
 * WMO-No. 8 (Volume III, chapter 1), humidity with what hygrometers say beyond saturation; the gust and the rain of an hour
 * are records again (113.2 m/s, 401 mm).
 */
final class Ranges {

    private static final double TROPIC = 23.5;
    private static final double MIDDLE = 45;
    private static final double POLAR_CIRCLE = 66.5;

    private static final double WETTEST_HOUR = 450;

    private final Map<Variable, Range> ranges;

    private Ranges(Map<Variable, Range> ranges) {
        this.ranges = ranges;
    }

    /** What can be measured at a latitude in degrees, from -90 to 90. */
    static Ranges at(double latitude) {
        double distance = Math.abs(latitude);
        EnumMap<Variable, Range> ranges = new EnumMap<>(Variable.class);
        if (distance < TROPIC) {
            put(ranges, new Range(-35, 58), new Range(-65, 37), new Range(865, 1055), 45);
        } else if (distance < MIDDLE) {
            put(ranges, new Range(-62, 59), new Range(-85, 37), new Range(865, 1095), 30);
        } else if (distance < POLAR_CIRCLE) {
            put(ranges, new Range(-75, 52), new Range(-90, 34), new Range(900, 1095), 16);
        } else {
            put(ranges, new Range(-95, 42), new Range(-105, 27), new Range(900, 1095), 12);
        }
        ranges.put(Variable.WIND_SPEED, new Range(0, 75));
        ranges.put(Variable.WIND_GUST, new Range(0, 115));
        ranges.put(Variable.RELATIVE_HUMIDITY, new Range(0, 102));
        return new Ranges(ranges);
    }

    private static void put(
            Map<Variable, Range> ranges, Range temperature, Range dewPoint, Range pressure, double uvIndex) {
        ranges.put(Variable.TEMPERATURE, temperature);
        ranges.put(Variable.DEW_POINT, dewPoint);
        ranges.put(Variable.PRESSURE_MSL, pressure);
        ranges.put(Variable.UV_INDEX, new Range(0, uvIndex));
    }

    /** What a variable of a reading can be. */
    Range of(Variable variable, Observation reading) {
        boolean hourly = reading.period().compareTo(Duration.ofHours(1)) <= 0;
        if (hourly && (variable == Variable.PRECIPITATION || variable == Variable.RAIN)) {
            return new Range(0, WETTEST_HOUR);
        }
        return ranges.getOrDefault(variable, new Range(variable.minimum(), variable.maximum()));
    }
}
