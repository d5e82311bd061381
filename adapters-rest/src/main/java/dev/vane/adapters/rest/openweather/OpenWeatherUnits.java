package dev.vane.adapters.rest.openweather;

import dev.vane.adapters.rest.contract.Figure;
import dev.vane.domain.units.Unit;
import java.util.Optional;
import java.util.OptionalDouble;

/** The unit systems of the format. Pressures are in hPa, depths of water in mm and visibility in m in each of them. */
enum OpenWeatherUnits {
    /** Kelvin and metres a second. */
    STANDARD(Unit.KELVIN, Unit.METRE_PER_SECOND),
    /** Degrees Celsius and metres a second. */
    METRIC(Unit.CELSIUS, Unit.METRE_PER_SECOND),
    /** Degrees Fahrenheit and miles an hour. */
    IMPERIAL(Unit.FAHRENHEIT, Unit.MILE_PER_HOUR);

    /** The format's visibility ends at ten kilometres. */
    private static final double MOST_VISIBILITY = 10_000;

    private static final int DECIMALS = 2;
    private static final double PERCENT = 100;

    private final Unit temperature;
    private final Unit speed;

    OpenWeatherUnits(Unit temperature, Unit speed) {
        this.temperature = temperature;
        this.speed = speed;
    }

    /** The units of a name; the standard ones if there is no such name. */
    static OpenWeatherUnits of(String name) {
        return switch (name) {
            case "metric" -> METRIC;
            case "imperial" -> IMPERIAL;
            default -> STANDARD;
        };
    }

    Optional<Figure> temperature(OptionalDouble celsius) {
        return figure(celsius, Unit.CELSIUS, temperature);
    }

    Optional<Figure> speed(OptionalDouble metresPerSecond) {
        return figure(metresPerSecond, Unit.METRE_PER_SECOND, speed);
    }

    /** Metres, whole: clients take no others. */
    static Optional<Figure> visibility(OptionalDouble metres) {
        return metres.isEmpty() ? Optional.empty() : rounded(Math.min(MOST_VISIBILITY, metres.getAsDouble()), 0);
    }

    /** A number that is the same in each of the systems. */
    static Optional<Figure> plain(OptionalDouble value, int decimals) {
        return value.isEmpty() ? Optional.empty() : rounded(value.getAsDouble(), decimals);
    }

    /** A share of a whole as a fraction, from percent. */
    static Optional<Figure> fraction(OptionalDouble percent) {
        return percent.isEmpty() ? Optional.empty() : rounded(percent.getAsDouble() / PERCENT, DECIMALS);
    }

    private static Optional<Figure> figure(OptionalDouble value, Unit from, Unit to) {
        return value.isEmpty() ? Optional.empty() : rounded(from.convert(value.getAsDouble(), to), DECIMALS);
    }

    private static Optional<Figure> rounded(double value, int decimals) {
        return Optional.of(Figure.rounded(value, decimals));
    }
}
