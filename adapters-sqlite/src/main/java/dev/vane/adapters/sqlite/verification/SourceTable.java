package dev.vane.adapters.sqlite.verification;

import dev.vane.domain.weather.SourceId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The small numbers that stand for sources in packed pairs. They are never taken away. */
final class SourceTable {

    private SourceTable() {}

    /** Every source by its key. */
    static Map<Long, SourceId> all(Connection connection) throws SQLException {
        Map<Long, SourceId> sources = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT id, name FROM source");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                sources.put(rows.getLong(1), new SourceId(rows.getString(2)));
            }
        }
        return sources;
    }
}
