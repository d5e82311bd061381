package dev.vane.adapters.sqlite.gazetteer;

import dev.vane.domain.place.Coordinates;
import java.util.ArrayList;
import java.util.List;

/**
 * The grid of square degrees that towns are sorted into: {@code 360 * row + column}, rows counted from the south pole,
 * columns eastward from the antimeridian.
 */
final class CellGrid {

    private static final int ROWS = 180;
    private static final int COLUMNS = 360;
    private static final double METRES_PER_DEGREE = 111_195.08; // of a sphere of the radius that Coordinates takes

    private CellGrid() {}

    /**
     * Neighbouring cells of one row.
     *
     * @param first the westernmost
     * @param last the easternmost
     */
    record Span(int first, int last) {}

    /** All cells that a circle touches; a few more, never fewer. */
    static List<Span> touchedBy(Coordinates centre, double radiusM) {
        double degrees = radiusM / METRES_PER_DEGREE + 1e-6;
        int south = row(centre.latitude() - degrees);
        int north = row(centre.latitude() + degrees);
        double width = halfWidth(centre.latitude(), degrees);
        List<Span> spans = new ArrayList<>();
        for (int row = south; row <= north; row++) {
            addColumns(spans, row * COLUMNS, centre.longitude(), width);
        }
        return spans;
    }

    private static int row(double latitude) {
        return Math.clamp((long) Math.floor(latitude + 90), 0, ROWS - 1);
    }

    /**
     * How far west and east of its centre a circle reaches, in degrees: the meridians that touch it (a spherical right
     * triangle with sin w = sin r / cos latitude); all around if it holds a pole.
     */
    private static double halfWidth(double latitude, double degrees) {
        if (Math.abs(latitude) + degrees >= 90) {
            return 180;
        }
        double sine = Math.sin(Math.toRadians(degrees)) / Math.cos(Math.toRadians(latitude));
        return Math.toDegrees(Math.asin(Math.min(1, sine))) + 1e-6;
    }

    private static void addColumns(List<Span> spans, int rowStart, double longitude, double width) {
        int west = (int) Math.floor(longitude - width + 180);
        int east = (int) Math.floor(longitude + width + 180);
        if (east - west >= COLUMNS - 1) {
            spans.add(new Span(rowStart, rowStart + COLUMNS - 1));
            return;
        }
        int first = Math.floorMod(west, COLUMNS);
        int last = Math.floorMod(east, COLUMNS);
        if (first <= last) {
            spans.add(new Span(rowStart + first, rowStart + last));
        } else { // across the antimeridian
            spans.add(new Span(rowStart + first, rowStart + COLUMNS - 1));
            spans.add(new Span(rowStart, rowStart + last));
        }
    }
}
