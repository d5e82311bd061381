package dev.vane.gazetteer;

import dev.vane.domain.place.FoldedName;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words that a town is found by, as the columns of the indexes hold them.
 *
 * @param name the words of the usual name
 * @param alias the alternate names that are one word and not in the usual name
 * @param word the words of the longer alternate names, where they have any that the usual name has not
 */
record SearchWords(String name, String alias, String word) {

    /** What GeoNames' machine made of names in other scripts ({@code niu yue}): a third of all words, typed by nobody. */
    private static final Pattern TRANSLITERATED = Pattern.compile("[\\p{ASCII}&&[^A-Z]]*");

    /**
     * What a short name begins with where it stands as a whole: among the many towns that begin with {@code san}, San
     * could not be found otherwise. It is no letter, so no word that was typed has it; and it is not ASCII, so SQLite's
     * ascii tokenizer takes it for a part of the word.
     */
    static final String WHOLE = "·";

    /** The longest name that is marked as a whole. */
    static final int MAX_WHOLE = 4;

    /** The words of a town. */
    static SearchWords of(GeoNamesTown town) {
        List<String> name = FoldedName.of(town.name()).words();
        Set<String> aliases = new TreeSet<>();
        Set<String> words = new TreeSet<>();
        alternates(town)
                .map(FoldedName::words)
                .filter(alternate -> !name.containsAll(alternate))
                .forEach(alternate -> (alternate.size() == 1 ? aliases : words).addAll(alternate));
        words.removeAll(aliases);
        return new SearchWords(withWhole(name), joined(aliases), joined(words));
    }

    private static String withWhole(List<String> name) {
        String text = joined(name);
        return name.size() == 1 && text.length() <= MAX_WHOLE ? text + " " + WHOLE + text : text;
    }

    /** The other names; and the name in its parts where apostrophes joined them, O'Fallon being Fallon too. */
    private static Stream<FoldedName> alternates(GeoNamesTown town) {
        String apart = town.name().replaceAll("['’ʻ]", " ");
        return Stream.concat(town.otherNames().stream(), Stream.of(apart))
                .filter(name -> !TRANSLITERATED.matcher(name).matches())
                .map(FoldedName::of);
    }

    private static String joined(Collection<String> words) {
        return String.join(" ", words);
    }
}
