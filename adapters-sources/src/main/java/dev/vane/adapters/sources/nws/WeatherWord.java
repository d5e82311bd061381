package dev.vane.adapters.sources.nws;

import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Sky.Intensity;
import java.util.Locale;

/** The words for weather in the raw grid and in the texts of observations. */
final class WeatherWord {

    private WeatherWord() {}

    /**
     * The sky of a word of the raw grid.
     *
     * @param weather such as {@code rain_showers}
     * @param intensity such as {@code very_light}; empty if there is none
     * @return {@link Sky#UNKNOWN} for a word that says nothing of the sky
     */
    static Sky sky(String weather, String intensity) {
        Intensity degree = intensity(intensity);
        return switch (weather) {
            case "drizzle" -> Sky.of(Condition.DRIZZLE, degree);
            case "rain" -> Sky.of(Condition.RAIN, degree);
            case "rain_showers" -> Sky.of(Condition.RAIN_SHOWERS, degree);
            case "freezing_drizzle", "freezing_rain" -> Sky.of(Condition.FREEZING_RAIN, degree);
            case "sleet", "ice_pellets" -> Sky.of(Condition.SLEET, degree);
            case "snow", "blowing_snow" -> Sky.of(Condition.SNOW, degree);
            case "snow_showers" -> Sky.of(Condition.SNOW_SHOWERS, degree);
            case "hail" -> Sky.of(Condition.HAIL, degree);
            case "thunderstorms" -> new Sky(Condition.THUNDERSTORM, degree, true);
            case "fog", "freezing_fog", "ice_fog" -> Sky.of(Condition.FOG);
            case "haze" -> Sky.of(Condition.HAZE);
            case "smoke" -> Sky.of(Condition.SMOKE);
            case "blowing_dust", "blowing_sand", "volcanic_ash" -> Sky.of(Condition.DUST);
            default -> Sky.UNKNOWN;
        };
    }

    /** The sky of an observation's text such as {@code Light Snow}; {@link Sky#UNKNOWN} for one that is not known. */
    static Sky ofText(String text) {
        String words = text.strip().toLowerCase(Locale.ROOT);
        return switch (words) {
            case "clear", "fair", "sunny" -> Sky.of(Condition.CLEAR);
            case "mostly clear", "mostly sunny", "a few clouds" -> Sky.of(Condition.MOSTLY_CLEAR);
            case "partly cloudy", "partly sunny" -> Sky.of(Condition.PARTLY_CLOUDY);
            case "mostly cloudy" -> Sky.of(Condition.MOSTLY_CLOUDY);
            case "cloudy", "overcast" -> Sky.of(Condition.OVERCAST);
            case "mist", "fog/mist" -> Sky.of(Condition.FOG);
            default -> withDegree(words);
        };
    }

    private static Sky withDegree(String words) {
        int blank = words.indexOf(' ');
        String first = blank < 0 ? "" : words.substring(0, blank);
        return first.equals("light") || first.equals("heavy")
                ? sky(words.substring(blank + 1).replace(' ', '_'), first)
                : sky(words.replace(' ', '_'), "");
    }

    /** The sky under a share of clouds, by the eighths of the terms of the US National Weather Service's glossary. */
    static Sky ofClouds(double percent) {
        if (percent <= 5) {
            return Sky.of(Condition.CLEAR);
        }
        if (percent <= 25) {
            return Sky.of(Condition.MOSTLY_CLEAR);
        }
        if (percent <= 50) {
            return Sky.of(Condition.PARTLY_CLOUDY);
        }
        return Sky.of(percent <= 87 ? Condition.MOSTLY_CLOUDY : Condition.OVERCAST);
    }

    private static Intensity intensity(String word) {
        return switch (word) {
            case "very_light", "light" -> Intensity.LIGHT;
            case "moderate" -> Intensity.MODERATE;
            case "heavy" -> Intensity.HEAVY;
            default -> Intensity.NONE;
        };
    }
}
