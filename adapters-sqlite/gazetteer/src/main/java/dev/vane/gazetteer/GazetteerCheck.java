package dev.vane.gazetteer;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks a file that was just written, by reading it again.
 *
 * @param file the gazetteer
 */
record GazetteerCheck(Path file) {

    private static final String TOWNS_OF_USA = "SELECT count(*) FROM town_name WHERE town_name MATCH"
            + " 'area : ' || (SELECT token FROM area_name WHERE name = 'usa')";

    /**
     * Checks all of it.
     *
     * @throws IllegalStateException naming every fault
     */
    void run(List<GeoNamesTown> towns) {
        List<String> faults = new ArrayList<>();
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = database.createStatement()) {
            checkIntegrity(statement, faults);
            expect(statement, "PRAGMA application_id", String.valueOf(0x56474154), faults);
            expect(statement, "PRAGMA user_version", "1", faults);
            expect(statement, "SELECT count(*) FROM town", String.valueOf(towns.size()), faults);
            expect(statement, "SELECT length(towns) / 4 FROM ranking", String.valueOf(towns.size()), faults);
            expect(statement, "SELECT sum(length(towns)) / 4 FROM cell", String.valueOf(towns.size()), faults);
            expect(statement, TOWNS_OF_USA, us(towns), faults);
            checkZones(statement, faults);
        } catch (SQLException e) {
            throw new IllegalStateException(file + " cannot be read again", e);
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException(file + ": " + String.join("; ", faults));
        }
    }

    private static String us(List<GeoNamesTown> towns) {
        return String.valueOf(towns.stream()
                .filter(town -> town.area().country().equals("US"))
                .count());
    }

    private static void checkIntegrity(Statement statement, List<String> faults) throws SQLException {
        expect(statement, "PRAGMA integrity_check", "ok", faults);
        statement.executeUpdate("INSERT INTO town_word (town_word) VALUES ('integrity-check')");
        statement.executeUpdate("INSERT INTO town_name (town_name) VALUES ('integrity-check')");
    }

    private static void expect(Statement statement, String sql, String expected, List<String> faults)
            throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            String found = row.getString(1);
            if (!expected.equals(found)) {
                faults.add(sql + " gives " + found + ", not " + expected);
            }
        }
    }

    private static void checkZones(Statement statement, List<String> faults) throws SQLException {
        try (ResultSet zones = statement.executeQuery("SELECT name FROM zone")) {
            while (zones.next()) {
                String name = zones.getString(1);
                if (!isZone(name)) {
                    faults.add("this JDK has no time zone " + name);
                }
            }
        }
    }

    private static boolean isZone(String name) {
        try {
            ZoneId.of(name);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
