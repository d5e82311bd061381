package dev.vane.adapters.sources.nws;

import dev.vane.adapters.sources.json.CheckedValues;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.domain.derived.CompassPoint;
import dev.vane.domain.units.Unit;
import dev.vane.domain.weather.Variable;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the wind of a period, which is a text such as {@code 10 mph}, {@code 5 to 10 mph} or {@code 4 km/h}. */
final class WindText {

    private static final Pattern SPEED =
            Pattern.compile("(?<from>[0-9]{1,3})(?: to (?<to>[0-9]{1,3}))? (?<unit>mph|km/h)");

    private WindText() {}

    /** Takes speed and direction. Of a speed from one value to another it takes the middle; no direction is none. */
    static void take(JsonObject period, CheckedValues<Variable> values) {
        period.text("windSpeed").ifPresent(text -> speed(text.strip(), period.path("windSpeed"), values));
        period.text("windDirection")
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> direction(text, period.path("windDirection"), values));
    }

    private static void speed(String text, String path, CheckedValues<Variable> values) {
        if (text.isEmpty()) {
            return;
        }
        if (text.equalsIgnoreCase("calm")) {
            values.set(Variable.WIND_SPEED, OptionalDouble.of(0), Unit.METRE_PER_SECOND, path);
            return;
        }
        Matcher speed = SPEED.matcher(text);
        if (!speed.matches()) {
            throw new JsonFault(path + " is a string that is no speed such as '5 to 10 mph'");
        }
        double from = Double.parseDouble(speed.group("from"));
        double to = speed.group("to") == null ? from : Double.parseDouble(speed.group("to"));
        Unit unit = speed.group("unit").equals("mph") ? Unit.MILE_PER_HOUR : Unit.KILOMETRE_PER_HOUR;
        values.set(Variable.WIND_SPEED, OptionalDouble.of((from + to) / 2), unit, path);
    }

    private static void direction(String text, String path, CheckedValues<Variable> values) {
        for (CompassPoint point : CompassPoint.values()) {
            if (point.name().equals(text)) {
                values.set(Variable.WIND_DIRECTION, OptionalDouble.of(point.direction()), Unit.DEGREE, path);
                return;
            }
        }
        throw new JsonFault(path + " is a string that is no point of the compass");
    }
}
