package dev.vane.adapters.rest.openmeteo;

import java.util.Map;

/**
 * The units that a client wants. As with Open-Meteo, {@code precipitation_unit=inch} makes depths of snow and heights
 * imperial too.
 *
 * @param temperature of temperatures
 * @param speed of speeds
 * @param inches whether depths are in inches and lengths in feet
 */
record ClientUnits(Measure temperature, Measure speed, boolean inches) {

    private static final Map<String, Measure> TEMPERATURES =
            Map.of("celsius", Measure.CELSIUS, "fahrenheit", Measure.FAHRENHEIT);
    private static final Map<String, Measure> SPEEDS = Map.of(
            "kmh", Measure.KILOMETRES_PER_HOUR,
            "ms", Measure.METRE_PER_SECOND,
            "mph", Measure.MILES_PER_HOUR,
            "kn", Measure.KNOTS);
    private static final Map<String, Boolean> DEPTHS = Map.of("mm", false, "inch", true);
    private static final Map<String, Boolean> LENGTHS = Map.of("metric", false, "imperial", true);

    static ClientUnits of(Input input) {
        boolean imperial = input.choice("length_unit", "LengthUnit", LENGTHS).orElse(false);
        return new ClientUnits(
                input.choice("temperature_unit", "TemperatureUnit", TEMPERATURES)
                        .orElse(Measure.CELSIUS),
                input.choice("windspeed_unit", "WindspeedUnit", SPEEDS)
                        .or(() -> input.choice("wind_speed_unit", "WindspeedUnit", SPEEDS))
                        .orElse(Measure.KILOMETRES_PER_HOUR),
                input.choice("precipitation_unit", "PrecipitationUnit", DEPTHS).orElse(imperial));
    }

    /** The unit in which the client gets values of a unit. */
    Measure of(Measure given) {
        return switch (given) {
            case CELSIUS -> temperature;
            case METRE_PER_SECOND -> speed;
            case MILLIMETRE, CENTIMETRE -> inches ? Measure.INCH : given;
            case METRE -> inches ? Measure.FEET : given;
            default -> given;
        };
    }
}
