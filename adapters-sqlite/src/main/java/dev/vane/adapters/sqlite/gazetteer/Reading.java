package dev.vane.adapters.sqlite.gazetteer;

import dev.vane.domain.place.FoldedName;
import dev.vane.domain.place.Place;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * One way to read what was typed.
 *
 * @param words the words of the town's name, folded, at least one
 * @param areas for each area or country that the town must lie in, the tokens that it may have in the index
 * @param complete whether the last word was typed to its end
 */
record Reading(List<String> words, List<Set<String>> areas, boolean complete) {

    /** Copies the lists. */
    Reading {
        words = List.copyOf(words);
        areas = List.copyOf(areas);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a reading without a word");
        }
    }

    /** The words with a space between. */
    String text() {
        return String.join(" ", words);
    }

    /** Whether a town whose region has the given tokens lies where it must. */
    boolean allows(Set<String> tokens) {
        return areas.stream().noneMatch(area -> Collections.disjoint(area, tokens));
    }

    /** Whether the usual name of a place has all words, the last one at least begun. */
    boolean names(Place place) {
        List<String> name = FoldedName.of(place.name()).words();
        String last = words.getLast();
        return name.containsAll(words.subList(0, words.size() - 1))
                && name.stream().anyMatch(word -> complete ? word.equals(last) : word.startsWith(last));
    }
}
