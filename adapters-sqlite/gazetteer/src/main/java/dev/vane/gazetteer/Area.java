package dev.vane.gazetteer;

/**
 * A first-level administrative area, or what of a country lies in none.
 *
 * @param country ISO 3166-1 alpha-2
 * @param code within the country, as GeoNames gives it; empty for none
 */
record Area(String country, String code) implements Comparable<Area> {

    /** GeoNames' code for "none". */
    private static final String NONE = "00";

    /** The area of a line's codes. */
    static Area of(String country, String code) {
        if (!country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("country code is '" + country + "', not two letters A to Z");
        }
        return new Area(country, code.equals(NONE) ? "" : code);
    }

    @Override
    public int compareTo(Area other) {
        int byCountry = country.compareTo(other.country);
        return byCountry != 0 ? byCountry : code.compareTo(other.code);
    }
}
