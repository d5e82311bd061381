package dev.vane.adapters.sqlite.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings a database to this program's schema: each migration in a transaction of its own, together with the record that
 * it was applied, so that one that was interrupted leaves nothing and is repeated.
 */
final class Migrator {

    /** What SQLite's {@code application_id} is in Vane's databases: the letters {@code Vane}. */
    static final int APPLICATION_ID = 0x56616E65;

    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS migration (
                version INTEGER PRIMARY KEY,
                name TEXT NOT NULL,
                checksum TEXT NOT NULL
            ) STRICT""";

    private final List<Migration> migrations;

    /** Takes the migrations by ascending version, from 1 without a gap. */
    Migrator(List<Migration> migrations) {
        this.migrations = List.copyOf(migrations);
        for (int i = 0; i < migrations.size(); i++) {
            if (migrations.get(i).version() != i + 1) {
                throw new IllegalArgumentException(
                        "migration " + migrations.get(i).name() + " does not follow version " + i);
            }
        }
    }

    /** The version of this program's schema. */
    int latestVersion() {
        return migrations.size();
    }

    /** Applies what is missing. The connection must commit by itself. */
    void apply(Connection connection) throws SQLException {
        long version = Sql.number(connection, "PRAGMA user_version");
        for (Migration migration : migrations) {
            if (migration.version() > version) {
                apply(connection, migration);
            }
        }
    }

    private static void apply(Connection connection, Migration migration) throws SQLException {
        Sql.run(connection, "BEGIN IMMEDIATE");
        try {
            Sql.run(connection, "PRAGMA application_id = " + APPLICATION_ID);
            Sql.run(connection, TABLE);
            Sql.run(connection, migration.sql());
            record(connection, migration);
            Sql.run(connection, "PRAGMA user_version = " + migration.version());
            Sql.run(connection, "COMMIT");
        } catch (SQLException e) {
            rollback(connection, e);
            throw new StorageException("applying migration " + migration.name(), e);
        }
    }

    private static void rollback(Connection connection, SQLException failure) {
        try {
            Sql.run(connection, "ROLLBACK");
        } catch (SQLException alreadyRolledBack) {
            failure.addSuppressed(alreadyRolledBack);
        }
    }

    private static void record(Connection connection, Migration migration) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO migration VALUES (?, ?, ?)")) {
            insert.setInt(1, migration.version());
            insert.setString(2, migration.name());
            insert.setString(3, migration.checksum());
            insert.executeUpdate();
        }
    }

    /**
     * Compares the scripts that were applied with this program's.
     *
     * @throws StorageException if one was changed since, or is not recorded
     */
    void requireUnchanged(Connection connection, DatabaseFile file) throws SQLException {
        Map<Integer, String> applied = applied(connection);
        long version = Sql.number(connection, "PRAGMA user_version");
        for (Migration migration : migrations) {
            String found = applied.getOrDefault(migration.version(), "none");
            if (migration.version() <= version && !found.equals(migration.checksum())) {
                throw new StorageException("opening " + file + ": the recorded checksum of migration "
                        + migration.name() + " is " + found + ", but this program's script has "
                        + migration.checksum());
            }
        }
    }

    private static Map<Integer, String> applied(Connection connection) throws SQLException {
        Map<Integer, String> checksums = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT version, checksum FROM migration");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                checksums.put(rows.getInt(1), rows.getString(2));
            }
        }
        return checksums;
    }
}
