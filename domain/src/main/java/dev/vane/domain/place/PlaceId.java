package dev.vane.domain.place;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What identifies a place for ever: the GeoNames id of a town, or the coordinates of a point that somebody asked for.
 * {@link #toString()} is its form in URLs, tables and logs: {@code 5128581} or {@code 40.713,-74.006}.
 */
public sealed interface PlaceId {

    /** Decimals of a point's coordinates: 0.001° is 111 m, finer than any forecast model's grid. */
    int POINT_DECIMALS = 3;

    /**
     * A town of the gazetteer.
     *
     * @param number the GeoNames id, positive
     */
    record Town(long number) implements PlaceId {
        /** Checks that the number is positive. */
        public Town {
            if (number <= 0) {
                throw new IllegalArgumentException("GeoNames id is " + number + ", not positive");
            }
        }

        @Override
        public String toString() {
            return Long.toString(number);
        }
    }

    /**
     * A point on the map; two points closer than the rounding are the same place, whatever their coordinates: the
     * antimeridian is written as 180 and never as -180, and a pole has the longitude 0.
     *
     * @param coordinates rounded to {@link #POINT_DECIMALS} decimals
     */
    record Point(Coordinates coordinates) implements PlaceId {
        /** Rounds the coordinates. */
        public Point {
            Coordinates rounded = coordinates.rounded(POINT_DECIMALS);
            coordinates = new Coordinates(rounded.latitude(), oneLongitude(rounded));
        }

        private static double oneLongitude(Coordinates point) {
            if (Math.abs(point.latitude()) == 90) {
                return 0;
            }
            return point.longitude() == -180 ? 180 : point.longitude();
        }

        @Override
        public String toString() {
            return decimal(coordinates.latitude()) + "," + decimal(coordinates.longitude());
        }

        private static String decimal(double value) {
            return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }
    }

    /** Its form in URLs, tables and logs. */
    @Override
    String toString();

    /**
     * Reads the form that {@link #toString()} writes.
     *
     * @return the id, or empty if the text is none: not a positive number of at most 10 digits, not coordinates in
     *     range
     */
    static Optional<PlaceId> parse(String text) {
        Matcher town = Syntax.TOWN.matcher(text);
        if (town.matches()) {
            return Optional.of(new Town(Long.parseLong(text)));
        }
        return CoordinatesText.parse(text).map(Point::new);
    }

    /** The syntax of a town's id. */
    final class Syntax {
        private static final Pattern TOWN = Pattern.compile("[1-9][0-9]{0,9}");

        private Syntax() {}
    }
}
