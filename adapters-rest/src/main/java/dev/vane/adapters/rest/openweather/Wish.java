package dev.vane.adapters.rest.openweather;

import dev.vane.adapters.rest.exchange.Parameters;
import dev.vane.adapters.rest.exchange.RefusedException;
import dev.vane.adapters.rest.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a client wants the weather. What a request says beyond this is ignored, as OpenWeather does.
 *
 * @param kind which document
 * @param units the units
 * @param language of the descriptions
 * @param excluded the blocks of a One Call that are not wanted
 * @param count how many blocks of three hours
 */
record Wish(Kind kind, OpenWeatherUnits units, Locale language, Set<String> excluded, int count) {

    private static final List<String> BLOCKS = List.of("current", "minutely", "hourly", "daily", "alerts");
    private static final int BLOCKS_OF_THREE_HOURS = 40;

    /** The documents there are. */
    enum Kind {
        WEATHER,
        FORECAST,
        ONE_CALL
    }

    /** Reads the wish of a query. */
    static Wish of(Kind kind, Parameters parameters) {
        String mode = parameters.text("mode").orElse("");
        if (mode.equals("xml") || mode.equals("html")) {
            throw RefusedException.invalid("mode", "is " + mode + ": there is JSON alone here");
        }
        Set<String> excluded = new TreeSet<>(
                List.of(parameters.text("exclude").orElse("").replace(" ", "").split(",", -1)));
        excluded.retainAll(BLOCKS);
        return new Wish(
                kind,
                OpenWeatherUnits.of(parameters.text("units").orElse("")),
                language(parameters.text("lang").orElse("")),
                Set.copyOf(excluded),
                kind == Kind.FORECAST ? parameters.integer("cnt", 1, BLOCKS_OF_THREE_HOURS, BLOCKS_OF_THREE_HOURS) : 0);
    }

    boolean wants(String block) {
        return !excluded.contains(block);
    }

    /** OpenWeather has codes of its own for some languages; it speaks English where it knows no language. */
    private static Locale language(String text) {
        String code = text.toLowerCase(Locale.ROOT);
        Locale language = switch (code) {
            case "cz" -> Locale.of("cs");
            case "se" -> Locale.of("sv");
            case "sp" -> Locale.of("es");
            case "ua" -> Locale.of("uk");
            default -> code.matches("[a-z]{2}([_-][a-z]{2})?") ? Locale.of(code.substring(0, 2)) : Locale.ENGLISH;
        };
        return Words.known(language).orElse(Locale.ENGLISH);
    }
}
