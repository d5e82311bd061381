package dev.vane.adapters.sqlite.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.adapters.sqlite.SqliteStorage;
import dev.vane.adapters.sqlite.database.RowCheck;
import dev.vane.adapters.sqlite.database.StorageException;
import dev.vane.adapters.sqlite.database.StorageSettings;
import dev.vane.adapters.sqlite.verification.PlausiblePairs;
import dev.vane.application.spi.ArchiveSamples;
import dev.vane.application.spi.VerificationStore.SeriesDay;
import dev.vane.application.spi.VerificationStore.Verified;
import dev.vane.domain.place.Place;
import dev.vane.domain.scoring.ScoredVariable;
import dev.vane.domain.scoring.Series;
import dev.vane.domain.scoring.TruthKind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database comes back from its backup as it was, and what is damaged in one is named. */
class BackupsTest {

    private static final Place PLACE = ArchiveSamples.town(2657896, "Zürich");
    private static final Instant NOON = ArchiveSamples.NOON;
    private static final Series SERIES = new Series(TruthKind.STATION, ScoredVariable.TEMPERATURE, 0);
    private static final LocalDate DATE = LocalDate.parse("2026-03-14");

    @TempDir
    private Path directory;

    @TempDir
    private Path elsewhere;

    private StorageSettings settings;

    @BeforeEach
    void fill() {
        settings = StorageSettings.in(directory);
        try (SqliteStorage storage = SqliteStorage.open(settings)) {
            storage.watches().add(PLACE, NOON);
            for (int hour = 0; hour < 3; hour++) {
                Instant time = NOON.plusSeconds(3600L * hour);
                storage.archive()
                        .keep(
                                PLACE,
                                List.of(ArchiveSamples.report(ArchiveSamples.ALPHA, time, 5 + hour)),
                                Optional.empty(),
                                List.of(time));
            }
            PlausiblePairs pairs = new PlausiblePairs(1);
            storage.verification()
                    .keep(
                            PLACE.id(),
                            new Verified(
                                    List.of(
                                            new SeriesDay(SERIES, pairs.day(DATE)),
                                            new SeriesDay(SERIES, pairs.day(DATE.plusDays(1)))),
                                    List.of(),
                                    List.of()));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + settings.databaseFile());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Test
    void bringsEverythingBack() {
        Path backup = elsewhere.resolve("backup.db");
        StorageSettings other = StorageSettings.in(elsewhere.resolve("data"));
        try (SqliteStorage storage = SqliteStorage.open(settings)) {
            storage.backup(backup);

            RestoreOutcome outcome = Backups.restore(backup, other, false);

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            RestoreOutcome.Restored.class,
                            restored -> assertThat(restored.database().file()).isEqualTo(other.databaseFile()));
            try (SqliteStorage restored = SqliteStorage.open(other)) {
                assertThat(restored.watches().all()).isEqualTo(storage.watches().all());
                assertThat(restored.archive().latest(PLACE.id()))
                        .isNotEmpty()
                        .isEqualTo(storage.archive().latest(PLACE.id()));
                assertThat(restored.verification().due(Instant.MAX, 10))
                        .hasSize(3)
                        .isEqualTo(storage.verification().due(Instant.MAX, 10));
                assertThat(restored.verification().days(PLACE.id(), SERIES, LocalDate.MIN, LocalDate.MAX))
                        .hasSize(2)
                        .isEqualTo(storage.verification().days(PLACE.id(), SERIES, LocalDate.MIN, LocalDate.MAX));
            }
        }
    }

    @Test
    void tellsThatThereIsADatabase() {
        Path backup = elsewhere.resolve("backup.db");
        try (SqliteStorage storage = SqliteStorage.open(settings)) {
            storage.backup(backup);
        }

        assertThat(Backups.restore(backup, settings, false))
                .isEqualTo(new RestoreOutcome.DatabaseExists(directory.resolve("vane.db")));
        assertThat(Backups.restore(backup, settings, true)).isInstanceOf(RestoreOutcome.Restored.class);
    }

