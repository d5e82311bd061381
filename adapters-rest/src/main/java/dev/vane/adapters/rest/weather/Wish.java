package dev.vane.adapters.rest.weather;

import dev.vane.adapters.rest.exchange.Parameters;
import dev.vane.adapters.rest.exchange.RefusedException;
import dev.vane.domain.units.UnitSystem;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a client wants the weather.
 *
 * @param units the unit system
 * @param parts what of it
 * @param hours how many hours of the hourly forecast
 * @param days how many days of the daily forecast
 * @param provenance whether to tell of each value where it is from
 * @param language the language of country names
 */
record Wish(UnitSystem units, Set<Part> parts, int hours, int days, boolean provenance, Locale language) {

    private static final int MAX_HOURS = 384;
    private static final int DEFAULT_HOURS = 48;
    private static final int MAX_DAYS = 16;
    private static final int DEFAULT_DAYS = 10;

    /** Parts of the weather. */
    enum Part {
        CURRENT,
        HOURLY,
        DAILY,
        ASTRONOMY;

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Optional<Part> parse(String key) {
            return Arrays.stream(values())
                    .filter(part -> part.key().equals(key))
                    .findFirst();
        }
    }

    /** Reads the wish from parameters. */
    static Wish of(Parameters parameters, Locale language) {
        return new Wish(
                parameters.units(),
                parts(parameters),
                parameters.integer("hours", 1, MAX_HOURS, DEFAULT_HOURS),
                parameters.integer("days", 1, MAX_DAYS, DEFAULT_DAYS),
                provenance(parameters),
                language);
    }

    boolean includes(Part part) {
        return parts.contains(part);
    }

    private static Set<Part> parts(Parameters parameters) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (String key : parameters
                .text("include")
                .orElse("current,hourly,daily,astronomy")
                .split(",", -1)) {
            parts.add(Part.parse(key.strip())
                    .orElseThrow(() -> unknown(
                            "include",
                            key,
                            Arrays.stream(Part.values()).map(Part::key).collect(Collectors.joining(", ")))));
        }
        return parts;
    }

    private static boolean provenance(Parameters parameters) {
        String text = parameters.text("provenance").orElse("sources");
        return switch (text) {
            case "sources" -> false;
            case "full" -> true;
            default -> throw unknown("provenance", text, "sources, full");
        };
    }

    private static RefusedException unknown(String parameter, String text, String known) {
        return RefusedException.invalid(parameter, "has '" + Parameters.shown(text) + "', which is none of " + known);
    }
}
