package dev.vane.adapters.sources.http;

/** Makes what a provider says fit to be shown: one line, short, without markup. */
public final class ProviderText {

    private static final int LONGEST = 200;

    private ProviderText() {}

    /**
     * A text without markup and control characters, white space folded, at most 200 characters long. Redact before.
     */
    public static String clean(String text) {
        String line = text.replaceAll("<[^>]*>?", " ")
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\s\\u2028\\u2029]+", " ")
                .strip();
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return line.substring(0, end) + "…";
    }
}
