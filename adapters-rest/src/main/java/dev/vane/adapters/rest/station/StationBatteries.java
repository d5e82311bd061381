package dev.vane.adapters.rest.station;

import dev.vane.adapters.rest.exchange.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The states of batteries among the parameters of an upload: whatever has {@code batt} in its name.
 *
 * <p>What a value means depends on the sensor (Ecowitt, <i>Data exchange TCP GW1000, WH2650</i>, section on sensor states,
 * and the table of sensor battery states of the weewx-gw1000 driver): a flag, 1 if the battery is low; a level from 0 to 5, or 6 on mains, low at 1 or
 * below; or volts, low at 1.2 for each cell. A name that is not known counts as a flag if it is 0 or 1, and is passed over
 * otherwise: a battery is no reason to refuse a reading.
 */
final class StationBatteries {

    private static final Pattern BATTERY = Pattern.compile("[A-Za-z0-9_]{0,28}batt[A-Za-z0-9_]{0,8}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}(\\.[0-9]{0,6})?");
    private static final double FLAG = -1;
    private static final double ONE_CELL = 1.2;
    private static final double TWO_CELLS = 2.4;

    private static final List<Kind> KINDS = List.of(
            new Kind(Pattern.compile("wh(24|25|26|31|32|65|69)batt|batt[0-9]{1,2}|lowbatt"), FLAG),
            new Kind(Pattern.compile("(pm25batt|leak_?batt)[0-9]|wh(41|43|45|55|57)batt|co2_batt"), 1),
            new Kind(Pattern.compile("(soil|tf_|leaf_)batt[0-9]{1,2}|wh(40|51|68)batt"), ONE_CELL),
            new Kind(Pattern.compile("w[hs](80|85|90)batt"), TWO_CELLS));

    /**
     * What values of some sensors mean.
     *
     * @param names the names of their parameters
     * @param lowTo up to which value the battery is low, or {@link #FLAG}
     */
    private record Kind(Pattern names, double lowTo) {}

    private StationBatteries() {}

    /** Whether each battery is low, by the name of its parameter. */
    static Map<String, Boolean> of(Parameters parameters) {
        Map<String, Boolean> low = new LinkedHashMap<>();
        for (String name : parameters.names()) {
            if (BATTERY.matcher(name).matches()) {
                state(name, parameters.text(name).orElse("").strip()).ifPresent(state -> low.put(name, state));
            }
        }
        return low;
    }

    private static Optional<Boolean> state(String name, String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        double value = Double.parseDouble(text);
        return KINDS.stream()
                .filter(kind -> kind.names().matcher(name).matches())
                .findFirst()
                .filter(kind -> kind.lowTo() != FLAG)
                .map(kind -> Optional.of(value <= kind.lowTo()))
                .orElseGet(() -> flag(value));
    }

    private static Optional<Boolean> flag(double value) {
        return value == 0 || value == 1 ? Optional.of(value == 1) : Optional.empty();
    }
}
