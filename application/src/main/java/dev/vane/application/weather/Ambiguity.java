package dev.vane.application.weather;

import dev.vane.domain.place.Place;
import java.util.List;

/** Decides whether what a person typed names one place: towns of one name are told apart by their size. */
final class Ambiguity {

    /** A namesake with at least this share of the first's population may well be the one that was meant. */
    private static final double COMPARABLE = 1.0 / 3;

    private Ambiguity() {}

    /**
     * The places that may be meant.
     *
     * @param matches the best first
     * @return the first match and its namesakes of comparable size; empty if there are no matches
     */
    static List<Place> among(List<Place> matches) {
        if (matches.isEmpty()) {
            return matches;
        }
        Place first = matches.getFirst();
        return matches.stream()
                .filter(match -> match.id().equals(first.id()) || rivals(first, match))
                .toList();
    }

    private static boolean rivals(Place first, Place other) {
        return other.name().equalsIgnoreCase(first.name()) && other.population() >= first.population() * COMPARABLE;
    }
}
