package dev.vane.adapters.rest.exchange;

import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.place.PlaceQuery;
import dev.vane.domain.units.UnitSystem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The parameters of a request's query. Every method that reads one throws {@link RefusedException} naming it, if it is not
 * as it should be.
 */
public final class Parameters {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,9}(\\.[0-9]{0,20})?");
    private static final Pattern INTEGER = Pattern.compile("[0-9]{1,9}");
    private static final int SHOWN = 40;
    private static final String[] NOTHING = {};
    private static final int MOST = 500;

    private final Map<String, String> values;
    private final Map<String, List<String>> repeated;

    private Parameters(Map<String, String> values) {
        this(values, Map.of());
    }

    private Parameters(Map<String, String> values, Map<String, List<String>> repeated) {
        this.values = values;
        this.repeated = repeated;
    }

    /**
     * Decodes a query.
     *
     * @param rawQuery what stands after the question mark, still encoded
     * @param known the names that the resource knows; another one is refused, because it is most likely misspelt, and
     *     an answer without it would be a wrong one
     * @throws RefusedException if a parameter is unknown, repeated, or not percent-encoded UTF-8
     */
    public static Parameters parse(String rawQuery, Set<String> known) {
        return parse(rawQuery, known, Set.of());
    }

    /**
     * Decodes a query in which some parameters may be repeated; see {@link #parse(String, Set)} and {@link #texts}.
     *
     * @param repeatable which of those that are known
     */
    public static Parameters parse(String rawQuery, Set<String> known, Set<String> repeatable) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, List<String>> repeated = new LinkedHashMap<>();
        for (String pair : rawQuery.split("&", -1)) {
            if (!pair.isEmpty()) {
                String name = knownName(pair, known);
                if (repeatable.contains(name)) {
                    repeated.computeIfAbsent(name, key -> new ArrayList<>()).add(value(pair, name));
                } else {
                    put(name, value(pair, name), values);
                }
            }
        }
        return new Parameters(values, repeated);
    }

    /**
     * Decodes the query and the body of a foreign protocol, which has more names than anybody has written down.
     *
     * @param rawParts each encoded like a query
     * @throws RefusedException if a parameter is repeated, in whatever part, or not percent-encoded UTF-8, or if there are
     *     more than 500
     */
    public static Parameters parseAny(String... rawParts) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : rawParts) {
            for (String pair : part.split("&", -1)) {
                if (!pair.isEmpty()) {
                    String name = decode("query", rawName(pair));
                    put(name, value(pair, name), values);
                }
            }
        }
        return new Parameters(values);
    }

    /**
     * Parses a query of a foreign format, in which parameters may have any names, and one that is given several times is a
     * list: its values are joined by commas.
     *
     * @param raw the query as it was sent
     * @throws RefusedException if an escape is malformed or there are more than 500 parameters
     */
    public static Parameters parseLists(String raw) {
        Map<String, String> values = new LinkedHashMap<>();
        int count = 0;
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                String name = decode("query", rawName(pair));
                values.merge(name, value(pair, name), (before, next) -> before + "," + next);
                count = limited(count + 1);
            }
        }
        return new Parameters(values);
    }

    private static int limited(int count) {
        if (count > MOST) {
            throw new RefusedException(new Refusal.MalformedRequest("There are more than " + MOST + " parameters."));
        }
        return count;
    }

    private static String knownName(String pair, Set<String> known) {
        String name = decode("query", rawName(pair));
        if (!known.contains(name)) {
            throw RefusedException.invalid(shown(name), "is not a parameter here; there are " + list(known));
        }
        return name;
    }

    private static String value(String pair, String name) {
        int equals = pair.indexOf('=');
        return equals < 0 ? "" : decode(shown(name), pair.substring(equals + 1));
    }

    private static void put(String name, String value, Map<String, String> values) {
        if (values.putIfAbsent(name, value) != null) {
            throw RefusedException.invalid(shown(name), "is given more than once");
        }
        limited(values.size());
    }

    private static String rawName(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? pair : pair.substring(0, equals);
    }

    private static String list(Set<String> known) {
        return known.isEmpty() ? "none" : String.join(", ", new TreeSet<>(known));
    }

    private static String decode(String parameter, String raw) {
        try {
            return PercentEncoding.decode(raw);
        } catch (IllegalArgumentException e) {
            throw RefusedException.invalid(parameter, e.getMessage());
        }
    }

    /** The names of the parameters, in their order. */
    public Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** A parameter's text, or empty if it is absent. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The texts of a parameter that may be repeated, in their order; none if it is absent. */
    public List<String> texts(String name) {
        return List.copyOf(repeated.getOrDefault(name, List.of()));
    }

    /** A parameter's text. */
    public String requiredText(String name) {
        return text(name).orElseThrow(() -> RefusedException.invalid(name, "is missing"));
    }

    /** Tells whether a parameter is given, whatever its value. */
    public boolean has(String name) {
        return values.containsKey(name) || repeated.containsKey(name);
    }

    /** A parameter's text as a query for places. */
    public PlaceQuery requiredPlaceQuery(String name) {
        String text = requiredText(name);
        PlaceQuery.fault(text).ifPresent(fault -> {
            throw RefusedException.invalid(name, fault);
        });
        return new PlaceQuery(text);
    }

    /** A text as the id of a place; the name is of the parameter that it is from. */
    public static PlaceId placeId(String name, String text) {
        return PlaceId.parse(text)
                .orElseThrow(() ->
                        RefusedException.invalid(name, "is '" + shown(text) + "', neither a GeoNames id nor a point"));
    }

    /** The unit system that {@code units} asks for; metric if it is absent. */
    public UnitSystem units() {
        return text("units")
                .map(text -> oneOf("units", text, List.of(UnitSystem.values()), UnitSystem::key))
                .orElse(UnitSystem.METRIC);
    }

    /**
     * The choice that a text is the key of.
     *
     * @param name the parameter that it is from
     * @param choices what can be chosen
     * @param key the key of a choice
     */
    public static <T> T oneOf(String name, String text, List<T> choices, Function<T, String> key) {
        return choices.stream()
                .filter(choice -> key.apply(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> RefusedException.invalid(
                        name,
                        "has '" + shown(text) + "', which is none of "
                                + choices.stream().map(key).collect(Collectors.joining(", "))));
    }

    /** The choices that the parts of a parameter's text between commas are the keys of, each once; empty if it is absent. */
    public <T> List<T> severalOf(String name, List<T> choices, Function<T, String> key) {
        List<T> chosen = new ArrayList<>();
        for (String part : text(name).map(text -> text.split(",", -1)).orElse(NOTHING)) {
            T choice = oneOf(name, part.strip(), choices, key);
            if (chosen.contains(choice)) {
                throw RefusedException.invalid(name, "has '" + key.apply(choice) + "' more than once");
            }
            chosen.add(choice);
        }
        return List.copyOf(chosen);
    }

    /** A parameter's whole number, or what it is if it is absent. */
    public int integer(String name, int minimum, int maximum, int absent) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return absent;
        }
        String range = "not a whole number from " + minimum + " to " + maximum;
        if (!INTEGER.matcher(text.get()).matches()) {
            throw RefusedException.invalid(name, "is '" + shown(text.get()) + "', " + range);
        }
        int value = Integer.parseInt(text.get());
        if (value < minimum || value > maximum) {
            throw RefusedException.invalid(name, "is " + value + ", " + range);
        }
        return value;
    }

    /** A parameter's decimal number, or what it is if it is absent. */
    public double decimal(String name, double minimum, double maximum, double absent) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return absent;
        }
        String range = "not a decimal number from " + minimum + " to " + maximum;
        if (!DECIMAL.matcher(text.get()).matches()) {
            throw RefusedException.invalid(name, "is '" + shown(text.get()) + "', " + range);
        }
        double value = Double.parseDouble(text.get());
        if (value < minimum || value > maximum) {
            throw RefusedException.invalid(name, "is " + shown(text.get()) + ", " + range);
        }
        return value + 0.0; // -0.0 becomes 0.0
    }

    /** The point of two parameters that go together, or empty if both are absent. */
    public Optional<Coordinates> coordinates(String latitude, String longitude) {
        if (!has(latitude) && !has(longitude)) {
            return Optional.empty();
        }
        return Optional.of(requiredCoordinates(latitude, longitude));
    }

    /** The point of two parameters. */
    public Coordinates requiredCoordinates(String latitude, String longitude) {
        return new Coordinates(decimal(latitude, 90), decimal(longitude, 180));
    }

    private double decimal(String name, int limit) {
        String text = requiredText(name).strip();
        String range = "not a decimal number from -" + limit + " to " + limit;
        if (!DECIMAL.matcher(text).matches()) {
            throw RefusedException.invalid(name, "is '" + shown(text) + "', " + range);
        }
        double value = Double.parseDouble(text);
        if (Math.abs(value) > limit) {
            throw RefusedException.invalid(name, "is " + shown(text) + ", " + range);
        }
        return value;
    }

    /** A text from outside as it may stand in a message: short and without control characters. */
    public static String shown(String text) {
        String start = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return start.replaceAll("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}]", "\uFFFD");
    }
}
