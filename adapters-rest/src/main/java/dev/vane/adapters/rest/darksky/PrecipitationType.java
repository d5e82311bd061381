package dev.vane.adapters.rest.darksky;

import dev.vane.adapters.rest.outlook.Fall;
import dev.vane.domain.weather.Sky;

/** What falls, in the format's words: {@code rain}, {@code snow}, {@code sleet}, {@code ice} or {@code none}. */
final class PrecipitationType {

    private PrecipitationType() {}

    /**
     * The word: what the sky says, if something falls; else what the amounts say.
     *
     * @param fields2 whether {@code ice}, which the second version added, is understood; else it is sleet
     */
    static String of(Sky sky, Fall fall, boolean fields2) {
        boolean known = fall.water().isPresent();
        if (known && !fall.falls()) {
            return "none";
        }
        return switch (sky.condition()) {
            case DRIZZLE, RAIN, RAIN_SHOWERS -> "rain";
            case SNOW, SNOW_SHOWERS -> "snow";
            case SLEET, SLEET_SHOWERS, HAIL -> "sleet";
            case FREEZING_RAIN -> fields2 ? "ice" : "sleet";
            case CLEAR,
                    MOSTLY_CLEAR,
                    PARTLY_CLOUDY,
                    MOSTLY_CLOUDY,
                    OVERCAST,
                    FOG,
                    HAZE,
                    SMOKE,
                    DUST,
                    THUNDERSTORM,
                    WINDY,
                    TORNADO,
                    HURRICANE,
                    UNKNOWN -> byAmount(fall);
        };
    }

    private static String byAmount(Fall fall) {
        if (!fall.falls()) {
            return "none";
        }
        boolean snow = fall.snow().orElse(0) > 0;
        boolean liquid = fall.liquid().orElse(0) > 0;
        if (snow) {
            return liquid ? "sleet" : "snow";
        }
        return "rain";
    }
}
