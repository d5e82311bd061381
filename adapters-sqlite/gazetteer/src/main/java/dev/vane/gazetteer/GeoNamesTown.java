package dev.vane.gazetteer;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * One line of GeoNames' dump of populated places.
 *
 * @param id the GeoNames id
 * @param name its usual name
 * @param otherNames the ASCII form of the name and all alternate names, in any script
 * @param latitude in {@value #UNITS_PER_DEGREE} parts of a degree
 * @param longitude in {@value #UNITS_PER_DEGREE} parts of a degree
 * @param area where it lies
 * @param population inhabitants; 0 if unknown
 * @param elevation metres: as surveyed, or else that of the terrain model; empty if neither is known
 * @param zone the IANA name of its time zone
 * @param modified when GeoNames last changed the line
 */
record GeoNamesTown(
        long id,
        String name,
        List<String> otherNames,
        int latitude,
        int longitude,
        Area area,
        long population,
        OptionalInt elevation,
        String zone,
        LocalDate modified) {

    /** The resolution of coordinates: 1.1 m, which is all that GeoNames gives. */
    static final int UNITS_PER_DEGREE = 100_000;

    /**
     * The order in which a search meets them: by size to a factor of two, so that the first matches of a word are the
     * most populous; within a size by id, because neighbours have similar ids, and so the file compresses well.
     */
    static final Comparator<GeoNamesTown> BY_RANK =
            Comparator.comparingInt(GeoNamesTown::size).reversed().thenComparingLong(GeoNamesTown::id);

    private static final int COLUMNS = 19;

    /** What the terrain model says over water: no value. */
    private static final int NO_ELEVATION = -9999;

    /** Reads a dump, the most populous town first. */
    static List<GeoNamesTown> readAll(Path dump) throws IOException {
        List<String> lines = Files.readAllLines(dump);
        List<GeoNamesTown> towns = new ArrayList<>(lines.size());
        for (int index = 0; index < lines.size(); index++) {
            towns.add(parse(lines.get(index), index + 1));
        }
        towns.sort(Comparator.comparingLong(GeoNamesTown::population).reversed().thenComparingLong(GeoNamesTown::id));
        return towns;
    }

    /**
     * Reads one line.
     *
     * @throws IllegalArgumentException with the line's number, if it is malformed
     */
    static GeoNamesTown parse(String line, int number) {
        String[] column = line.split("\t", -1);
        if (column.length != COLUMNS) {
            throw new IllegalArgumentException("line " + number + " has " + column.length + " columns, not " + COLUMNS);
        }
        try {
            return ofColumns(column);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("line " + number + " (" + column[1] + ") is malformed", e);
        }
    }

    private static GeoNamesTown ofColumns(String[] column) {
        return new GeoNamesTown(
                Long.parseLong(column[0]),
                column[1],
                otherNames(column[2], column[3]),
                scaled(column[4]),
                scaled(column[5]),
                Area.of(column[8], column[10]),
                Long.parseLong(column[14]),
                elevation(column[15], column[16]),
                column[17],
                LocalDate.parse(column[18]));
    }

    /** The bits of the population's number: one more for a town twice as large. */
    int size() {
        return Long.SIZE - Long.numberOfLeadingZeros(population);
    }

    /** This town in another area. */
    GeoNamesTown in(Area present) {
        return new GeoNamesTown(
                id, name, otherNames, latitude, longitude, present, population, elevation, zone, modified);
    }

    private static List<String> otherNames(String ascii, String alternates) {
        List<String> names = new ArrayList<>(List.of(ascii));
        names.addAll(Arrays.asList(alternates.split(",")));
        return List.copyOf(names);
    }

    private static int scaled(String degrees) {
        return new BigDecimal(degrees).movePointRight(5).intValueExact();
    }

    private static OptionalInt elevation(String surveyed, String terrain) {
        if (!surveyed.isEmpty()) {
            return OptionalInt.of(Integer.parseInt(surveyed));
        }
        int metres = terrain.isEmpty() ? NO_ELEVATION : Integer.parseInt(terrain);
        return metres == NO_ELEVATION ? OptionalInt.empty() : OptionalInt.of(metres);
    }
}
