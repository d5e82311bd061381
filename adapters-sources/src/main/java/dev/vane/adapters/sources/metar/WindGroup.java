package dev.vane.adapters.sources.metar;

import dev.vane.domain.units.Unit;
import dev.vane.domain.weather.Variable;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the wind: {@code dddff(f)Gff(f)} in knots, m/s or km/h, from true north, and {@code dddVddd}. A wind that varies and
 * a calm have no direction; one that is stronger than can be said ({@code P99}) is not known.
 */
final class WindGroup {

    private static final Pattern FORM = Pattern.compile(
            "(?<from>[0-9]{3}|VRB|///)(?<speed>P?[0-9]{2,3}|//)(?:G(?<gust>P?[0-9]{2,3}|//))?(?<unit>KT|MPS|KMH)");
    private static final Pattern VARIES = Pattern.compile("[0-9]{3}V[0-9]{3}");

    private WindGroup() {}

    /** Takes a group. */
    static boolean read(String group, MetarDraft draft) {
        Matcher wind = FORM.matcher(group);
        if (!wind.matches()) {
            return VARIES.matcher(group).matches();
        }
        Unit unit = unit(wind.group("unit"));
        OptionalDouble speed = number(wind.group("speed"));
        OptionalDouble gust = number(wind.group("gust"));
        OptionalDouble from = direction(wind.group("from"), speed);
        if (from.orElse(0) > 360 || outside(Variable.WIND_SPEED, speed, unit)) {
            return false;
        }
        from.ifPresent(degrees -> draft.set(Variable.WIND_DIRECTION, degrees, Unit.DEGREE));
        speed.ifPresent(value -> draft.set(Variable.WIND_SPEED, value, unit));
        if (gust.orElse(-1) >= speed.orElse(0)) { // less than the mean is no gust
            draft.set(Variable.WIND_GUST, gust.orElseThrow(), unit);
        }
        return true;
    }

    private static boolean outside(Variable variable, OptionalDouble value, Unit unit) {
        return value.isPresent() && !variable.admits(unit.convert(value.getAsDouble(), Unit.METRE_PER_SECOND));
    }

    private static OptionalDouble direction(String from, OptionalDouble speed) {
        boolean none = from.startsWith("V") || from.startsWith("/") || speed.orElse(1) == 0;
        return none ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(from));
    }

    private static OptionalDouble number(String digits) {
        boolean none = digits == null || digits.startsWith("/") || digits.startsWith("P");
        return none ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(digits));
    }

    private static Unit unit(String symbol) {
        return switch (symbol) {
            case "KT" -> Unit.KNOT;
            case "MPS" -> Unit.METRE_PER_SECOND;
            default -> Unit.KILOMETRE_PER_HOUR;
        };
    }
}
