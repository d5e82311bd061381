package dev.vane.adapters.rest.darksky;

import dev.vane.adapters.rest.contract.Figure;
import dev.vane.domain.units.Unit;
import java.util.OptionalDouble;

/**
 * The unit systems of the format. A number that is not known is -999, as Pirate Weather has it: its clients do sums with
 * every number, so that null would break them.
 */
enum DarkSkyUnits {
    /** United States customary units, but for the pressure. */
    US(Unit.FAHRENHEIT, Unit.MILE_PER_HOUR, Unit.MILE, Unit.INCH),
    /** Metric units with metres a second. */
    SI(Unit.CELSIUS, Unit.METRE_PER_SECOND, Unit.KILOMETRE, Unit.MILLIMETRE),
    /** Metric units with kilometres an hour. */
    CA(Unit.CELSIUS, Unit.KILOMETRE_PER_HOUR, Unit.KILOMETRE, Unit.MILLIMETRE),
    /** Metric units with miles. */
    UK(Unit.CELSIUS, Unit.MILE_PER_HOUR, Unit.MILE, Unit.MILLIMETRE);

    /** A number that is not known. */
    static final Figure MISSING = new Figure(-999);

    /** The format's visibility ends at ten miles. */
    private static final double MOST_VISIBILITY = Unit.MILE.convert(10, Unit.METRE);

    private static final int DECIMALS = 2;
    private static final int DECIMALS_OF_WATER = 4;

    private final Unit temperature;
    private final Unit speed;
    private final Unit distance;
    private final Unit intensity;

    DarkSkyUnits(Unit temperature, Unit speed, Unit distance, Unit intensity) {
        this.temperature = temperature;
        this.speed = speed;
        this.distance = distance;
        this.intensity = intensity;
    }

    /**
     * The units of a request: by the first two letters, so that {@code uk2} is {@code uk}; {@code us} if it says none or
     * others.
     *
     * @param text what the request says
     * @param country of the place, for {@code auto}: ISO 3166-1 alpha-2, empty if it is in none
     */
    static DarkSkyUnits of(String text, String country) {
        if (text.equals("auto")) {
            return of(country);
        }
        return switch (text.substring(0, Math.min(2, text.length()))) {
            case "si" -> SI;
            case "ca" -> CA;
            case "uk" -> UK;
            default -> US;
        };
    }

    private static DarkSkyUnits of(String country) {
        return switch (country) {
            case "US", "LR", "MM", "" -> US;
            case "GB", "IE" -> UK;
            case "CA" -> CA;
            default -> SI;
        };
    }

    /** Its name in the format. */
    String key() {
        return switch (this) {
            case US -> "us";
            case SI -> "si";
            case CA -> "ca";
            case UK -> "uk";
        };
    }

    Figure temperature(OptionalDouble celsius) {
        return converted(celsius, Unit.CELSIUS, temperature, DECIMALS);
    }

    Figure speed(OptionalDouble metresPerSecond) {
        return converted(metresPerSecond, Unit.METRE_PER_SECOND, speed, DECIMALS);
    }

    Figure visibility(OptionalDouble metres) {
        OptionalDouble capped =
                metres.isEmpty() ? metres : OptionalDouble.of(Math.min(MOST_VISIBILITY, metres.getAsDouble()));
        return converted(capped, Unit.METRE, distance, DECIMALS);
    }

    /** An intensity, from mm an hour. */
    Figure intensity(OptionalDouble millimetres) {
        return converted(millimetres, Unit.MILLIMETRE, intensity, DECIMALS_OF_WATER);
    }

    /** A depth that gathers, from cm: in centimetres, or inches. */
    Figure accumulation(OptionalDouble centimetres) {
        Unit unit = intensity == Unit.INCH ? Unit.INCH : Unit.CENTIMETRE;
        return converted(centimetres, Unit.CENTIMETRE, unit, DECIMALS_OF_WATER);
    }

    /** A height in whole metres, or feet. */
    Figure elevation(OptionalDouble metres) {
        return converted(metres, Unit.METRE, this == US ? Unit.FOOT : Unit.METRE, 0);
    }

    /** A share of a whole as a fraction, from percent; at most one. */
    static Figure fraction(OptionalDouble percent) {
        return percent.isEmpty() ? MISSING : Figure.rounded(Math.min(1, percent.getAsDouble() / 100), DECIMALS);
    }

    /** A number that has the same unit in each system. */
    static Figure plain(OptionalDouble value, int decimals) {
        return value.isEmpty() ? MISSING : Figure.rounded(value.getAsDouble(), decimals);
    }

    private static Figure converted(OptionalDouble value, Unit from, Unit to, int decimals) {
        return value.isEmpty() ? MISSING : Figure.rounded(from.convert(value.getAsDouble(), to), decimals);
    }
}
