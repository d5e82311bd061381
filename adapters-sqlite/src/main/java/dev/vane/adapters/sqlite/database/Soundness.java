package dev.vane.adapters.sqlite.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What SQLite finds wrong with a database.
 *
 * @param integrity what {@code PRAGMA integrity_check} says, at most 100 lines; empty if nothing is wrong
 * @param foreignKeys each row that refers to one that is not there; at most 100
 */
public record Soundness(List<String> integrity, List<String> foreignKeys) {

    private static final int MOST = 100;

    /** Copies the lists. */
    public Soundness {
        integrity = List.copyOf(integrity);
        foreignKeys = List.copyOf(foreignKeys);
    }

    /** Checks every page, index and reference. A file that is damaged too much to be checked is not sound. */
    public static Soundness of(Connection connection) {
        List<String> integrity = new ArrayList<>();
        List<String> foreignKeys = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("PRAGMA integrity_check(" + MOST + ")")) {
                while (rows.next()) {
                    integrity.add(rows.getString(1));
                }
            }
            integrity.removeIf("ok"::equals);
            try (ResultSet rows = statement.executeQuery("PRAGMA foreign_key_check")) {
                while (rows.next() && foreignKeys.size() < MOST) {
                    foreignKeys.add("row " + rows.getString(2) + " of " + rows.getString(1) + " refers to a row of "
                            + rows.getString(3) + " that is not there");
                }
            }
        } catch (SQLException e) {
            integrity.add(String.valueOf(e.getMessage()));
        }
        return new Soundness(integrity, foreignKeys);
    }

    /** Tells whether nothing is wrong. */
    public boolean sound() {
        return integrity.isEmpty() && foreignKeys.isEmpty();
    }

    /**
     * Refuses what is not sound.
     *
     * @param attempted what for, for the message
     */
    void require(String attempted) {
        if (!sound()) {
            List<String> all = integrity.isEmpty() ? foreignKeys : integrity;
            throw new StorageException(attempted + ": it is damaged: " + all.getFirst()
                    + (all.size() == 1 ? "" : ", and " + (all.size() - 1) + " more"));
        }
    }
}
