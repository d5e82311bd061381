package dev.vane.adapters.sources.metnorway;

import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Sky.Intensity;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * MET Norway's weather symbols (weathericon 2.0). All that fall are put together of intensity, kind, showers and thunder;
 * two of them have an s too many, which is the provider's own and read with and without. Day, night and polar twilight are
 * left to the sun's position.
 */
final class SymbolCode {

    private static final Pattern PART_OF_DAY = Pattern.compile("_(day|night|polartwilight)$");
    private static final Pattern FALLING = Pattern.compile(
            "(?<much>light(?:s(?=s))?|heavy)?(?<kind>rain|sleet|snow)(?<showers>showers)?(?<thunder>andthunder)?");

    private SymbolCode() {}

    /** The sky of a symbol; {@link Sky#UNKNOWN} for one that MET Norway does not document. */
    static Sky sky(String code) {
        String plain = PART_OF_DAY.matcher(code).replaceFirst("");
        return switch (plain) {
            case "clearsky" -> Sky.of(Condition.CLEAR);
            case "fair" -> Sky.of(Condition.MOSTLY_CLEAR);
            case "partlycloudy" -> Sky.of(Condition.PARTLY_CLOUDY);
            case "cloudy" -> Sky.of(Condition.OVERCAST);
            case "fog" -> Sky.of(Condition.FOG);
            default -> falling(FALLING.matcher(plain));
        };
    }

    private static Sky falling(Matcher parts) {
        if (!parts.matches()) {
            return Sky.UNKNOWN;
        }
        boolean showers = parts.group("showers") != null;
        Condition condition = switch (parts.group("kind")) {
            case "rain" -> showers ? Condition.RAIN_SHOWERS : Condition.RAIN;
            case "sleet" -> showers ? Condition.SLEET_SHOWERS : Condition.SLEET;
            default -> showers ? Condition.SNOW_SHOWERS : Condition.SNOW;
        };
        return new Sky(condition, intensity(parts), parts.group("thunder") != null);
    }

    private static Intensity intensity(Matcher parts) {
        String much = parts.group("much");
        if (much == null) {
            return Intensity.MODERATE;
        }
        return much.startsWith("light") ? Intensity.LIGHT : Intensity.HEAVY;
    }
}
