package dev.vane.adapters.sqlite.archive;

import dev.vane.domain.place.Place;
import dev.vane.domain.weather.SourceId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;

/** The small numbers that stand for places and sources in the other tables. */
final class PlaceTable {

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
    static long keyOf(Connection connection, Place place) throws SQLException {
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

    /** The key of a source, whose row is made if there is none. */
    static long keyOf(Connection connection, SourceId source) throws SQLException {
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
