package dev.vane.adapters.sources.metar;

import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Sky.Intensity;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads present weather, {@code w'w'} of WMO code table 4678: intensity, descriptor, what falls, what obscures, and other
 * phenomena. What is in the vicinity only ({@code VC}) is understood and left, as is precipitation of a kind that the
 * instrument cannot tell ({@code UP}): that something falls is known of it, not what.
 */
final class WeatherGroup {

    private static final Pattern FORM = Pattern.compile("(?<degree>[-+]|VC)?(?<kind>MI|BC|PR|DR|BL|SH|TS|FZ)?"
            + "(?<falls>(?:DZ|RA|SN|SG|IC|PL|GR|GS|UP){0,3})(?<other>(?:BR|FG|FU|VA|DU|SA|HZ|PY|PO|SQ|FC|SS|DS){0,2})");

    private WeatherGroup() {}

    /** Takes a group. */
    static boolean read(String group, MetarDraft draft) {
        if (group.equals("//")) {
            return true;
        }
        Optional<Matcher> weather = Optional.of(FORM.matcher(group)).filter(Matcher::matches);
        if (weather.isEmpty() || saysNothing(weather.get())) {
            return false;
        }
        Matcher said = weather.get();
        if (!"VC".equals(said.group("degree"))) {
            String kind = kind(said);
            String falls = said.group("falls");
            boolean lifted = kind.equals("BL") || kind.equals("DR");
            draft.weather(fallen(kind, falls, degree(said)), !falls.isEmpty() && !lifted);
            draft.weather(other(said.group("other"), "+".equals(said.group("degree"))), false);
        }
        return true;
    }

    private static boolean saysNothing(Matcher said) {
        boolean alone = kind(said).equals("TS") || kind(said).equals("SH");
        return said.group("falls").isEmpty() && said.group("other").isEmpty() && !alone;
    }

    private static String kind(Matcher said) {
        return Optional.ofNullable(said.group("kind")).orElse("");
    }

    private static Intensity degree(Matcher said) {
        return switch (Optional.ofNullable(said.group("degree")).orElse("")) {
            case "-" -> Intensity.LIGHT;
            case "+" -> Intensity.HEAVY;
            default -> Intensity.MODERATE;
        };
    }

    private static Sky fallen(String kind, String falls, Intensity degree) {
        if (kind.equals("DR")) {
            return Sky.UNKNOWN; // below the eyes of an observer
        }
        if (kind.equals("TS")) {
            boolean hail = falls.contains("GR") || falls.contains("GS");
            Intensity strength = falls.isEmpty() ? Intensity.NONE : degree;
            return new Sky(hail ? Condition.HAIL : Condition.THUNDERSTORM, strength, true);
        }
        Condition condition = condition(kind, falls);
        return condition == Condition.UNKNOWN ? Sky.UNKNOWN : Sky.of(condition, degree);
    }

    private static Condition condition(String kind, String falls) {
        boolean liquid = falls.contains("RA") || falls.contains("DZ");
        boolean snow = falls.contains("SN") || falls.contains("SG") || falls.contains("IC");
        boolean showers = kind.equals("SH");
        if (falls.contains("GR") || falls.contains("GS")) {
            return Condition.HAIL;
        }
        if (kind.equals("FZ") && !falls.isEmpty()) {
            return Condition.FREEZING_RAIN;
        }
        if (falls.contains("PL") || (liquid && snow)) {
            return showers ? Condition.SLEET_SHOWERS : Condition.SLEET;
        }
        if (snow) {
            return showers ? Condition.SNOW_SHOWERS : Condition.SNOW;
        }
        if (falls.contains("RA")) {
            return showers ? Condition.RAIN_SHOWERS : Condition.RAIN;
        }
        return liquid ? Condition.DRIZZLE : Condition.UNKNOWN;
    }

    private static Sky other(String phenomena, boolean strong) {
        if (phenomena.contains("FC")) { // without the plus it does not touch the ground
            return strong ? Sky.of(Condition.TORNADO) : Sky.UNKNOWN;
        }
        String first = phenomena.isEmpty() ? "" : phenomena.substring(0, 2);
        return switch (first) {
            case "BR", "FG" -> Sky.of(Condition.FOG);
            case "FU" -> Sky.of(Condition.SMOKE);
            case "HZ" -> Sky.of(Condition.HAZE);
            case "DU", "SA", "VA", "PO" -> Sky.of(Condition.DUST);
            case "SS", "DS" -> Sky.of(Condition.DUST, strong ? Intensity.HEAVY : Intensity.NONE);
            case "SQ" -> Sky.of(Condition.WINDY);
            default -> Sky.UNKNOWN;
        };
    }
}
