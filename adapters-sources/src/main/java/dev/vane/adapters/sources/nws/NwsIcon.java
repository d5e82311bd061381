package dev.vane.adapters.sources.nws;

import static dev.vane.domain.weather.Sky.Intensity.HEAVY;
import static dev.vane.domain.weather.Sky.Intensity.NONE;

import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Sky;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The icons of the US National Weather Service (api.weather.gov/icons): their names stand in their addresses. */
final class NwsIcon {

    private static final Pattern ADDRESS =
            Pattern.compile("[^?]*/icons/[a-z]+/(?:day|night)/(?<names>[^?]+)(?:\\?.*)?");

    private NwsIcon() {}

    /**
     * The sky of an icon's address, such as {@code …/icons/land/night/snow,50/wind_bkn?size=medium}. Of two icons it is
     * the more significant one; a chance beside a name is left alone.
     *
     * @return {@link Sky#UNKNOWN} for an address of another form
     */
    static Sky ofAddress(String address) {
        Matcher icons = ADDRESS.matcher(address);
        if (!icons.matches()) {
            return Sky.UNKNOWN;
        }
        return Sky.mostSignificant(Arrays.stream(icons.group("names").split("/", 3))
                .map(name -> sky(name.replaceFirst(",[0-9]{1,3}$", "")))
                .toList());
    }

    /** The sky of an icon's name; {@link Sky#UNKNOWN} for one that is not documented. */
    static Sky sky(String name) {
        return switch (name) {
            case "skc", "hot", "cold" -> Sky.of(Condition.CLEAR);
            case "few" -> Sky.of(Condition.MOSTLY_CLEAR);
            case "sct" -> Sky.of(Condition.PARTLY_CLOUDY);
            case "bkn" -> Sky.of(Condition.MOSTLY_CLOUDY);
            case "ovc" -> Sky.of(Condition.OVERCAST);
            case "wind_skc", "wind_few", "wind_sct", "wind_bkn", "wind_ovc" -> Sky.of(Condition.WINDY);
            case "fog" -> Sky.of(Condition.FOG);
            case "haze" -> Sky.of(Condition.HAZE);
            case "smoke" -> Sky.of(Condition.SMOKE);
            case "dust" -> Sky.of(Condition.DUST);
            case "tornado" -> Sky.of(Condition.TORNADO);
            case "hurricane", "tropical_storm" -> Sky.of(Condition.HURRICANE);
            default -> falling(name);
        };
    }

    private static Sky falling(String name) {
        return switch (name) {
            case "rain" -> Sky.of(Condition.RAIN);
            case "rain_showers", "rain_showers_hi" -> Sky.of(Condition.RAIN_SHOWERS);
            case "fzra", "rain_fzra", "snow_fzra" -> Sky.of(Condition.FREEZING_RAIN);
            case "sleet", "rain_snow", "rain_sleet", "snow_sleet" -> Sky.of(Condition.SLEET);
            case "snow" -> Sky.of(Condition.SNOW);
            case "blizzard" -> Sky.of(Condition.SNOW, HEAVY);
            case "tsra", "tsra_sct", "tsra_hi" -> new Sky(Condition.THUNDERSTORM, NONE, true);
            default -> Sky.UNKNOWN;
        };
    }
}
