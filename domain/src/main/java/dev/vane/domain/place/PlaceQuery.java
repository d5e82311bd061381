package dev.vane.domain.place;

import java.text.Normalizer;
import java.util.Optional;

/**
 * What a person typed to find a place: a name, perhaps with an area and a country after commas, or coordinates.
 *
 * @param text in Unicode normalization form C, trimmed, 1 to {@link #MAX_LENGTH} characters, no control characters
 *     and not only invisible ones
 */
public record PlaceQuery(String text) {

    /** The longest text that is looked at, in UTF-16 units. */
    public static final int MAX_LENGTH = 200;

    /**
     * Normalises the text and checks it.
     *
     * @throws IllegalArgumentException with {@link #fault(String)} as its message
     */
    public PlaceQuery {
        Optional<String> fault = fault(text);
        if (fault.isPresent()) {
            throw new IllegalArgumentException(fault.get());
        }
        text = normalize(text);
    }

    /** What is wrong with a text as a query, in words for the person who sent it; empty if nothing is. */
    public static Optional<String> fault(String text) {
        if (text.codePoints().allMatch(PlaceQuery::isInvisible)) {
            return Optional.of("is empty");
        }
        if (text.length() > MAX_LENGTH) {
            return tooLong(text.length());
        }
        if (text.codePoints().anyMatch(PlaceQuery::isForbidden)) {
            return Optional.of("has a control character or an invalid one");
        }
        int normalized = normalize(text).length(); // a few characters fall into several in form C
        return normalized > MAX_LENGTH ? tooLong(normalized) : Optional.empty();
    }

    private static Optional<String> tooLong(int length) {
        return Optional.of("has " + length + " characters; at most " + MAX_LENGTH + " are allowed");
    }

    private static String normalize(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }

    private static boolean isInvisible(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.getType(codePoint) == Character.FORMAT;
    }

    private static boolean isForbidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> codePoint == 0xFFFD; // what decoding put where the bytes were not UTF-8
        };
    }

    /** The coordinates that the text gives, latitude first, if it gives some. */
    public Optional<Coordinates> coordinates() {
        return CoordinatesText.parse(text);
    }
}
