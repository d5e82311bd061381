package dev.vane.adapters.sources.openweather;

import static dev.vane.domain.weather.Sky.Intensity.HEAVY;
import static dev.vane.domain.weather.Sky.Intensity.LIGHT;
import static dev.vane.domain.weather.Sky.Intensity.MODERATE;

import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Sky;

/** OpenWeather's condition ids (openweathermap.org/weather-conditions). */
final class ConditionId {

    private ConditionId() {}

    /** The sky of an id; {@link Sky#UNKNOWN} for one that OpenWeather does not document. */
    static Sky sky(long id) {
        int known = Math.toIntExact(Math.clamp(id, 0, 999));
        return switch (known / 100) {
            case 2 -> thunderstorm(known);
            case 3 -> drizzle(known);
            case 5 -> rain(known);
            case 6 -> snow(known);
            case 7 -> atmosphere(known);
            case 8 -> clouds(known);
            default -> Sky.UNKNOWN;
        };
    }

    private static Sky thunderstorm(int id) {
        return switch (id) {
            case 200, 210, 230 -> new Sky(Condition.THUNDERSTORM, LIGHT, true);
            case 201, 211, 221, 231 -> new Sky(Condition.THUNDERSTORM, MODERATE, true);
            case 202, 212, 232 -> new Sky(Condition.THUNDERSTORM, HEAVY, true);
            default -> Sky.UNKNOWN;
        };
    }

    private static Sky drizzle(int id) {
        return switch (id) {
            case 300, 310 -> Sky.of(Condition.DRIZZLE, LIGHT);
            case 301, 311 -> Sky.of(Condition.DRIZZLE, MODERATE);
            case 302, 312 -> Sky.of(Condition.DRIZZLE, HEAVY);
            case 313 -> Sky.of(Condition.RAIN_SHOWERS, MODERATE);
            case 314 -> Sky.of(Condition.RAIN_SHOWERS, HEAVY);
            case 321 -> Sky.of(Condition.RAIN_SHOWERS, LIGHT);
            default -> Sky.UNKNOWN;
        };
    }

    private static Sky rain(int id) {
        return switch (id) {
            case 500 -> Sky.of(Condition.RAIN, LIGHT);
            case 501 -> Sky.of(Condition.RAIN, MODERATE);
            case 502, 503, 504 -> Sky.of(Condition.RAIN, HEAVY);
            case 511 -> Sky.of(Condition.FREEZING_RAIN, MODERATE);
            case 520 -> Sky.of(Condition.RAIN_SHOWERS, LIGHT);
            case 521, 531 -> Sky.of(Condition.RAIN_SHOWERS, MODERATE);
            case 522 -> Sky.of(Condition.RAIN_SHOWERS, HEAVY);
            default -> Sky.UNKNOWN;
        };
    }

    private static Sky snow(int id) {
        return switch (id) {
            case 600 -> Sky.of(Condition.SNOW, LIGHT);
            case 601 -> Sky.of(Condition.SNOW, MODERATE);
            case 602 -> Sky.of(Condition.SNOW, HEAVY);
            case 611, 616 -> Sky.of(Condition.SLEET, MODERATE);
            case 612 -> Sky.of(Condition.SLEET_SHOWERS, LIGHT);
            case 613 -> Sky.of(Condition.SLEET_SHOWERS, MODERATE);
            case 615 -> Sky.of(Condition.SLEET, LIGHT);
            case 620 -> Sky.of(Condition.SNOW_SHOWERS, LIGHT);
            case 621 -> Sky.of(Condition.SNOW_SHOWERS, MODERATE);
            case 622 -> Sky.of(Condition.SNOW_SHOWERS, HEAVY);
            default -> Sky.UNKNOWN;
        };
    }

    private static Sky atmosphere(int id) {
        return switch (id) {
            case 701 -> Sky.of(Condition.FOG, LIGHT);
            case 711 -> Sky.of(Condition.SMOKE);
            case 721 -> Sky.of(Condition.HAZE);
            case 731, 751, 761, 762 -> Sky.of(Condition.DUST);
            case 741 -> Sky.of(Condition.FOG);
            case 771 -> Sky.of(Condition.WINDY, HEAVY);
            case 781 -> Sky.of(Condition.TORNADO);
            default -> Sky.UNKNOWN;
        };
    }

    private static Sky clouds(int id) {
        return switch (id) {
            case 800 -> Sky.of(Condition.CLEAR);
            case 801 -> Sky.of(Condition.MOSTLY_CLEAR);
            case 802 -> Sky.of(Condition.PARTLY_CLOUDY);
            case 803 -> Sky.of(Condition.MOSTLY_CLOUDY);
            case 804 -> Sky.of(Condition.OVERCAST);
            default -> Sky.UNKNOWN;
        };
    }
}
