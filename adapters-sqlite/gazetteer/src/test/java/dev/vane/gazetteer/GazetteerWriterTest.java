package dev.vane.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GazetteerWriterTest {

    private final List<GeoNamesTown> towns = SampleTowns.all();
    private final TreeMap<Area, String> names = new TreeMap<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void nameEveryAreaThatHasAnAlias() throws IOException {
        try (InputStream aliases = AreaNames.class.getResourceAsStream(AreaNames.ALIASES)) {
            new String(aliases.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('\t')))
                    .forEach(key -> names.put(area(key), key));
        }
        towns.forEach(town -> names.putIfAbsent(town.area(), ""));
    }

    @Test
    void writesTheSameBytesEveryTime() throws IOException {
        Path one = write("one.db");
        Path two = write("two.db");

        assertThat(Files.mismatch(one, two)).isEqualTo(-1);
    }

    @Test
    void writesWhatPassesTheCheck() throws IOException {
        Path file = write("checked.db");

        assertThatCode(() -> new GazetteerCheck(file).run(towns)).doesNotThrowAnyException();
    }

    @Test
    void findsAMissingTown() throws IOException, SQLException {
        assertFault("DELETE FROM town WHERE id = 2950159", "SELECT count(*) FROM town gives 3, not 4");
    }

    @Test
    void findsAZoneThatTheJdkDoesNotHave() throws IOException, SQLException {
        assertFault("UPDATE zone SET name = 'Europe/Atlantis' WHERE number = 1", "Europe/Atlantis");
    }

    @Test
    void findsAnotherVersion() throws IOException, SQLException {
        assertFault("PRAGMA user_version = 2", "PRAGMA user_version gives 2, not 1");
    }

    @Test
    void findsAnotherApplication() throws IOException, SQLException {
        assertFault("PRAGMA application_id = 1", "PRAGMA application_id gives 1");
    }

    @Test
    void findsATownWithoutWords() throws IOException, SQLException {
        assertFault("INSERT INTO town_name (town_name) VALUES ('delete-all')", "gives 0, not 1");
    }

    private void assertFault(String sql, String fault) throws IOException, SQLException {
        Path file = write("faulty.db");
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = database.createStatement()) {
            statement.executeUpdate(sql);
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> new GazetteerCheck(file).run(towns))
                .withMessageContaining(fault);
    }

    private static Area area(String key) {
        return Area.of(key.substring(0, 2), key.length() == 2 ? "00" : key.substring(3));
    }

    private Path write(String name) throws IOException {
        Path file = folder.resolve(name);
        new GazetteerWriter(towns, new Areas(names)).write(file);
        return file;
    }
}
