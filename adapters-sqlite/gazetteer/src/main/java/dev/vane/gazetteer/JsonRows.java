package dev.vane.gazetteer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The objects of a JSON array as rows. SQLite reads the JSON: it is there anyway. */
final class JsonRows {

    private JsonRows() {}

    /** The fields of these names of every object, as text, in the order of the file. */
    static List<List<String>> read(Path file, List<String> fields) throws IOException {
        String columns =
                fields.stream().map(field -> "value ->> '" + field + "'").collect(Collectors.joining(", "));
        try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:");
                PreparedStatement each = memory.prepareStatement("SELECT " + columns + " FROM json_each(?)")) {
            each.setString(1, Files.readString(file));
            return rows(each.executeQuery(), fields.size());
        } catch (SQLException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }

    private static List<List<String>> rows(ResultSet result, int columns) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        while (result.next()) {
            List<String> row = new ArrayList<>(columns);
            for (int column = 1; column <= columns; column++) {
                row.add(result.getString(column));
            }
            rows.add(List.copyOf(row));
        }
        return rows;
    }
}
