package dev.vane.gazetteer;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The words that stand for countries and areas in the index: one character of Unicode's private use each. Nobody can
 * type one, and a word of one character is not indexed again by its first two.
 *
 * @param countries the token of each country
 * @param areas the token of each area
 */
record AreaTokens(SortedMap<String, String> countries, SortedMap<Area, String> areas) {

    private static final int FIRST = 0xE000;
    private static final int LAST = 0xF8FF;

    /** The tokens of all areas and their countries. */
    static AreaTokens of(Areas areas) {
        AreaTokens tokens = new AreaTokens(new TreeMap<>(), new TreeMap<>());
        areas.countries().forEach(country -> tokens.countries.put(country, tokens.next()));
        areas.names().keySet().forEach(area -> tokens.areas.put(area, tokens.next()));
        return tokens;
    }

    private String next() {
        int character = FIRST + countries.size() + areas.size();
        if (character > LAST) {
            throw new IllegalStateException("more countries and areas than characters of private use");
        }
        return Character.toString(character);
    }

    /** What the index holds for a town in an area. */
    String of(Area area) {
        return countries.get(area.country()) + " " + areas.get(area);
    }

    /** The token of what a line of aliases is about: a country as {@code GB}, an area as {@code CA.08}. */
    String ofKey(String key) {
        String token =
                key.length() == 2 ? countries.get(key) : areas.get(Area.of(key.substring(0, 2), key.substring(3)));
        if (token == null) {
            throw new IllegalStateException("GeoNames has no country or area " + key);
        }
        return token;
    }
}
