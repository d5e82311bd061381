package dev.vane.gazetteer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes the file: the same towns always give the same bytes. */
final class GazetteerWriter {

    /** The tables. */
    static final String SCHEMA = "schema.sql";

    private static final String ATTRIBUTION =
            "Place names by GeoNames (geonames.org), licensed under CC BY 4.0, reduced to an index";

    private final List<GeoNamesTown> towns;
    private final Areas areas;
    private final SortedMap<String, Integer> zones = new TreeMap<>();

    /**
     * Prepares to write.
     *
     * @param towns the most populous first
     * @param areas all that the towns lie in
     */
    GazetteerWriter(List<GeoNamesTown> towns, Areas areas) {
        this.towns = towns;
        this.areas = areas;
        SortedSet<String> names = new TreeSet<>();
        towns.forEach(town -> names.add(town.zone()));
        names.forEach(name -> zones.put(name, zones.size() + 1));
    }

    /** Writes to a file that does not exist. */
    void write(Path file) throws IOException {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = database.createStatement()) {
            statement.executeUpdate("PRAGMA journal_mode = OFF");
            statement.executeUpdate("PRAGMA synchronous = OFF");
            statement.executeUpdate("PRAGMA cache_size = -65536");
            statement.executeUpdate(schema());
            database.setAutoCommit(false);
            writeAll(database);
            database.commit();
            database.setAutoCommit(true);
            finish(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write the gazetteer to " + file, e);
        }
        vacuum(file);
    }

    /** On a connection of its own: the indexes keep statements open on the first. */
    private static void vacuum(Path file) {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = database.createStatement()) {
            statement.executeUpdate("VACUUM");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot vacuum " + file, e);
        }
    }

    private void writeAll(Connection database) throws SQLException {
        writeMetadata(database);
        writeZones(database);
        writeRegions(database);
        writeAreaNames(database);
        writeTowns(database);
        writeCells(database);
        writeRanking(database);
        writeWords(database);
    }

    /** Each index becomes one segment: small, and the same for the same rows. */
    private static void finish(Statement statement) throws SQLException {
        statement.executeUpdate("INSERT INTO town_word (town_word) VALUES ('optimize')");
        statement.executeUpdate("INSERT INTO town_name (town_name) VALUES ('optimize')");
    }

    private static String schema() throws IOException {
        try (InputStream sql = GazetteerWriter.class.getResourceAsStream(SCHEMA)) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void writeMetadata(Connection database) throws SQLException {
        LocalDate date = towns.stream()
                .map(GeoNamesTown::modified)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Map<String, String> metadata = new TreeMap<>(Map.of(
                "source",
                "GeoNames (geonames.org), cities500 and admin1CodesASCII",
                "licence",
                "CC BY 4.0",
                "attribution",
                ATTRIBUTION,
                "data-date",
                date.toString(),
                "towns",
                String.valueOf(towns.size())));
        try (PreparedStatement insert = database.prepareStatement("INSERT INTO metadata VALUES (?, ?)")) {
            for (Map.Entry<String, String> entry : metadata.entrySet()) {
                execute(insert, entry.getKey(), entry.getValue());
            }
        }
    }

    private void writeZones(Connection database) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement("INSERT INTO zone VALUES (?, ?)")) {
            for (Map.Entry<String, Integer> zone : zones.entrySet()) {
                execute(insert, zone.getValue(), zone.getKey());
            }
        }
    }

    private void writeRegions(Connection database) throws SQLException {
        AreaTokens tokens = AreaTokens.of(areas);
        try (PreparedStatement insert = database.prepareStatement("INSERT INTO region VALUES (?, ?, ?, ?, ?)")) {
            for (Map.Entry<Area, Integer> number : areas.numbers().entrySet()) {
                Area area = number.getKey();
                execute(
                        insert,
                        number.getValue(),
                        area.country(),
                        area.code(),
                        areas.names().get(area),
                        tokens.of(area));
            }
        }
    }

    private void writeAreaNames(Connection database) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement("INSERT INTO area_name VALUES (?, ?)")) {
            for (Map.Entry<String, SortedSet<String>> name :
                    AreaNames.tokens(areas).entrySet()) {
                for (String token : name.getValue()) {
                    execute(insert, name.getKey(), token);
                }
            }
        }
    }

    private void writeTowns(Connection database) throws SQLException {
        Map<Area, Integer> numbers = areas.numbers();
        List<GeoNamesTown> byId = towns.stream()
                .sorted(Comparator.comparingLong(GeoNamesTown::id))
                .toList();
        try (PreparedStatement insert = database.prepareStatement("INSERT INTO town VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (GeoNamesTown town : byId) {
                Integer elevation =
                        town.elevation().stream().boxed().findFirst().orElse(null);
                execute(
                        insert,
                        town.id(),
                        town.name(),
                        numbers.get(town.area()),
                        town.latitude(),
                        town.longitude(),
                        town.population(),
                        zones.get(town.zone()),
                        elevation);
            }
        }
    }

    private void writeCells(Connection database) throws SQLException {
        SortedMap<Integer, List<GeoNamesTown>> cells = towns.stream()
                .sorted(Comparator.comparingLong(GeoNamesTown::id))
                .collect(Collectors.groupingBy(GazetteerWriter::cell, TreeMap::new, Collectors.toList()));
        try (PreparedStatement insert = database.prepareStatement("INSERT INTO cell VALUES (?, ?)")) {
            for (Map.Entry<Integer, List<GeoNamesTown>> cell : cells.entrySet()) {
                execute(insert, cell.getKey(), ids(cell.getValue()));
            }
        }
    }

    private void writeRanking(Connection database) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement("INSERT INTO ranking VALUES (?)")) {
            execute(insert, (Object) ids(towns));
        }
    }

    /** The ids as differences to the one before, which compress to half of the ids' own size. */
    private static byte[] ids(List<GeoNamesTown> towns) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * towns.size());
        int before = 0;
        for (GeoNamesTown town : towns) {
            int id = Math.toIntExact(town.id());
            bytes.putInt(id - before);
            before = id;
        }
        return bytes.array();
    }

    private void writeWords(Connection database) throws SQLException {
        AreaTokens tokens = AreaTokens.of(areas);
        int rank = 0;
        try (PreparedStatement names =
                        database.prepareStatement("INSERT INTO town_name (rowid, name, area) VALUES (?, ?, ?)");
                PreparedStatement others =
                        database.prepareStatement("INSERT INTO town_word (rowid, alias, word) VALUES (?, ?, ?)")) {
            for (GeoNamesTown town : towns) {
                rank++;
                SearchWords words = SearchWords.of(town);
                execute(names, rank, words.name(), tokens.of(town.area()));
                execute(others, rank, words.alias(), words.word());
            }
        }
    }

    /** The square degree, counted eastward from the antimeridian and row by row from the south pole. */
    private static int cell(GeoNamesTown town) {
        int row = (town.latitude() + 90 * GeoNamesTown.UNITS_PER_DEGREE) / GeoNamesTown.UNITS_PER_DEGREE;
        int column = (town.longitude() + 180 * GeoNamesTown.UNITS_PER_DEGREE) / GeoNamesTown.UNITS_PER_DEGREE;
        return Math.min(row, 179) * 360 + Math.min(column, 359);
    }

    private static void execute(PreparedStatement insert, Object... values) throws SQLException {
        for (int index = 0; index < values.length; index++) {
            insert.setObject(index + 1, values[index]);
        }
        insert.executeUpdate();
    }
}
