package dev.vane.adapters.sqlite.gazetteer;

import dev.vane.domain.place.FoldedName;
import dev.vane.domain.place.Place;
import java.util.Comparator;

/**
 * A town that was found, and how good a find it is. The score is the decimal logarithm of the population plus a bonus
 * for how it was found: an exact name is worth as much as ten times the inhabitants of a name that only begins so.
 *
 * @param place the town
 * @param score the greater, the better
 */
record Match(Place place, double score) {

    /** The best first, and in the same order every time. */
    static final Comparator<Match> BEST_FIRST = Comparator.<Match>comparingDouble(Match::score)
            .reversed()
            .thenComparing(match -> match.place().id().toString());

    /** How a town was found. */
    enum Kind {
        /** By an alternate name's words. */
        OTHER(0),
        /** By an alternate name of one word, all of it. */
        ALIAS(2.5),
        /** By words of its usual name. */
        WORDS(2.0),
        /** By the beginning of its usual name. */
        BEGINNING(3.0),
        /** By the first words of its usual name. */
        FIRST_WORDS(3.3),
        /** By its usual name. */
        EXACT(4.0);

        private final double bonus;

        Kind(double bonus) {
            this.bonus = bonus;
        }

        /** How the usual name of a town, folded, matches the words that were typed. */
        static Kind ofName(String name, String typed) {
            if (!name.startsWith(typed)) {
                return WORDS;
            }
            if (name.length() == typed.length()) {
                return EXACT;
            }
            return name.charAt(typed.length()) == ' ' ? FIRST_WORDS : BEGINNING;
        }
    }

    /** What it costs that an area was guessed where there was no comma. */
    private static final double GUESS = 1.0;

    /** A town that was found by its usual name. */
    static Match byName(Place place, Reading reading) {
        Kind kind = Kind.ofName(FoldedName.of(place.name()).text(), reading.text());
        return new Match(place, worth(place, kind) - (reading.complete() ? GUESS : 0));
    }

    /** A town that was found by another name. */
    static Match of(Place place, Kind kind) {
        return new Match(place, worth(place, kind));
    }

    private static double worth(Place place, Kind kind) {
        return Math.log10((double) Math.max(1, place.population())) + kind.bonus;
    }
}
