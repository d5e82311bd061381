package dev.vane.adapters.rest.darksky;

import dev.vane.adapters.rest.exchange.Parameters;
import dev.vane.adapters.rest.exchange.RefusedException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a client wants the forecast. What a request says beyond this is ignored, as Pirate Weather does.
 *
 * @param units the units as the request names them; they are chosen by the country of the place if it says {@code auto}
 * @param blocks what is wanted of it
 * @param hours how many hours
 * @param fields2 whether the members that Pirate Weather added are wanted
 * @param moreIcons whether Pirate Weather's icons are wanted
 * @param language of the summaries
 */
record Wish(String units, Set<Block> blocks, int hours, boolean fields2, boolean moreIcons, Locale language) {

    private static final int HOURS = 48;
    private static final int EXTENDED_HOURS = 168;
    private static final String AUTO = "auto";

    /** The languages that Pirate Weather says summaries in. */
    private static final Set<String> LANGUAGES = Set.of(
            "ar",
            "az",
            "be",
            "bg",
            "bn",
            "bs",
            "ca",
            "cs",
            "cy",
            "da",
            "de",
            "el",
            "en",
            "eo",
            "es",
            "et",
            "fa",
            "fi",
            "fr",
            "ga",
            "gd",
            "he",
            "hi",
            "hr",
            "hu",
            "id",
            "is",
            "it",
            "ja",
            "ka",
            "kn",
            "ko",
            "kw",
            "lv",
            "ml",
            "mr",
            "nb",
            "nl",
            "no",
            "pa",
            "pl",
            "pt",
            "ro",
            "ru",
            "sk",
            "sl",
            "sr",
            "sv",
            "ta",
            "te",
            "tet",
            "tr",
            "uk",
            "ur",
            "vi",
            "x-pig-latin",
            "zh",
            "zh-tw");

    /** Parts of a forecast. */
    enum Block {
        CURRENTLY,
        HOURLY,
        DAY_NIGHT,
        DAILY,
        ALERTS,
        FLAGS;

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads the wish of a query. */
    static Wish of(Parameters parameters) {
        return new Wish(
                units(parameters.text("units").orElse("")),
                blocks(list(parameters, "exclude"), list(parameters, "include")),
                parameters.text("extend").filter("hourly"::equals).isPresent() ? EXTENDED_HOURS : HOURS,
                parameters.text("version").filter(Wish::aboveOne).isPresent(),
                parameters.text("icon").filter("pirate"::equals).isPresent(),
                language(parameters.text("lang").orElse("")));
    }

    boolean wants(Block block) {
        return blocks.contains(block);
    }

    /** The units for a place in a country. */
    DarkSkyUnits unitsIn(String country) {
        return DarkSkyUnits.of(units, country);
    }

    /** One of few names, whatever the request says: wishes are remembered. */
    private static String units(String text) {
        return text.equals(AUTO) ? AUTO : DarkSkyUnits.of(text, "").key();
    }

    private static List<String> list(Parameters parameters, String name) {
        return Arrays.stream(parameters.text(name).orElse("").split(",", -1))
                .map(String::strip)
                .toList();
    }

    private static Set<Block> blocks(List<String> excluded, List<String> included) {
        Set<Block> blocks = EnumSet.allOf(Block.class);
        blocks.removeIf(block -> excluded.contains(block.key()));
        if (!included.contains("day_night_forecast")) {
            blocks.remove(Block.DAY_NIGHT);
        }
        return blocks;
    }

    private static boolean aboveOne(String version) {
        return version.matches("[0-9]{1,4}(\\.[0-9]{0,9})?") && Double.parseDouble(version) > 1;
    }

    private static Locale language(String text) {
        if (text.isEmpty()) {
            return Locale.ENGLISH;
        }
        if (!LANGUAGES.contains(text)) {
            throw RefusedException.invalid(
                    "lang", "is '" + Parameters.shown(text) + "', not a language of this format such as en or de");
        }
        return text.startsWith("x-") ? Locale.ENGLISH : Locale.of(text.substring(0, text.startsWith("tet") ? 3 : 2));
    }
}
