package dev.vane.adapters.sqlite.gazetteer;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Expressions in the syntax of FTS5. Every word stands in quotation marks, and folded words have none, so nothing that
 * was typed can be syntax.
 */
final class MatchExpression {

    /** What the builder puts before short names that stand as a whole. */
    private static final String WHOLE = "·";

    private MatchExpression() {}

    /**
     * Towns whose usual name has all words, in the areas. A single Latin letter at the end is left out, because too
     * many words begin with it: the caller must look at the names for it.
     */
    static String name(Reading reading) {
        List<String> words = reading.words();
        boolean prefix = !reading.complete() && isLongEnough(words.getLast());
        return "name : (" + words(endsInALetter(reading) ? words.subList(0, words.size() - 1) : words, prefix) + ")"
                + areas(reading);
    }

    /** Whether the last of several words is a single Latin letter, and may go on. */
    static boolean endsInALetter(Reading reading) {
        return !reading.complete()
                && reading.words().size() > 1
                && !isLongEnough(reading.words().getLast());
    }

    /** Towns whose usual name has all words as they stand, in the areas. */
    static String words(Reading reading) {
        return "name : (" + words(reading.words(), false) + ")" + areas(reading);
    }

    /** Towns whose usual name is just this short word, in the areas. */
    static String wholeName(Reading reading) {
        return "name : " + quoted(WHOLE + reading.words().getFirst()) + areas(reading);
    }

    /** Towns with an alternate name that is just this word. */
    static String alias(Reading reading) {
        return "alias : " + quoted(reading.words().getFirst());
    }

    /** Towns with all words in alternate names. The beginnings of Latin words are looked for from three letters on. */
    static String other(Reading reading) {
        String last = reading.words().getLast();
        boolean prefix = !reading.complete() && (last.length() > 2 || !isLatin(last));
        return "{alias word} : (" + words(reading.words(), prefix) + ")";
    }

    private static boolean isLongEnough(String word) {
        return word.length() > 1 || !isLatin(word);
    }

    private static boolean isLatin(String word) {
        return word.charAt(0) < 0x80;
    }

    private static String words(List<String> words, boolean lastIsPrefix) {
        String all = words.stream().distinct().map(MatchExpression::quoted).collect(Collectors.joining(" AND "));
        String last = words.getLast();
        return lastIsPrefix && !words.subList(0, words.size() - 1).contains(last) ? all + " *" : all;
    }

    private static String areas(Reading reading) {
        return reading.areas().stream()
                .map(tokens -> " AND area : (" + anyOf(tokens) + ")")
                .collect(Collectors.joining());
    }

    private static String anyOf(Collection<String> tokens) {
        return tokens.stream().map(MatchExpression::quoted).collect(Collectors.joining(" OR "));
    }

    private static String quoted(String word) {
        return '"' + word + '"';
    }
}
