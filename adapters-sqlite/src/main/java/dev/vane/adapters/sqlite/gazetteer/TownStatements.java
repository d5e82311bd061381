package dev.vane.adapters.sqlite.gazetteer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One connection with the statements of all look-ups, prepared once. For one thread at a time. */
final class TownStatements implements QueryReader.AreaLookup, AutoCloseable {

    /** What a row of a town holds, in this order. */
    private static final String COLUMNS =
            "SELECT id, name, region, latitude, longitude, population, zone, elevation FROM town ";

    private final Connection connection;
    private final PreparedStatement names;
    private final PreparedStatement others;
    private final PreparedStatement town;
    private final PreparedStatement towns;
    private final PreparedStatement cells;
    private final PreparedStatement areasNamed;
    private final PreparedStatement areasBeginning;

    TownStatements(Connection connection) throws SQLException {
        this.connection = connection;
        this.names = connection.prepareStatement(
                "SELECT rowid FROM town_name WHERE town_name MATCH ? ORDER BY rowid LIMIT ?");
        this.others = connection.prepareStatement(
                "SELECT rowid FROM town_word WHERE town_word MATCH ? ORDER BY rowid LIMIT ?");
        this.town = connection.prepareStatement(COLUMNS + "WHERE id = ?");
        this.towns = connection.prepareStatement(COLUMNS + "WHERE id IN (SELECT value FROM json_each(?))");
        this.cells = connection.prepareStatement("SELECT towns FROM cell WHERE number BETWEEN ? AND ?");
        this.areasNamed = connection.prepareStatement("SELECT token FROM area_name WHERE name = ?");
        this.areasBeginning = connection.prepareStatement(
                "SELECT token FROM area_name WHERE name >= ? AND name < ? || char(0x10FFFF)");
    }

    /** Reads one row. */
    @FunctionalInterface
    interface RowReader<T> {

        /** Makes something of the row that the cursor is on. */
        T read(ResultSet row) throws SQLException;
    }

    /** The ranks of towns whose usual name matches an expression, in order. */
    List<Integer> ranksByName(String expression, int limit) throws SQLException {
        return ranks(names, expression, limit);
    }

    /** The ranks of towns whose other names match an expression, in order. */
    List<Integer> ranksByOtherName(String expression, int limit) throws SQLException {
        return ranks(others, expression, limit);
    }

    private static List<Integer> ranks(PreparedStatement statement, String expression, int limit) throws SQLException {
        statement.setString(1, expression);
        statement.setInt(2, limit);
        return all(statement, row -> row.getInt(1));
    }

    /** The rows of the towns of these ids, in any order. */
    <T> List<T> towns(int[] ids, RowReader<T> reader) throws SQLException {
        towns.setString(1, Arrays.toString(ids)); // which is JSON
        return all(towns, reader);
    }

    /** The row of a town's id, if there is one. */
    <T> List<T> town(long id, RowReader<T> reader) throws SQLException {
        town.setLong(1, id);
        return all(town, reader);
    }

    /** The lists of towns in cells from one to another. */
    List<byte[]> cells(int from, int to) throws SQLException {
        cells.setInt(1, from);
        cells.setInt(2, to);
        return all(cells, row -> row.getBytes(1));
    }

    @Override
    public Set<String> named(String name) throws SQLException {
        areasNamed.setString(1, name);
        return new HashSet<>(all(areasNamed, row -> row.getString(1)));
    }

    @Override
    public Set<String> beginning(String prefix) throws SQLException {
        areasBeginning.setString(1, prefix);
        areasBeginning.setString(2, prefix);
        return new HashSet<>(all(areasBeginning, row -> row.getString(1)));
    }

    private static <T> List<T> all(PreparedStatement statement, RowReader<T> reader) throws SQLException {
        List<T> results = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                results.add(reader.read(rows));
            }
        }
        return results;
    }

    /** Closes the connection, and the statements with it. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
