package dev.vane.adapters.sources.openmeteo;

import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Sky.Intensity;
import java.util.List;
import java.util.stream.IntStream;

/** The weather codes that Open-Meteo uses: a part of WMO code table 4677 (WMO-No. 306, volume I.1). */
final class WmoCode {

    /** Made once: a forecast has a sky for each of its hours, and most are alike. */
    private static final List<Sky> SKIES =
            IntStream.rangeClosed(0, 99).mapToObj(WmoCode::made).toList();

    private WmoCode() {}

    /** The sky of a code; {@link Sky#UNKNOWN} for one that Open-Meteo does not document. */
    static Sky sky(long code) {
        return code >= 0 && code < SKIES.size() ? SKIES.get((int) code) : Sky.UNKNOWN;
    }

    private static Sky made(int code) {
        return switch (code) {
            case 0 -> Sky.of(Condition.CLEAR);
            case 1 -> Sky.of(Condition.MOSTLY_CLEAR);
            case 2 -> Sky.of(Condition.PARTLY_CLOUDY);
            case 3 -> Sky.of(Condition.OVERCAST);
            case 45, 48 -> Sky.of(Condition.FOG);
            case 51 -> Sky.of(Condition.DRIZZLE, Intensity.LIGHT);
            case 53 -> Sky.of(Condition.DRIZZLE, Intensity.MODERATE);
            case 55 -> Sky.of(Condition.DRIZZLE, Intensity.HEAVY);
            case 56, 66 -> Sky.of(Condition.FREEZING_RAIN, Intensity.LIGHT);
            case 57, 67 -> Sky.of(Condition.FREEZING_RAIN, Intensity.HEAVY);
            case 61 -> Sky.of(Condition.RAIN, Intensity.LIGHT);
            case 63 -> Sky.of(Condition.RAIN, Intensity.MODERATE);
            case 65 -> Sky.of(Condition.RAIN, Intensity.HEAVY);
            case 71, 77 -> Sky.of(Condition.SNOW, Intensity.LIGHT);
            case 73 -> Sky.of(Condition.SNOW, Intensity.MODERATE);
            case 75 -> Sky.of(Condition.SNOW, Intensity.HEAVY);
            case 80 -> Sky.of(Condition.RAIN_SHOWERS, Intensity.LIGHT);
            case 81 -> Sky.of(Condition.RAIN_SHOWERS, Intensity.MODERATE);
            case 82 -> Sky.of(Condition.RAIN_SHOWERS, Intensity.HEAVY);
            case 85 -> Sky.of(Condition.SNOW_SHOWERS, Intensity.LIGHT);
            case 86 -> Sky.of(Condition.SNOW_SHOWERS, Intensity.HEAVY);
            case 95 -> new Sky(Condition.THUNDERSTORM, Intensity.MODERATE, true);
            case 96 -> new Sky(Condition.HAIL, Intensity.LIGHT, true);
            case 99 -> new Sky(Condition.HAIL, Intensity.HEAVY, true);
            default -> Sky.UNKNOWN;
        };
    }
}
