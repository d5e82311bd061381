package dev.vane.adapters.rest.darksky;

import dev.vane.domain.weather.Sky;

/** The names of icons: those of Dark Sky, or the more of them that Pirate Weather has. */
final class Icons {

    private Icons() {}

    /** The name of a sky's icon; {@code none} if the sky is not known. */
    static String of(Sky sky, boolean day, boolean more) {
        if (sky.thunder()) {
            return "thunderstorm";
        }
        return more ? pirate(sky, day) : darkSky(sky, day);
    }

    private static String darkSky(Sky sky, boolean day) {
        return switch (sky.condition()) {
            case CLEAR, MOSTLY_CLEAR -> "clear" + suffix(day);
            case PARTLY_CLOUDY, MOSTLY_CLOUDY -> "partly-cloudy" + suffix(day);
            case OVERCAST -> "cloudy";
            case FOG, HAZE, SMOKE, DUST -> "fog";
            case DRIZZLE, RAIN, RAIN_SHOWERS -> "rain";
            case FREEZING_RAIN, SLEET, SLEET_SHOWERS -> "sleet";
            case SNOW, SNOW_SHOWERS -> "snow";
            case HAIL -> "hail";
            case THUNDERSTORM -> "thunderstorm";
            case WINDY, HURRICANE -> "wind";
            case TORNADO -> "tornado";
            case UNKNOWN -> "none";
        };
    }

    private static String pirate(Sky sky, boolean day) {
        return switch (sky.condition()) {
            case MOSTLY_CLEAR -> "mostly-clear" + suffix(day);
            case MOSTLY_CLOUDY -> "mostly-cloudy" + suffix(day);
            case HAZE -> "haze";
            case SMOKE -> "smoke";
            case DRIZZLE -> "drizzle";
            case RAIN, RAIN_SHOWERS -> degree(sky) + "rain";
            case FREEZING_RAIN, SLEET, SLEET_SHOWERS -> degree(sky) + "sleet";
            case SNOW, SNOW_SHOWERS -> degree(sky) + "snow";
            case HURRICANE -> "dangerous-wind";
            case CLEAR, PARTLY_CLOUDY, OVERCAST, FOG, DUST, HAIL, THUNDERSTORM, WINDY, TORNADO, UNKNOWN ->
                darkSky(sky, day);
        };
    }

    private static String degree(Sky sky) {
        return switch (sky.intensity()) {
            case NONE, MODERATE -> "";
            case LIGHT -> "light-";
            case HEAVY -> "heavy-";
        };
    }

    private static String suffix(boolean day) {
        return day ? "-day" : "-night";
    }
}
