package dev.vane.adapters.rest.openmeteo;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A variable as a client names it: {@code temperature_2m_max}, {@code wind_speed_850hPa}, {@code soil_moisture_0_to_7cm},
 * {@code rain_previous_day1}. A name is put together by a grammar, which this reads from its end.
 *
 * @param asked the name as the client wrote it, under which it gets its answer
 * @param variable what it is, {@link Catalogue#UNKNOWN} if nobody knows
 * @param aggregation how it is aggregated
 * @param level where it is
 * @param previousDay of the run of how many days ago
 */
record VariableName(String asked, Catalogue.Entry variable, Aggregation aggregation, Level level, int previousDay) {

    private static final Pattern PREVIOUS_DAY = Pattern.compile("(.+)_previous_day([0-9])");
    private static final Pattern ALTITUDE = Pattern.compile("(.+)_([0-9]{1,4})m");
    private static final Pattern PRESSURE = Pattern.compile("(.+)_([0-9]{1,4})hPa");
    private static final Pattern DEPTH = Pattern.compile("(.+?)_([0-9]{1,4})cm");
    private static final Pattern DEPTHS = Pattern.compile("(.+?)_([0-9]{1,4})(?:_to)?_([0-9]{1,4})cm");

    /**
     * Where a variable is, 0 for what does not apply.
     *
     * @param altitude metres above ground
     * @param pressure hPa
     * @param depth centimetres below ground
     * @param depthTo centimetres below ground, where a layer ends
     */
    record Level(int altitude, int pressure, int depth, int depthTo) {

        /** No level in the name. */
        static final Level NONE = new Level(0, 0, 0, 0);
    }

    private record Placed(Catalogue.Entry variable, Level level) {}

    /** Reads a name. Whatever it is, it is one. */
    static VariableName parse(String asked) {
        Matcher earlier = PREVIOUS_DAY.matcher(asked);
        boolean previous = earlier.matches();
        String name = previous ? earlier.group(1) : asked;
        int day = previous ? Integer.parseInt(earlier.group(2)) : 0;
        Optional<Placed> plain = placed(name);
        if (plain.isPresent()) {
            return of(asked, plain.get(), Aggregation.NONE, day);
        }
        return Aggregation.ending(name)
                .flatMap(how -> placed(how.strip(name)).map(found -> of(asked, found, how, day)))
                .orElse(new VariableName(asked, Catalogue.UNKNOWN, Aggregation.NONE, Level.NONE, day));
    }

    private static VariableName of(String asked, Placed placed, Aggregation aggregation, int day) {
        return new VariableName(asked, placed.variable(), aggregation, placed.level(), day);
    }

    private static Optional<Placed> placed(String name) {
        return Catalogue.find(name)
                .map(found -> new Placed(found, Level.NONE))
                .or(() -> levelled(name, ALTITUDE, (from, to) -> new Level(from, 0, 0, 0)))
                .or(() -> levelled(name, PRESSURE, (from, to) -> new Level(0, from, 0, 0)))
                .or(() -> levelled(name, DEPTHS, (from, to) -> new Level(0, 0, from, to)))
                .or(() -> levelled(name, DEPTH, (from, to) -> new Level(0, 0, from, 0)));
    }

    private static Optional<Placed> levelled(String name, Pattern form, BiFunction<Integer, Integer, Level> level) {
        Matcher matcher = form.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int from = Integer.parseInt(matcher.group(2));
        int to = matcher.groupCount() > 2 ? Integer.parseInt(matcher.group(3)) : 0;
        return Catalogue.find(matcher.group(1)).map(found -> new Placed(found, level.apply(from, to)));
    }

    /** The variable that a day's value is aggregated from. */
    VariableName hourly() {
        return new VariableName(asked, variable, Aggregation.NONE, level, previousDay);
    }

    /** The unit of its values before a client's choice of units. */
    Measure unit() {
        boolean radiation = variable.unit() == Measure.WATT_PER_SQUARE_METRE && aggregation == Aggregation.SUM;
        if (radiation) {
            return Measure.MEGAJOULE_PER_SQUARE_METRE;
        }
        boolean spread = variable.unit() == Measure.CELSIUS && aggregation == Aggregation.SPREAD;
        return spread ? Measure.KELVIN : variable.unit();
    }

    /** Tells whether it is a time of day rather than a number. */
    boolean isTime() {
        return variable.unit() == Measure.ISO8601;
    }

    /** Tells whether it is of today's run, one value and no ensemble's spread. */
    boolean plain() {
        return previousDay == 0 && aggregation != Aggregation.SPREAD;
    }
}
