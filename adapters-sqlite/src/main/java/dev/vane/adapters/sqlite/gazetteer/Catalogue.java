package dev.vane.adapters.sqlite.gazetteer;

import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.place.Region;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** What all towns share, held in memory: 0.8 MB for the ranking, 0.6 MB for regions and zones. */
final class Catalogue {

    private static final double UNITS_PER_DEGREE = 100_000;

    private final int[] ids;
    private final Map<Integer, Area> regions;
    private final Map<Integer, ZoneId> zones;
    private final String attribution;

    private Catalogue(int[] ids, Map<Integer, Area> regions, Map<Integer, ZoneId> zones, String attribution) {
        this.ids = ids;
        this.regions = regions;
        this.zones = zones;
        this.attribution = attribution;
    }

    /**
     * A region with what stands for it in the index.
     *
     * @param region its codes and name
     * @param tokens its own and its country's
     */
    record Area(Region region, Set<String> tokens) {}

    /** Reads it. */
    static Catalogue read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return new Catalogue(ids(statement), regions(statement), zones(statement), attribution(statement));
        }
    }

    private static String attribution(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT value FROM metadata WHERE name = 'attribution'")) {
            return row.getString(1);
        }
    }

    private static int[] ids(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT towns FROM ranking")) {
            return TownIds.decode(row.getBytes(1));
        }
    }

    private static Map<Integer, Area> regions(Statement statement) throws SQLException {
        Map<Integer, Area> regions = new HashMap<>();
        try (ResultSet rows = statement.executeQuery("SELECT number, country, code, name, tokens FROM region")) {
            while (rows.next()) {
                Region region = new Region(rows.getString(2), rows.getString(3), rows.getString(4));
                regions.put(
                        rows.getInt(1),
                        new Area(region, Set.of(rows.getString(5).split(" ", -1))));
            }
        }
        return regions;
    }

    private static Map<Integer, ZoneId> zones(Statement statement) throws SQLException {
        Map<Integer, ZoneId> zones = new HashMap<>();
        try (ResultSet rows = statement.executeQuery("SELECT number, name FROM zone")) {
            while (rows.next()) {
                zones.put(rows.getInt(1), ZoneId.of(rows.getString(2)));
            }
        }
        return zones;
    }

    /** The ids of the towns of these ranks, the first of which is 1. */
    int[] ids(List<Integer> ranks) {
        return ranks.stream().mapToInt(rank -> ids[rank - 1]).toArray();
    }

    /** Whom to credit for the data. */
    String attribution() {
        return attribution;
    }

    /** How many towns there are. */
    int size() {
        return ids.length;
    }

    /** The tokens of the region that a row of {@link TownStatements} lies in. */
    Set<String> tokens(ResultSet row) throws SQLException {
        return regions.get(row.getInt(3)).tokens();
    }

    /** The place that a row of {@link TownStatements} describes. */
    Place place(ResultSet row) throws SQLException {
        return new Place(
                new PlaceId.Town(row.getLong(1)),
                row.getString(2),
                regions.get(row.getInt(3)).region(),
                new Coordinates(row.getInt(4) / UNITS_PER_DEGREE, row.getInt(5) / UNITS_PER_DEGREE),
                elevation(row),
                zones.get(row.getInt(7)),
                row.getLong(6));
    }

    private static OptionalInt elevation(ResultSet row) throws SQLException {
        int metres = row.getInt(8);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(metres);
    }
}