    @Test
    void findsNothingWrongWithASoundDatabase() throws IOException {
        byte[] before = Files.readAllBytes(settings.databaseFile());

        DatabaseCheck check = Backups.check(settings);

        assertThat(check.sound()).isTrue();
        assertThat(check.file().integrity()).isEmpty();
        assertThat(check.file().foreignKeys()).isEmpty();
        assertThat(check.rows())
                .containsExactly(
                        new RowCheck("runs", 3, 0, List.of()), new RowCheck("verification days", 2, 0, List.of()));
        assertThat(Files.readAllBytes(settings.databaseFile())).isEqualTo(before);
    }

    @Test
    void checksADatabaseThatIsInUse() {
        try (SqliteStorage storage = SqliteStorage.open(settings)) {
            assertThat(storage.check().sound()).isTrue();
            assertThat(storage.check()).isEqualTo(storage.check());
        }
    }

    @Test
    void namesEachDamagedRow() throws SQLException {
        execute("UPDATE run SET forecast = substr(forecast, 1, 50) WHERE id = 2");
        execute("UPDATE verification_day SET pairs = x'07' WHERE day = " + DATE.toEpochDay());
        execute("INSERT INTO verification_series VALUES (9, 1, 1, 77, 0);"
                + "INSERT INTO verification_day VALUES (9 * 1048576 + 524288, 9, 0, x'')");

        DatabaseCheck check = Backups.check(settings);

        assertThat(check.sound()).isFalse();
        assertThat(check.file().sound()).isTrue();
        assertThat(check.rows().getFirst().sound()).isEqualTo(2);
        assertThat(check.rows().getFirst().damaged()).isEqualTo(1);
        assertThat(check.rows().getFirst().names())
                .singleElement()
                .asString()
                .startsWith("run 2 of alpha about 2657896: its checksum is ");
        assertThat(check.rows().getLast())
                .isEqualTo(new RowCheck(
                        "verification days",
                        1,
                        2,
                        List.of(
                                "day 2026-03-14: the pairs of temperature by station of 2026-03-14 about 2657896 are"
                                        + " damaged: it has 1 bytes, fewer than its header",
                                "day 1970-01-01: series 1/77/0 of 2657896 is damaged: its variable is unknown")));
    }

    @Test
    void namesWhatRefersToNothing() throws SQLException {
        execute("INSERT INTO watch (place, since) VALUES (17, 0)");

        DatabaseCheck check = Backups.check(settings);

        assertThat(check.sound()).isFalse();
        assertThat(check.file().foreignKeys())
                .containsExactly("row 2 of watch refers to a row of place that is not there");
    }

    @Test
    void reportsADamagedPageAndWhatCanBeReadStill() throws Exception {
        try (RandomAccessFile file =
                new RandomAccessFile(settings.databaseFile().toFile(), "rw")) {
            for (String table : List.of("run", "verification_day")) {
                file.seek((rootPage(table) - 1) * 8192);
                file.write(new byte[] {99, 99, 99, 99, 99, 99, 99, 99});
            }
        }

        DatabaseCheck check = Backups.check(settings);

        assertThat(check.sound()).isFalse();
        assertThat(check.file().integrity()).isNotEmpty();
        assertThat(check.rows()).extracting(RowCheck::damaged).containsExactly(1L, 1L);
        assertThat(check.rows().getFirst().names().getFirst()).startsWith("the runs cannot be read on: ");
    }

    private long rootPage(String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + settings.databaseFile());
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT rootpage FROM sqlite_schema WHERE name = '" + table + "'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void checksNoDatabaseThatAnotherUses() {
        try (SqliteStorage storage = SqliteStorage.open(settings)) {
            assertThat(storage.canRead()).isTrue();
            assertThatThrownBy(() -> Backups.check(settings))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("holds it already");
        }
    }

    @Test
    void checksNoDatabaseThatIsNotThere() {
        assertThatThrownBy(() -> Backups.check(StorageSettings.in(elsewhere)))
                .isInstanceOf(StorageException.class)
                .hasMessage("checking the database: there is no database " + elsewhere.resolve("vane.db"));
        assertThat(elsewhere).isEmptyDirectory();
    }
}
