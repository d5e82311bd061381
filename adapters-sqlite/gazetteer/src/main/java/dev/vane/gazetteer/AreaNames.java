package dev.vane.gazetteer;

import dev.vane.domain.place.FoldedName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What people call countries and areas after the comma: names, codes and a list of other spellings, all folded.
 */
final class AreaNames {

    /** Further names: a line holds a country or an area, as {@code GB} or {@code CA.08}, a tab and its other names. */
    static final String ALIASES = "area-aliases.tsv";

    /** The languages whose names of countries are understood. */
    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "da", "nb", "fi", "cs", "sk", "hu", "ro", "hr", "tr",
            "el", "ru", "uk", "bg", "ar", "fa", "he", "hi", "ja", "ko", "zh");

    /** Words of an area's official name that people leave out: the State of Berlin is Berlin. */
    private static final Set<String> GENERIC = Set.of(
            "state",
            "of",
            "the",
            "province",
            "region",
            "district",
            "county",
            "governorate",
            "oblast",
            "department",
            "prefecture",
            "canton",
            "municipality",
            "republic",
            "krai",
            "kray",
            "capital");

    private final SortedMap<String, SortedSet<String>> tokens = new TreeMap<>();
    private final AreaTokens areaTokens;

    private AreaNames(AreaTokens areaTokens) {
        this.areaTokens = areaTokens;
    }

    /** The tokens of every folded name. */
    static SortedMap<String, SortedSet<String>> tokens(Areas areas) {
        AreaNames names = new AreaNames(AreaTokens.of(areas));
        areas.countries().forEach(names::addCountry);
        areas.names().forEach(names::addArea);
        names.addAliases();
        return names.tokens;
    }

    private void addCountry(String code) {
        Locale country = Locale.of("", code);
        String token = areaTokens.countries().get(code);
        add(code, token);
        LANGUAGES.forEach(language -> add(country.getDisplayCountry(Locale.of(language)), token));
        try {
            add(country.getISO3Country(), token);
        } catch (MissingResourceException e) {
            // a code that ISO 3166 does not know, such as Kosovo's XK: it has no longer form
        }
    }

    private void addArea(Area area, String name) {
        String token = areaTokens.areas().get(area);
        add(area.code(), token);
        add(name, token);
        add(
                FoldedName.of(name).words().stream()
                        .filter(word -> !GENERIC.contains(word))
                        .collect(Collectors.joining(" ")),
                token);
    }

    private void addAliases() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(AreaNames.class.getResourceAsStream(ALIASES), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(this::addAlias);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + ALIASES, e);
        }
    }

    private void addAlias(String line) {
        String[] column = line.split("\t", -1);
        String token = areaTokens.ofKey(column[0]);
        for (int index = 1; index < column.length; index++) {
            add(column[index], token);
        }
    }

    private void add(String name, String token) {
        String folded = FoldedName.of(name).text();
        if (!folded.isEmpty()) {
            tokens.computeIfAbsent(folded, _ -> new TreeSet<>()).add(token);
        }
    }
}
