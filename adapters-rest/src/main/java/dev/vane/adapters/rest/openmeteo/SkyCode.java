package dev.vane.adapters.rest.openmeteo;

import dev.vane.domain.weather.Sky;
import java.util.OptionalDouble;

/**
 * The weather codes that Open-Meteo documents, a part of WMO code table 4677 (WMO-No. 306, volume I.1), as skies are said in
 * them. A sky that the part has no code for gets the nearest that clients know; which those are stands in
 * docs/clients/openmeteo-format.md.
 */
final class SkyCode {

    private static final int FOG = 45;
    private static final int THUNDERSTORM = 95;

    private SkyCode() {}

    /**
     * The code of a sky.
     *
     * @param cloudCover in %, which says what a merely windy sky looks like
     * @return the code, NaN if nothing is known
     */
    static double of(Sky sky, OptionalDouble cloudCover) {
        boolean shower = sky.thunder()
                && switch (sky.condition()) {
                    case HAIL, TORNADO, HURRICANE, THUNDERSTORM -> false;
                    default -> true;
                };
        return shower ? THUNDERSTORM : withoutThunder(sky, cloudCover);
    }

    private static double withoutThunder(Sky sky, OptionalDouble cloudCover) {
        return switch (sky.condition()) {
            case CLEAR -> 0;
            case MOSTLY_CLEAR -> 1;
            case PARTLY_CLOUDY, MOSTLY_CLOUDY -> 2;
            case OVERCAST -> 3;
            case FOG, HAZE, SMOKE, DUST -> FOG;
            case DRIZZLE -> degree(sky, 51, 53, 55);
            case RAIN -> degree(sky, 61, 63, 65);
            case RAIN_SHOWERS -> degree(sky, 80, 81, 82);
            case FREEZING_RAIN -> degree(sky, 66, 67, 67);
            case SLEET, SNOW -> degree(sky, 71, 73, 75);
            case SLEET_SHOWERS, SNOW_SHOWERS -> degree(sky, 85, 86, 86);
            case HAIL -> degree(sky, 96, 96, 99);
            case THUNDERSTORM, TORNADO, HURRICANE -> THUNDERSTORM;
            case WINDY -> byClouds(cloudCover);
            case UNKNOWN -> Double.NaN;
        };
    }

    private static double degree(Sky sky, int light, int moderate, int heavy) {
        return switch (sky.intensity()) {
            case LIGHT -> light;
            case NONE, MODERATE -> moderate;
            case HEAVY -> heavy;
        };
    }

    /** The bounds at which Open-Meteo goes from one code to the next. */
    private static double byClouds(OptionalDouble cover) {
        if (cover.isEmpty()) {
            return Double.NaN;
        }
        double percent = cover.getAsDouble();
        if (percent < 50) {
            return percent < 20 ? 0 : 1;
        }
        return percent < 80 ? 2 : 3;
    }
}
