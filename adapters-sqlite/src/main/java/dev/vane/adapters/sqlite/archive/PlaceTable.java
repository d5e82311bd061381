package dev.vane.adapters.sqlite.archive;

import dev.vane.adapters.sqlite.database.StorageException;
import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.place.Region;
import dev.vane.domain.weather.SourceId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.OptionalInt;

/** The small numbers that stand for places and sources in the other tables. */
public final class PlaceTable {

    private static final String UPSERT_PLACE = """
            INSERT INTO place (code, name, country_code, area_code, area_name,
                               latitude, longitude, elevation, zone, population)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (code) DO UPDATE SET
                name = excluded.name, country_code = excluded.country_code, area_code = excluded.area_code,
                area_name = excluded.area_name, latitude = excluded.latitude, longitude = excluded.longitude,
                elevation = excluded.elevation, zone = excluded.zone, population = excluded.population
            WHERE (name, country_code, area_code, area_name, latitude, longitude, elevation, zone, population)
                IS NOT (excluded.name, excluded.country_code, excluded.area_code, excluded.area_name,
                        excluded.latitude, excluded.longitude, excluded.elevation, excluded.zone, excluded.population)
            """;

    private PlaceTable() {}

    /** The key of a place, whose row is made, or brought up to date if it says something else. */
    public static long keyOf(Connection connection, Place place) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT_PLACE)) {
            upsert.setString(1, place.id().toString());
            upsert.setString(2, place.name());
            upsert.setString(3, place.region().countryCode());
            upsert.setString(4, place.region().areaCode());
            upsert.setString(5, place.region().areaName());
            upsert.setDouble(6, place.coordinates().latitude());
            upsert.setDouble(7, place.coordinates().longitude());
            if (place.elevation().isPresent()) {
                upsert.setInt(8, place.elevation().getAsInt());
            } else {
                upsert.setNull(8, Types.INTEGER);
            }
            upsert.setString(9, place.zone().getId());
            upsert.setLong(10, place.population());
            upsert.executeUpdate();
        }
        return key(connection, "SELECT id FROM place WHERE code = ?", place.id().toString());
    }

    /**
     * Reads the place of a row.
     *
     * @param row a row with all columns of {@code place} but its key
     * @throws StorageException if it is damaged
     */
    public static Place read(ResultSet row) throws SQLException {
        String code = row.getString("code");
        try {
            int elevation = row.getInt("elevation");
            boolean unknown = row.wasNull();
            return new Place(
                    id(code),
                    row.getString("name"),
                    new Region(row.getString("country_code"), row.getString("area_code"), row.getString("area_name")),
                    new Coordinates(row.getDouble("latitude"), row.getDouble("longitude")),
                    unknown ? OptionalInt.empty() : OptionalInt.of(elevation),
                    ZoneId.of(row.getString("zone")),
                    row.getLong("population"));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new StorageException("place '" + code + "' is damaged", e);
        }
    }

    /**
     * The id that a code stands for.
     *
     * @throws StorageException if it is none
     */
    public static PlaceId idOf(String code) {
        try {
            return id(code);
        } catch (IllegalArgumentException e) {
            throw new StorageException("place '" + code + "' is damaged", e);
        }
    }

    /** The id that a code stands for; other than people may write it, a town's may have any number of digits. */
    private static PlaceId id(String code) {
        return code.contains(",")
                ? PlaceId.parse(code).orElseThrow(() -> new IllegalArgumentException("it has no coordinates"))
                : new PlaceId.Town(Long.parseLong(code));
    }

    /** The key of a source, whose row is made if there is none. */
    public static long keyOf(Connection connection, SourceId source) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO source (name) VALUES (?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, source.name());
            insert.executeUpdate();
        }
        return key(connection, "SELECT id FROM source WHERE name = ?", source.name());
    }

    private static long key(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setString(1, name);
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new SQLException("no row came of " + query + " with " + name);
                }
                return rows.getLong(1);
            }
        }
    }
}
