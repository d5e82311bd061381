package dev.vane.adapters.sqlite.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.adapters.sqlite.SqliteStorage;
import dev.vane.application.spi.ArchiveSamples;
import dev.vane.application.spi.WeatherArchive.Remembered;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.SourceReport;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that an earlier version of the program made is brought up to date, and nothing of it is lost. */
class UpgradeTest {

    private static final Place PLACE = ArchiveSamples.town(2657896, "Zürich");
    private static final Instant NOON = ArchiveSamples.NOON;
    private static final Instant LATER = NOON.plusSeconds(3600);
    private static final SourceReport ALPHA = ArchiveSamples.report(ArchiveSamples.ALPHA, LATER, 5);
    private static final SourceReport BETA =
            ArchiveSamples.reportOf(ArchiveSamples.BETA, NOON, ArchiveSamples.observation(NOON, 6));

    @TempDir
    private Path recent;

    @TempDir
    private Path old;

    /** What the first version kept of a source with two runs and of one that gives none. */
    @BeforeEach
    void makeADatabaseOfTheFirstVersion() throws SQLException {
        try (SqliteStorage storage = SqliteStorage.open(StorageSettings.in(recent))) {
            storage.archive().keep(PLACE, ArchiveSamples.report(ArchiveSamples.ALPHA, NOON, 4));
            storage.archive().keep(PLACE, ALPHA);
            storage.archive().keep(PLACE, BETA);
        }
        Migrator first = new Migrator(List.of(Migration.all().getFirst()));
        Database.start(StorageSettings.in(old), first, () -> {}).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + old.resolve("vane.db"))) {
            Sql.run(connection, "ATTACH '" + recent.resolve("vane.db") + "' AS recent");
            Sql.run(connection, "INSERT INTO place SELECT * FROM recent.place");
            Sql.run(connection, "INSERT INTO source SELECT * FROM recent.source");
            Sql.run(connection, "INSERT INTO heard SELECT place, source, fetched_at FROM recent.heard");
            Sql.run(connection, "CREATE TABLE later AS SELECT * FROM recent.observation");
            Sql.run(connection, "ALTER TABLE later DROP COLUMN rain_reset");
            Sql.run(connection, "ALTER TABLE later DROP COLUMN rain_counter");
            Sql.run(connection, "INSERT INTO observation SELECT * FROM later");
            Sql.run(connection, "DROP TABLE later");
            Sql.run(connection, "INSERT INTO run SELECT * FROM recent.run");
        }
    }

    @Test
    void knowsTheScriptOfTheFirstVersion() {
        assertThat(Migration.all().getFirst().checksum())
                .isEqualTo("cbfe45a1b663c7088b20be74f68f7d9a007550b4316738907925dc7b132bf9f5");
    }

    @Test
    void countsTheAgeOfAnOldRunFromWhenItBecameAvailable() {
        try (SqliteStorage storage = SqliteStorage.open(StorageSettings.in(old))) {
            assertThat(storage.archive().latest(PLACE.id()))
                    .containsExactlyInAnyOrder(
                            new Remembered(ALPHA, Optional.empty(), Optional.of(LATER)),
                            new Remembered(BETA, Optional.empty(), Optional.empty()));
        }
    }

    @Test
    void knowsARunThatRepeatsAnOldOne() {
        try (SqliteStorage storage = SqliteStorage.open(StorageSettings.in(old))) {
            Instant now = LATER.plusSeconds(60);
            Run again = new Run(ALPHA.run().orElseThrow().issuedAt(), now, List.of(), List.of());

            storage.archive().keep(PLACE, ArchiveSamples.reportOf(ArchiveSamples.ALPHA, now, again));

            assertThat(storage.archive().latest(PLACE.id()))
                    .extracting(Remembered::runSince)
                    .containsExactlyInAnyOrder(Optional.of(LATER), Optional.empty());
        }
    }

    @Test
    void leavesADatabaseThatIsSound() {
        try (SqliteStorage storage = SqliteStorage.open(StorageSettings.in(old))) {
            assertThat(storage.facts().schemaVersion())
                    .isEqualTo(Migration.all().size());
        }
        try (Database database = Database.open(StorageSettings.in(old))) {
            String integrity = database.read("checking", c -> Sql.text(c, "PRAGMA integrity_check"));
            long orphans =
                    database.read("checking", c -> Sql.number(c, "SELECT count(*) FROM pragma_foreign_key_check"));
            long vacuum = database.read("checking", c -> Sql.number(c, "PRAGMA auto_vacuum"));
            assertThat(vacuum).as("can give free pages back").isEqualTo(2);
            assertThat(integrity).isEqualTo("ok");
            assertThat(orphans).isZero();
        }
    }
}
