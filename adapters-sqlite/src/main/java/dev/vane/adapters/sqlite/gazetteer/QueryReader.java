package dev.vane.adapters.sqlite.gazetteer;

import dev.vane.domain.place.FoldedName;
import dev.vane.domain.place.PlaceQuery;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the ways to read a query. Parts after commas are areas where an area or a country is called so, otherwise more
 * of the name. Without commas, the last words may be an area as well: {@code paris texas}, {@code washington dc}.
 */
final class QueryReader {

    /** The longest name of an area that is looked for without a comma before it, in words. */
    private static final int MAX_AREA_WORDS = 3;

    /** Looks up what is called so. */
    interface AreaLookup {

        /** The tokens of areas and countries of exactly this folded name. */
        Set<String> named(String name) throws SQLException;

        /** The tokens of those whose folded name begins so. */
        Set<String> beginning(String prefix) throws SQLException;
    }

    private final AreaLookup areas;

    QueryReader(AreaLookup areas) {
        this.areas = areas;
    }

    /** The ways to read a query, the most literal first; none if it has no letter and no digit. */
    List<Reading> read(PlaceQuery query) throws SQLException {
        List<FoldedName> parts = Arrays.stream(query.text().split(",", -1))
                .map(FoldedName::of)
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.isEmpty()) {
            return List.of();
        }
        Reading literal = literal(parts);
        List<Reading> readings = new ArrayList<>(List.of(literal));
        for (int taken = 1; taken <= Math.min(MAX_AREA_WORDS, literal.words().size() - 1); taken++) {
            withoutComma(literal, taken).ifPresent(readings::add);
        }
        return readings;
    }

    private Reading literal(List<FoldedName> parts) throws SQLException {
        List<String> words = new ArrayList<>(parts.getFirst().words());
        List<Set<String>> within = new ArrayList<>();
        for (FoldedName part : parts.subList(1, parts.size())) {
            Set<String> tokens = tokens(part.text());
            if (tokens.isEmpty()) {
                words.addAll(part.words());
            } else {
                within.add(tokens);
            }
        }
        return new Reading(words, within, false);
    }

    private Set<String> tokens(String name) throws SQLException {
        Set<String> exact = areas.named(name);
        return exact.isEmpty() ? areas.beginning(name) : exact;
    }

    private Optional<Reading> withoutComma(Reading literal, int taken) throws SQLException {
        List<String> words = literal.words();
        int end = words.size() - taken;
        Set<String> tokens = areas.named(String.join(" ", words.subList(end, words.size())));
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        List<Set<String>> within = new ArrayList<>(literal.areas());
        within.add(tokens);
        return Optional.of(new Reading(words.subList(0, end), within, true));
    }
}
