package dev.vane.adapters.sqlite.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.domain.place.PlaceId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GazetteerFileTest {

    @TempDir
    private Path folder;

    @Test
    void refusesAFileThatIsNotThere() {
        assertRefused(folder.resolve("absent.db"), "is not there");
    }

    @Test
    void refusesAFolder() {
        assertRefused(folder, "is not there");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        assertRefused(Files.createFile(folder.resolve("empty.db")), "is not a SQLite database");
    }

    @Test
    void refusesATextFile() throws IOException {
        assertRefused(Files.writeString(folder.resolve("text.db"), "x".repeat(5_000)), "is not a SQLite database");
    }

    @Test
    void refusesADatabaseOfSomethingElse() throws SQLException {
        assertRefused(database("PRAGMA application_id = 66"), "application id 00000042, not 56474154");
    }

    @Test
    void refusesANewerVersion() throws SQLException {
        assertRefused(
                database("PRAGMA application_id = 0x56474154; PRAGMA user_version = 2"),
                "has version 2, and this program reads 1");
    }

    @Test
    void refusesATruncatedFile() throws IOException {
        Path file = Files.copy(BuiltGazetteer.path(), folder.resolve("truncated.db"));
        long size = Files.size(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size - 4096);
        }

        assertRefused(file, "has " + (size - 4096) + " bytes, not the " + size);
    }

    @Test
    void refusesAGazetteerWithoutItsTables() throws SQLException {
        assertRefused(
                database("PRAGMA application_id = 0x56474154; PRAGMA user_version = 1; CREATE TABLE a (b)"),
                "cannot be opened");
    }

    @Test
    void opensAFileWhoseNameHasCharactersOfUrls() throws IOException {
        Path file = Files.copy(BuiltGazetteer.path(), folder.resolve("a b#c?d%20é.db"));

        try (SqliteGazetteer gazetteer = SqliteGazetteer.open(file)) {
            assertThat(gazetteer.town(new PlaceId.Town(2950159))).isPresent();
        }
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void cannotBeWrittenTo() throws SQLException {
        try (Connection connection = new GazetteerFile(BuiltGazetteer.path()).connect();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("DELETE FROM town"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("readonly");
        }
    }

    private Path database(String sql) throws SQLException {
        Path file = folder.resolve("other.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
            statement.executeUpdate("CREATE TABLE something (x)");
        }
        return file;
    }

    private static void assertRefused(Path file, String found) {
        assertThatThrownBy(() -> SqliteGazetteer.open(file))
                .isInstanceOf(SqliteGazetteerException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(found);
    }
}
