package dev.vane.adapters.sqlite.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Statements without parameters. */
final class Sql {

    private Sql() {}

    /** Executes one statement or several. */
    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** The one text that a query gives. */
    static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            if (!rows.next()) {
                throw new SQLException("no row came of " + query);
            }
            return rows.getString(1);
        }
    }

    /** The one number that a query gives. */
    static long number(Connection connection, String query) throws SQLException {
        return Long.parseLong(text(connection, query));
    }
}
