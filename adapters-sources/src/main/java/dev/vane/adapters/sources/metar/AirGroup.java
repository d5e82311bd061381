package dev.vane.adapters.sources.metar;

import dev.vane.domain.units.Unit;
import dev.vane.domain.weather.Variable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads temperature and dew point, {@code T'T'/T'dT'd} in whole °C, and the altimeter setting: {@code Qpppp} in hPa or {@code
 * Apppp} in hundredths of an inch of mercury. The former is rounded down (WMO-No. 306, FM 15, regulation 15.12), so that
 * half a hectopascal more is the middle of what it can mean.
 */
final class AirGroup {

    private static final Pattern TEMPERATURES = Pattern.compile("(?<air>M?[0-9]{2}|//)/(?<dew>M?[0-9]{2}|//)?");
    private static final Pattern ALTIMETER = Pattern.compile("(?<unit>[QA])(?<value>[0-9]{4}|////)");
    private static final double MIDDLE = 0.5;
    private static final double HUNDREDTHS = 100;

    private AirGroup() {}

    /** Takes a group. */
    static boolean read(String group, MetarDraft draft) {
        Matcher temperatures = TEMPERATURES.matcher(group);
        if (temperatures.matches()) {
            boolean air = temperature(Variable.TEMPERATURE, temperatures.group("air"), draft);
            boolean dew = temperature(Variable.DEW_POINT, temperatures.group("dew"), draft);
            return air && dew;
        }
        Matcher altimeter = ALTIMETER.matcher(group);
        return altimeter.matches() && altimeter(altimeter.group("unit"), altimeter.group("value"), draft);
    }

    private static boolean temperature(Variable variable, String digits, MetarDraft draft) {
        return digits == null
                || !Character.isDigit(digits.charAt(digits.length() - 1))
                || draft.set(variable, Double.parseDouble(digits.replace('M', '-')), Unit.CELSIUS);
    }

    private static boolean altimeter(String unit, String digits, MetarDraft draft) {
        if (digits.startsWith("/")) {
            return true;
        }
        double value = Double.parseDouble(digits);
        return unit.equals("Q")
                ? draft.altimeter(value + MIDDLE, Unit.HECTOPASCAL)
                : draft.altimeter(value / HUNDREDTHS, Unit.INCH_OF_MERCURY);
    }
}
