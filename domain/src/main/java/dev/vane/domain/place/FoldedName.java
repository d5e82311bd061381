package dev.vane.domain.place;

import static java.util.Map.entry;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name reduced to the words that a search compares: without case, accents, punctuation and variants of a letter.
 * What is indexed and what is typed must be folded by the same rules, so a change here asks for a new gazetteer.
 *
 * <p>{@code São Paulo} folds to {@code sao paulo}, {@code Łódź} to {@code lodz}, {@code St. John's} to {@code st johns},
 * {@code Washington, D.C.} to {@code washington dc}; scripts without spaces stay one word.
 *
 * @param words in order, each of letters, digits and vowel signs only, none empty; no words if the text had none
 */
public record FoldedName(List<String> words) {

    /** Initials with dots between them, {@code D.C} or {@code U.S.A}: read as one word. */
    private static final Pattern INITIALS =
            Pattern.compile("(?<![\\p{L}\\p{N}\\p{M}])\\p{L}(?:\\.\\p{L}(?![\\p{L}\\p{N}\\p{M}]))+");

    /** What separates nothing: apostrophes of all kinds, and letters that stand for one. */
    private static final String APOSTROPHES = "'`´‘’‛′ʹʻʼʽʾʿˈ";

    /** Letters that have no decomposition in Unicode, or whose variants are typed for one another. */
    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            letter('ß', "ss"),
            letter('æ', "ae"),
            letter('œ', "oe"),
            letter('ø', "o"),
            letter('ł', "l"),
            letter('đ', "d"),
            letter('ð', "d"),
            letter('ı', "i"),
            letter('þ', "th"),
            letter('ħ', "h"),
            letter('ŧ', "t"),
            letter('ŋ', "n"),
            letter('ə', "e"),
            letter('ɓ', "b"),
            letter('ɗ', "d"),
            letter('ƙ', "k"),
            letter('ς', "σ"),
            letter('ي', "ی"),
            letter('ى', "ی"),
            letter('ك', "ک"),
            letter('ة', "ه"),
            letter('ـ', ""));

    private static Map.Entry<Integer, String> letter(char from, String to) {
        return entry((int) from, to);
    }

    /** Copies the words. */
    public FoldedName {
        words = List.copyOf(words);
    }

    /** Folds a text, which may be anything at all. */
    public static FoldedName of(String text) {
        String decomposed = Normalizer.normalize(withoutApostrophesAndDots(text), Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(decomposed.length() + 8);
        decomposed.codePoints().forEach(codePoint -> fold(codePoint, folded));
        String composed = Normalizer.normalize(folded, Normalizer.Form.NFC); // Hangul syllables stay whole
        return new FoldedName(Arrays.stream(composed.split(" "))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    private static String withoutApostrophesAndDots(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.chars().filter(unit -> APOSTROPHES.indexOf(unit) < 0).forEach(unit -> kept.append((char) unit));
        return INITIALS.matcher(kept)
                .replaceAll(
                        initials -> Matcher.quoteReplacement(initials.group().replace(".", "")));
    }

    private static void fold(int codePoint, StringBuilder folded) {
        switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> {}
            case Character.COMBINING_SPACING_MARK -> folded.appendCodePoint(codePoint); // a vowel sign of India
            default -> foldLetter(codePoint, folded);
        }
    }

    private static void foldLetter(int codePoint, StringBuilder folded) {
        if (APOSTROPHES.indexOf(codePoint) >= 0) {
            return; // came out of a decomposition, such as that of ŉ
        }
        if (!Character.isLetterOrDigit(codePoint)) {
            folded.append(' ');
            return;
        }
        int lower = Character.toLowerCase(codePoint);
        String letters = LETTERS.get(lower);
        if (letters == null) {
            folded.appendCodePoint(lower);
        } else {
            folded.append(letters);
        }
    }

    /** The words with one space between them; empty if there are none. */
    public String text() {
        return String.join(" ", words);
    }

    /** Whether nothing is left: the text had punctuation and symbols only. */
    public boolean isEmpty() {
        return words.isEmpty();
    }
}
