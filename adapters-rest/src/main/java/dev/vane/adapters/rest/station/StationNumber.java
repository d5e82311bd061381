package dev.vane.adapters.rest.station;

import dev.vane.adapters.rest.exchange.Parameters;
import dev.vane.adapters.rest.exchange.RefusedException;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/** Numbers as stations write them: plain decimals, and several ways to say that there is none. */
final class StationNumber {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]{1,9}(\\.[0-9]{0,20})?|\\.[0-9]{1,20})");
    private static final Set<String> MISSING = Set.of("", "--", "null");
    private static final double ABSENT = -9999;

    private StationNumber() {}

    /**
     * The number of a parameter.
     *
     * @return empty if the parameter is absent, or says that the station does not know
     * @throws RefusedException if it is something else than a decimal number
     */
    static OptionalDouble of(Parameters parameters, String name) {
        String text = parameters.text(name).orElse("").strip();
        if (MISSING.contains(text.toLowerCase(Locale.ROOT))) {
            return OptionalDouble.empty();
        }
        if (!DECIMAL.matcher(text).matches()) {
            throw RefusedException.invalid(name, "is '" + Parameters.shown(text) + "', not a decimal number");
        }
        double number = Double.parseDouble(text);
        return number == ABSENT ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
