package dev.vane.adapters.rest.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The texts of one language. Immutable. */
public final class Words {

    private static final List<Locale> LANGUAGES = List.of(
                    "en", "cs", "da", "de", "es", "fi", "fr", "it", "ja", "nb", "nl", "pl", "pt", "ru", "sv", "tr",
                    "uk", "zh")
            .stream()
            .map(Locale::of)
            .toList();

    private static final Map<Locale, Words> ALL = LANGUAGES.stream()
            .collect(
                    Collectors.toUnmodifiableMap(Function.identity(), language -> new Words(language, read(language))));

    private final Locale language;
    private final Map<String, String> texts;

    private Words(Locale language, Map<String, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    /** The languages there are texts in, English first, each without a region. */
    public static List<Locale> languages() {
        return LANGUAGES;
    }

    /** The language of the texts for one that is asked for, whatever its region: empty if there are none. */
    public static Optional<Locale> known(Locale asked) {
        Locale language = switch (asked.getLanguage()) {
            case "no", "nn" -> Locale.of("nb"); // what is written for all of Norway
            case String code -> Locale.of(code);
        };
        return Optional.of(language).filter(ALL::containsKey);
    }

    /** The texts of a language, or of English if there are none of it. */
    public static Words in(Locale asked) {
        return ALL.get(known(asked).orElse(Locale.ENGLISH));
    }

    /** What language they are of. */
    public Locale language() {
        return language;
    }

    /**
     * The text of a key.
     *
     * @throws IllegalArgumentException if there is no such key
     */
    public String text(String key) {
        return Optional.ofNullable(texts.get(key))
                .orElseThrow(() -> new IllegalArgumentException("there are no words for " + key));
    }

    Map<String, String> texts() {
        return texts;
    }

    private static Map<String, String> read(Locale language) {
        String name = language.getLanguage() + ".properties";
        try (InputStream file = Words.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("there is no " + name);
            }
            try (Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
                Properties properties = new Properties();
                properties.load(reader);
                Map<String, String> texts = new LinkedHashMap<>();
                properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
                return Map.copyOf(texts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
