package dev.vane.adapters.sqlite.gazetteer;

import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The towns nearest to a point. Looks at all towns in the square degrees that a circle touches, and widens the circle
 * until it holds enough of them; then nothing outside can be nearer.
 */
final class NearestSearch {

    private static final double FIRST_RADIUS_M = 30_000;

    /** Beyond half of the earth's circumference nothing lies. */
    private static final double LAST_RADIUS_M = 20_100_000;

    private final TownStatements statements;
    private final Catalogue catalogue;

    NearestSearch(TownStatements statements, Catalogue catalogue) {
        this.statements = statements;
        this.catalogue = catalogue;
    }

    /** The towns nearest to a point, the nearest first. */
    List<Place> nearest(Coordinates point, int limit) throws SQLException {
        double radius = FIRST_RADIUS_M;
        while (true) {
            List<Place> found = around(point, radius).stream().limit(limit).toList();
            double needed = found.size() < limit
                    ? LAST_RADIUS_M
                    : found.getLast().coordinates().distanceTo(point);
            if (needed <= radius || radius >= LAST_RADIUS_M) {
                return found;
            }
            radius = Math.min(2 * radius, needed + 1);
        }
    }

    private List<Place> around(Coordinates point, double radius) throws SQLException {
        List<byte[]> lists = new ArrayList<>();
        for (CellGrid.Span span : CellGrid.touchedBy(point, radius)) {
            lists.addAll(statements.cells(span.first(), span.last()));
        }
        int[] ids = lists.stream()
                .flatMapToInt(list -> IntStream.of(TownIds.decode(list)))
                .toArray();
        return statements.towns(ids, catalogue::place).stream()
                .sorted(byDistance(point))
                .toList();
    }

    /** The nearest first; of towns at the same point, the most populous. */
    static Comparator<Place> byDistance(Coordinates point) {
        return Comparator.<Place>comparingDouble(place -> place.coordinates().distanceTo(point))
                .thenComparing(Comparator.comparingLong(Place::population).reversed())
                .thenComparing(place -> place.id().toString());
    }
}
