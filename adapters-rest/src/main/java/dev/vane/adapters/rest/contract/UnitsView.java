package dev.vane.adapters.rest.contract;

import dev.vane.domain.units.Dimension;
import dev.vane.domain.units.UnitSystem;
import io.avaje.jsonb.Json;

/**
 * Schema {@code Units}: the symbol of the unit of each dimension.
 *
 * @param system the unit system's key
 * @param temperature symbol
 * @param speed symbol
 * @param direction symbol
 * @param pressure symbol
 * @param precipitation symbol
 * @param snow symbol
 * @param distance symbol
 * @param elevation symbol
 * @param proportion symbol
 * @param irradiance symbol
 * @param duration symbol
 */
@Json
public record UnitsView(
        String system,
        String temperature,
        String speed,
        String direction,
        String pressure,
        String precipitation,
        String snow,
        String distance,
        String elevation,
        String proportion,
        String irradiance,
        String duration) {

    /** The units of a system. */
    public static UnitsView of(UnitSystem system) {
        return new UnitsView(
                system.key(),
                symbol(system, Dimension.TEMPERATURE),
                symbol(system, Dimension.SPEED),
                symbol(system, Dimension.DIRECTION),
                symbol(system, Dimension.PRESSURE),
                symbol(system, Dimension.PRECIPITATION),
                symbol(system, Dimension.SNOW),
                symbol(system, Dimension.DISTANCE),
                symbol(system, Dimension.ELEVATION),
                symbol(system, Dimension.PROPORTION),
                symbol(system, Dimension.IRRADIANCE),
                symbol(system, Dimension.DURATION));
    }

    private static String symbol(UnitSystem system, Dimension dimension) {
        return system.unit(dimension).symbol();
    }
}
