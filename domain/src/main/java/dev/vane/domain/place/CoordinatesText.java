package dev.vane.domain.place;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Coordinates as people and programs write them: {@code 52.52, 13.405} or {@code -33.9 151.2}. */
final class CoordinatesText {

    private static final String NUMBER = "([+-]?[0-9]{1,3}(?:\\.[0-9]{0,15})?)";
    private static final Pattern PAIR = Pattern.compile("\\s*" + NUMBER + "(?:\\s*,\\s*|\\s+)" + NUMBER + "\\s*");

    private CoordinatesText() {}

    /** Returns the coordinates, latitude first, or empty if the text is not a pair of decimal numbers in range. */
    static Optional<Coordinates> parse(String text) {
        Matcher pair = PAIR.matcher(text);
        if (!pair.matches()) {
            return Optional.empty();
        }
        double latitude = Double.parseDouble(pair.group(1));
        double longitude = Double.parseDouble(pair.group(2));
        boolean inRange = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
        return inRange ? Optional.of(new Coordinates(latitude, longitude)) : Optional.empty();
    }
}
