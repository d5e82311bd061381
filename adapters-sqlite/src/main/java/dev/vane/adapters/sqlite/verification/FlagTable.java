package dev.vane.adapters.sqlite.verification;

import dev.vane.adapters.sqlite.archive.Codes;
import dev.vane.adapters.sqlite.archive.Times;
import dev.vane.adapters.sqlite.database.StorageException;
import dev.vane.application.spi.VerificationStore.FlaggedReading;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.quality.QualityFlag;
import dev.vane.domain.quality.QualityRule;
import dev.vane.domain.weather.SourceId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One row a flag of a reading. */
final class FlagTable {

    private static final String DELETE = "DELETE FROM quality_flag WHERE place = ? AND valid_time = ? AND source = ?";

    private static final String INSERT = """
            INSERT INTO quality_flag (place, valid_time, source, position, variable, rule, excluded, detail)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String BETWEEN = """
            SELECT quality_flag.valid_time, source.name, quality_flag.variable, quality_flag.rule,
                   quality_flag.excluded, quality_flag.detail
              FROM place
              JOIN quality_flag ON quality_flag.place = place.id
              JOIN source ON source.id = quality_flag.source
             WHERE place.code = ? AND quality_flag.valid_time BETWEEN ? AND ?
             ORDER BY quality_flag.valid_time, source.name, quality_flag.position""";

    private FlagTable() {}

    /** Keeps the flags of a reading in place of those it had. */
    static void keep(Connection connection, long place, long source, FlaggedReading reading) throws SQLException {
        long validTime = Times.millis(reading.validTime());
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setLong(1, place);
            delete.setLong(2, validTime);
            delete.setLong(3, source);
            delete.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, place);
            insert.setLong(2, validTime);
            insert.setLong(3, source);
            int position = 0;
            for (QualityFlag flag : reading.flags()) {
                insert.setInt(4, position++);
                insert.setInt(5, Codes.quantity(flag.variable()));
                insert.setString(6, flag.rule().key());
                insert.setBoolean(7, flag.excluded());
                insert.setString(8, flag.detail());
                insert.executeUpdate();
            }
        }
    }

    /** The flagged readings of a place between two times, both inclusive, by ascending valid time, then by source. */
    static List<FlaggedReading> between(Connection connection, PlaceId place, Instant from, Instant to)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(BETWEEN)) {
            select.setString(1, place.toString());
            select.setLong(2, Times.nearestMillis(from));
            select.setLong(3, Times.nearestMillis(to));
            try (ResultSet rows = select.executeQuery()) {
                return readings(place, rows);
            }
        }
    }

    private static List<FlaggedReading> readings(PlaceId place, ResultSet rows) throws SQLException {
        List<FlaggedReading> readings = new ArrayList<>();
        while (rows.next()) {
            SourceId source = new SourceId(rows.getString("name"));
            Instant validTime = Times.time(rows.getLong("valid_time"));
            List<QualityFlag> flags = new ArrayList<>(List.of(flag(place, rows)));
            if (!readings.isEmpty()) {
                FlaggedReading last = readings.getLast();
                if (last.source().equals(source) && last.validTime().equals(validTime)) {
                    flags.addAll(0, last.flags());
                    readings.removeLast();
                }
            }
            readings.add(new FlaggedReading(source, validTime, flags));
        }
        return List.copyOf(readings);
    }

    private static QualityFlag flag(PlaceId place, ResultSet row) throws SQLException {
        int variable = row.getInt("variable");
        String rule = row.getString("rule");
        return new QualityFlag(
                Codes.variable(variable).orElseThrow(() -> damaged(place, "its variable " + variable + " is unknown")),
                Arrays.stream(QualityRule.values())
                        .filter(known -> known.key().equals(rule))
                        .findFirst()
                        .orElseThrow(() -> damaged(place, "its rule '" + rule + "' is unknown")),
                row.getBoolean("excluded"),
                row.getString("detail"));
    }

    private static StorageException damaged(PlaceId place, String why) {
        return new StorageException("a flag of a reading about " + place + " is damaged: " + why);
    }
}
