package dev.vane.adapters.rest.openmeteo;

import dev.vane.adapters.rest.exchange.Parameters;
import dev.vane.adapters.rest.exchange.RefusedException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A query read as Open-Meteo reads it: a parameter that nobody knows is passed over, an empty one counts as absent, lists are
 * separated by commas. What cannot be read is refused in the words that Open-Meteo has for it, since clients match them.
 *
 * @param parameters the query
 */
record Input(Parameters parameters) {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{0,9}(\\.[0-9]{0,20})?([eE][+-]?[0-9]{1,2})?");
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,9}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,80}");
    private static final int MOST_NAMES = 300;

    Optional<String> text(String key) {
        return parameters.text(key).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The items of a list, none of them empty. */
    List<String> list(String key) {
        List<String> items = new ArrayList<>();
        for (String item : text(key).orElse("").split(",", -1)) {
            if (!item.isBlank()) {
                items.add(item.strip());
            }
        }
        return items;
    }

    /** The names of a list of variables, each once. */
    List<VariableName> variables(String key, String kind) {
        Set<String> names = new LinkedHashSet<>(list(key));
        if (names.size() > MOST_NAMES) {
            throw OpenMeteoErrors.refused("Parameter '" + key + "' has " + names.size() + " variables. Only up to "
                    + MOST_NAMES + " variables can be requested at once");
        }
        for (String name : names) {
            if (!NAME.matcher(name).matches()) {
                throw corrupted("", kind, name);
            }
        }
        return names.stream().map(VariableName::parse).toList();
    }

    List<Double> decimals(String key) {
        return list(key).stream().map(item -> decimal(key, item)).toList();
    }

    /** A number; {@code nan} is one, as Open-Meteo has it. */
    private static double decimal(String key, String text) {
        if (text.toLowerCase(Locale.ROOT).equals("nan")) {
            return Double.NaN;
        }
        if (!DECIMAL.matcher(text).matches() || text.chars().noneMatch(Character::isDigit)) {
            throw required("Float", key);
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw required("Float", key);
        }
    }

    OptionalInt integer(String key) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!INTEGER.matcher(text.get()).matches()) {
            throw required("Int", key);
        }
        return OptionalInt.of(Integer.parseInt(text.get()));
    }

    boolean flag(String key) {
        return text(key)
                .map(text -> switch (text.toLowerCase(Locale.ROOT)) {
                    case "true", "1" -> true;
                    case "false", "0" -> false;
                    default -> throw required("Bool", key);
                })
                .orElse(false);
    }

    /** The choice that a text stands for. */
    <T> Optional<T> choice(String key, String kind, Map<String, T> choices) {
        return text(key)
                .map(text -> Optional.ofNullable(choices.get(text)).orElseThrow(() -> corrupted(key, kind, text)));
    }

    /** A text read by a parser that throws {@link DateTimeException}. */
    <T> Optional<T> time(String key, Function<String, T> parser) {
        return text(key).map(text -> {
            try {
                return parser.apply(text);
            } catch (DateTimeException e) {
                throw OpenMeteoErrors.refused("Invalid date format for parameter '" + key + "'. Given: "
                        + Parameters.shown(text) + ". Make sure to use 'YYYY-MM-DD', with 'Thh:mm' behind for a time");
            }
        });
    }

    private static RefusedException required(String type, String key) {
        return OpenMeteoErrors.refused("Value of type '" + type + "' required for key '" + key + "'.");
    }

    private static RefusedException corrupted(String path, String kind, String text) {
        return OpenMeteoErrors.refused("Data corrupted at path '" + path + "'. Cannot initialize " + kind
                + " from invalid String value " + Parameters.shown(text) + ".");
    }
}
