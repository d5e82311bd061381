package dev.vane.adapters.rest.words;

import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Sky;
import java.util.Locale;
import java.util.regex.Pattern;

/** Says a sky in a language. In English these are the words of {@link Sky#description()}. */
public final class SkyWords {

    private static final Pattern DEGREES = Pattern.compile(" \\| ");

    private SkyWords() {}

    /**
     * The words for a sky, beginning with a capital letter where the language has them; never empty.
     *
     * @param sky the sky
     * @param day whether the sun is up: several languages call a sky without clouds sunny then
     * @param language the language; English is spoken where there are no words in it
     */
    public static String of(Sky sky, boolean day, Locale language) {
        Words words = Words.in(language);
        if (sky.condition() == Condition.UNKNOWN) {
            return words.text(sky.thunder() ? "thunder" : "unknown");
        }
        String plain = condition(words, sky, day);
        boolean saysThunder = sky.condition() == Condition.THUNDERSTORM;
        return sky.thunder() && !saysThunder ? words.text("with_thunder").replace("{0}", plain) : plain;
    }

    private static String condition(Words words, Sky sky, boolean day) {
        String[] degrees = DEGREES.split(words.text(key(sky.condition(), day)), -1);
        return degrees.length == 1
                ? degrees[0]
                : degrees[
                        switch (sky.intensity()) {
                            case NONE, MODERATE -> 0;
                            case LIGHT -> 1;
                            case HEAVY -> 2;
                        }];
    }

    private static String key(Condition condition, boolean day) {
        return switch (condition) {
            case CLEAR, MOSTLY_CLEAR -> day ? condition.key() + ".day" : condition.key();
            case PARTLY_CLOUDY,
                    MOSTLY_CLOUDY,
                    OVERCAST,
                    FOG,
                    HAZE,
                    SMOKE,
                    DUST,
                    DRIZZLE,
                    RAIN,
                    RAIN_SHOWERS,
                    FREEZING_RAIN,
                    SLEET,
                    SLEET_SHOWERS,
                    SNOW,
                    SNOW_SHOWERS,
                    HAIL,
                    THUNDERSTORM,
                    WINDY,
                    TORNADO,
                    HURRICANE,
                    UNKNOWN -> condition.key();
        };
    }
}
