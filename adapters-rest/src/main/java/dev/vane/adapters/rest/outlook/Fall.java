package dev.vane.adapters.rest.outlook;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * What falls in a span of time.
 *
 * @param span how long it is, not negative
 * @param water all of it as liquid water in mm
 * @param rain the liquid part in mm
 * @param snow the depth of the snow in cm
 * @param probability the chance that anything falls in %
 */
public record Fall(
        Duration span, OptionalDouble water, OptionalDouble rain, OptionalDouble snow, OptionalDouble probability) {

    private static final double SECONDS_PER_HOUR = 3600;

    /** Nothing is known. */
    public static final Fall UNKNOWN = new Fall(
            Duration.ZERO,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());

    /** All of it as liquid water, as much an hour, in mm. */
    public OptionalDouble waterPerHour() {
        return perHour(water);
    }

    /** The liquid part, as much an hour, in mm. */
    public OptionalDouble liquidPerHour() {
        return perHour(liquid());
    }

    /** The water of the snow, as much an hour, in mm. */
    public OptionalDouble snowWaterPerHour() {
        return perHour(snowWater());
    }

    /**
     * The liquid part in mm: what is said of it, else what the water of the snow leaves of all, else all of it where nothing
     * is said of snow.
     */
    public OptionalDouble liquid() {
        if (rain.isPresent() || water.isEmpty()) {
            return rain;
        }
        return OptionalDouble.of(Math.max(0, water.getAsDouble() - snow.orElse(0)));
    }

    /**
     * The water of the snow in mm: what the rain leaves of all, else a millimetre for each centimetre, which is about the
     * density of fresh snow.
     */
    public OptionalDouble snowWater() {
        if (snow.isPresent() && snow.getAsDouble() == 0) {
            return snow;
        }
        boolean split = water.isPresent() && rain.isPresent() && snow.isPresent();
        return split ? OptionalDouble.of(Math.max(0, water.getAsDouble() - rain.getAsDouble())) : snow;
    }

    private OptionalDouble perHour(OptionalDouble amount) {
        return amount.isEmpty() || span.isZero()
                ? OptionalDouble.empty()
                : OptionalDouble.of(amount.getAsDouble() * SECONDS_PER_HOUR / span.toSeconds());
    }

    /** Tells whether it is known that something falls. */
    public boolean falls() {
        return water.orElse(0) > 0 || rain.orElse(0) > 0 || snow.orElse(0) > 0;
    }
}
