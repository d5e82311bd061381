package dev.vane.adapters.sources.cap;

/**
 * Makes the texts of warnings fit to be kept: limited in length, without control characters and what cannot be seen. They
 * are plain text, in which {@code <} means less than, so that nothing is taken for markup here; whoever puts them into a
 * page has to write them as text.
 */
public final class CapText {

    private static final String UNSEEN = "[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]";

    private CapText() {}

    /** One line of at most so many characters, white space folded. */
    public static String line(String text, int most) {
        String seen = text.replaceAll("[\\s\\u0085\\u2028\\u2029]", " ").replaceAll(UNSEEN, "");
        return cut(seen.replaceAll(" +", " ").strip(), most);
    }

    /** Lines of at most so many characters together; at most one empty line on end. */
    public static String lines(String text, int most) {
        String lines = text.replaceAll("\\r\\n?|[\\u0085\\u2028\\u2029]", "\n")
                .replace('\t', ' ')
                .replaceAll("[" + UNSEEN + "&&[^\n]]", "")
                .replaceAll(" +\n", "\n")
                .replaceAll("\n{3,}", "\n\n");
        return cut(lines.strip(), most);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
