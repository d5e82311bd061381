package dev.vane.domain.quality;

import dev.vane.domain.derived.Humidity;
import dev.vane.domain.weather.Variable;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * Finds what contradicts another value of the same reading (WMO-No. 8, Volume III, chapter 1, internal consistency). A wind
 * direction without wind is none: vanes keep pointing.
 */
record ConsistencyRule() implements Rule {

    /** Two values rounded to whole degrees can be this far on the wrong side of each other. */
    private static final double DEW_POINT_TOLERANCE = 1;

    /** Two values rounded to whole miles per hour, and then to tenths. */
    private static final double GUST_TOLERANCE = 0.5;

    /** Temperature and dew point rounded to whole degrees make the humidity uncertain by some 7 %. */
    private static final double HUMIDITY_TOLERANCE = 10;

    /** Below freezing some stations compute over ice, others over water, which differs by about this much a degree. */
    private static final double ICE = 1;

    @Override
    public void judge(Evidence evidence, Consumer<QualityFlag> found) {
        OptionalDouble temperature = evidence.value(Variable.TEMPERATURE);
        OptionalDouble dewPoint = evidence.value(Variable.DEW_POINT);
        if (temperature.isPresent() && dewPoint.isPresent()) {
            judge(temperature.getAsDouble(), dewPoint.getAsDouble(), evidence, found);
        }
        OptionalDouble wind = evidence.value(Variable.WIND_SPEED);
        OptionalDouble gust = evidence.value(Variable.WIND_GUST);
        if (wind.isPresent() && gust.isPresent()) {
            judgeWind(wind.getAsDouble(), gust.getAsDouble(), found);
        }
    }

    private static void judge(double temperature, double dewPoint, Evidence evidence, Consumer<QualityFlag> found) {
        if (dewPoint > temperature + DEW_POINT_TOLERANCE) {
            String detail = "A dew point of " + Rule.text(Variable.DEW_POINT, dewPoint)
                    + " is above the temperature of " + Rule.text(Variable.TEMPERATURE, temperature) + ".";
            found.accept(new QualityFlag(Variable.DEW_POINT, QualityRule.CONSISTENCY, true, detail));
            found.accept(new QualityFlag(Variable.TEMPERATURE, QualityRule.CONSISTENCY, false, detail));
            return;
        }
        OptionalDouble humidity = evidence.value(Variable.RELATIVE_HUMIDITY);
        double expected = Humidity.relativeHumidity(temperature, dewPoint);
        double tolerance = HUMIDITY_TOLERANCE + ICE * Math.max(0, -temperature);
        if (humidity.isPresent() && Math.abs(Math.min(100, humidity.getAsDouble()) - expected) > tolerance) {
            String detail = "A humidity of " + Rule.text(Variable.RELATIVE_HUMIDITY, humidity.getAsDouble())
                    + " contradicts the temperature and the dew point, which make "
                    + Rule.text(Variable.RELATIVE_HUMIDITY, expected) + ".";
            found.accept(new QualityFlag(Variable.RELATIVE_HUMIDITY, QualityRule.CONSISTENCY, true, detail));
            found.accept(new QualityFlag(Variable.DEW_POINT, QualityRule.CONSISTENCY, true, detail));
        }
    }

    private static void judgeWind(double wind, double gust, Consumer<QualityFlag> found) {
        if (gust < wind - GUST_TOLERANCE) {
            String detail = "A gust of " + Rule.text(Variable.WIND_GUST, gust) + " is below the mean wind of "
                    + Rule.text(Variable.WIND_SPEED, wind) + ".";
            found.accept(new QualityFlag(Variable.WIND_GUST, QualityRule.CONSISTENCY, true, detail));
            found.accept(new QualityFlag(Variable.WIND_SPEED, QualityRule.CONSISTENCY, false, detail));
        }
    }
}
