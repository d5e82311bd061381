package dev.vane.domain.place;

import java.util.Locale;
import java.util.Objects;

/**
 * The country and its first-level administrative area that a place lies in.
 *
 * @param countryCode ISO 3166-1 alpha-2, upper case; empty in no country's territory
 * @param areaCode the area's code within the country as GeoNames gives it ({@code NY}, {@code 05}); empty if unknown
 * @param areaName the area's name ({@code New York}, {@code Bavaria}); empty if unknown
 */
public record Region(String countryCode, String areaCode, String areaName) {

    /** No country and no area: the open sea. */
    public static final Region NONE = new Region("", "", "");

    /** Checks the form of the country code and that nothing is missing. */
    public Region {
        Objects.requireNonNull(areaCode, "areaCode");
        Objects.requireNonNull(areaName, "areaName");
        if (!countryCode.isEmpty() && !countryCode.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("country code is '" + countryCode + "', not two letters A to Z");
        }
    }

    /** The country's name in a language, by the JDK's locale data; empty in no country's territory. */
    public String countryName(Locale language) {
        return countryCode.isEmpty() ? "" : Locale.of("", countryCode).getDisplayCountry(language);
    }
}
