package dev.vane.adapters.rest.exchange;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** The language that a client wants texts in. */
final class Languages {

    private static final int LONGEST_TAG = 35;
    private static final int LONGEST_HEADER = 200;
    private static final Memo<Locale> ACCEPTED = new Memo<>();

    private Languages() {}

    /**
     * Reads a BCP 47 tag.
     *
     * @throws RefusedException naming the parameter, if it is none
     */
    static Locale tag(String parameter, String text) {
        if (text.isEmpty() || text.length() > LONGEST_TAG) {
            throw RefusedException.invalid(parameter, "has " + text.length() + " characters, not 1 to " + LONGEST_TAG);
        }
        try {
            return language(new Locale.Builder().setLanguageTag(text).build());
        } catch (IllformedLocaleException e) {
            throw RefusedException.invalid(
                    parameter, "is '" + Parameters.shown(text) + "', not a language tag such as de or pt-BR");
        }
    }

    /** The best of Accept-Language; English if it says nothing that can be understood. */
    static Locale accepted(Optional<String> header) {
        return header.filter(text -> text.length() <= LONGEST_HEADER)
                .map(text -> ACCEPTED.of(text, line -> first(line).orElse(Locale.ENGLISH)))
                .orElse(Locale.ENGLISH);
    }

    private static Optional<Locale> first(String header) {
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0 && !range.getRange().startsWith("*"))
                    .findFirst()
                    .map(range -> language(Locale.forLanguageTag(range.getRange())));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a header that is not understood is no reason to refuse the request
        }
    }

    /** Without region, script and extensions but where they tell languages apart: fewer representations to keep. */
    private static Locale language(Locale locale) {
        return locale.getLanguage().isEmpty()
                ? Locale.ENGLISH
                : new Locale.Builder()
                        .setLanguage(locale.getLanguage())
                        .setScript(locale.getScript())
                        .setRegion(locale.getCountry())
                        .build();
    }
}
