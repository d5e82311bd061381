package dev.vane.adapters.sqlite.archive;

import static dev.vane.application.spi.ArchiveSamples.ALPHA;
import static dev.vane.application.spi.ArchiveSamples.BETA;
import static dev.vane.application.spi.ArchiveSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.adapters.sqlite.SqliteStorage;
import dev.vane.adapters.sqlite.database.ChildJvm;
import dev.vane.adapters.sqlite.database.StorageException;
import dev.vane.adapters.sqlite.database.StorageSettings;
import dev.vane.application.spi.ArchiveSamples;
import dev.vane.application.spi.WeatherArchive.Remembered;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Alert;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the contract of the port leaves to the adapter: the file survives, and damage is named. */
class SqliteWeatherArchiveTest {

    private static final Place PLACE = ArchiveSamples.town(2657896, "Zürich");

    @TempDir
    private Path directory;

    private SqliteStorage storage;

    @BeforeEach
    void open() {
        storage = SqliteStorage.open(StorageSettings.in(directory));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void remembersAfterARestart() {
        SourceReport report = ArchiveSamples.report(ALPHA, NOON, 5);
        storage.archive().keep(PLACE, report);
        storage.close();

        open();

        assertThat(latest()).containsExactly(report);
    }

    @Test
    void remembersDueTimesAgesAndWarningsAfterARestart() {
        SourceReport report = ArchiveSamples.report(ALPHA, NOON, 5).withAlerts(List.of(ArchiveSamples.alert("a")));
        Instant dueAt = NOON.plusSeconds(600);
        storage.archive().keep(PLACE, List.of(report), Optional.of(dueAt));
        storage.close();

        open();

        assertThat(storage.archive().latest(PLACE.id()))
                .containsExactly(new Remembered(report, Optional.of(dueAt), Optional.of(NOON)));
    }

    @Test
    void keepsNothingOfAnAnswerOfWhichOneReportCannotBeKept() throws SQLException {
        SourceReport good = ArchiveSamples.report(ALPHA, NOON, 5).withAlerts(List.of(ArchiveSamples.alert("a")));
        Observation beyond = ArchiveSamples.observation(Instant.MAX, 5);

        assertThatThrownBy(() -> storage.archive()
                        .keep(PLACE, List.of(good, ArchiveSamples.reportOf(BETA, NOON, beyond)), Optional.empty()))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("keeping a report of alpha, beta-2 about 2657896")
                .hasMessageContaining("is too far away to be kept");

        for (String table : List.of("place", "source", "heard", "observation", "run", "alert")) {
            assertThat(query("SELECT count(*) FROM " + table)).as(table).containsExactly("0");
        }
    }

    @Test
    void keepsWarningsThatHaveEndedOnRecord() throws SQLException {
        warn(NOON, "a", "b");
        warn(NOON.plusSeconds(1), "b");
        warn(NOON.plusSeconds(2));
        warn(NOON.minusSeconds(1), "a", "c"); // comes late

        String fromNoon = "(first_heard - %1$d) / 1000, (last_heard - %1$d) / 1000".formatted(NOON.toEpochMilli());
        assertThat(query("SELECT code, " + fromNoon + ", event, position FROM alert ORDER BY code"))
                .containsExactly(
                        "a|-1|0|Winter Storm Warning|null",
                        "b|0|1|Winter Storm Warning|null",
                        "c|-1|-1|Winter Storm Warning|null");
    }

    @Test
    void recordsOfAWarningWhatWasSaidLastEvenIfOtherThingsComeLate() throws SQLException {
        warn(NOON, "a");
        warn(NOON.plusSeconds(2));
        Alert before = ArchiveSamples.alert("a");
        Alert changed = new Alert(
                "a", "Flood", before.gravity(), before.validity(), before.message(), before.area(), before.sender());
        keep(NOON.minusSeconds(1), List.of(changed));
        assertThat(query("SELECT event FROM alert")).containsExactly("Winter Storm Warning");

        keep(NOON.plusSeconds(1), List.of(changed));
        assertThat(query("SELECT event, position FROM alert")).containsExactly("Flood|null");
    }

    private void warn(Instant fetchedAt, String... ids) {
        keep(fetchedAt, Stream.of(ids).map(ArchiveSamples::alert).toList());
    }

    private void keep(Instant fetchedAt, List<Alert> alerts) {
        Observation observation = ArchiveSamples.observation(fetchedAt, 5);
        storage.archive()
                .keep(
                        PLACE,
                        ArchiveSamples.reportOf(ALPHA, fetchedAt, observation).withAlerts(alerts));
    }

    @Test
    void keepsHalfACharacterAsAQuestionMark() {
        Alert before = ArchiveSamples.alert("a");
        Alert half = new Alert(
                "\ud83c", "\udf27!", before.gravity(), before.validity(), before.message(), before.area(), "");

        keep(NOON, List.of(half));

        assertThat(latest().getFirst().alerts().orElseThrow())
                .singleElement()
                .satisfies(alert -> assertThat(alert.id() + alert.event()).isEqualTo("??!"));
    }

    @Test
    void namesAWarningThatIsDamaged() throws SQLException {
        warn(NOON, "a");
        damage("UPDATE alert SET severity = 'dreadful'");

        assertThatThrownBy(() -> storage.archive().latest(PLACE.id()))
                .isInstanceOf(StorageException.class)
                .hasMessage("warning 'a' of alpha about 2657896 is damaged: its severity is 'dreadful', which CAP does"
                        + " not know");
    }

    @Test
    void keepsARunOfTheSameForecastOnce() throws SQLException {
        for (int i = 0; i < 5; i++) {
            Instant now = NOON.plus(Duration.ofHours(i));
            storage.archive().keep(PLACE, ArchiveSamples.reportOf(ALPHA, now, fetchedAt(now)));
        }

        assertThat(query("SELECT count(*), max(last_fetched_at) - max(available_at) FROM run"))
                .containsExactly("1|14400000");
    }

    private static Run fetchedAt(Instant now) {
        Run run = ArchiveSamples.run(NOON, 24, 5);
        return new Run(Optional.of(now), now, run.hourly(), run.daily());
    }

    @Test
    void keepsEveryRunAndEveryObservation() throws SQLException {
        for (int i = 0; i < 5; i++) {
            storage.archive().keep(PLACE, ArchiveSamples.report(ALPHA, NOON.plusSeconds(i), i));
        }

        assertThat(query("SELECT (SELECT count(*) FROM run), (SELECT count(*) FROM observation)"))
                .containsExactly("5|5");
    }

    @Test
    void bringsThePlaceUpToDate() throws SQLException {
        storage.archive().keep(PLACE, ArchiveSamples.report(ALPHA, NOON, 5));
        storage.archive()
                .keep(ArchiveSamples.town(2657896, "Zuerich"), ArchiveSamples.report(ALPHA, NOON.plusSeconds(1), 5));

        assertThat(query("SELECT code, name, zone, elevation FROM place"))
                .containsExactly("2657896|Zuerich|Europe/Zurich|408");
    }

    @Test
    void namesARunThatIsDamaged() throws SQLException {
        storage.archive().keep(PLACE, ArchiveSamples.report(ALPHA, NOON, 5));
        damage("UPDATE run SET forecast = substr(forecast, 1, length(forecast) - 3)");

        assertThatThrownBy(() -> storage.archive().latest(PLACE.id()))
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith("run 1 of alpha about 2657896 is damaged: its checksum is");
    }

    @Test
    void knowsARunAgainThatIsKeptInTheFirstVersion() throws SQLException {
        Run run = ArchiveSamples.run(NOON, 48, 5);
        storage.archive().keep(PLACE, ArchiveSamples.reportOf(ALPHA, NOON, run));
        damage("UPDATE run SET forecast = x'" + HexFormat.of().formatHex(VersionOne.bytes()) + "'");
        assertThat(latest()).containsExactly(ArchiveSamples.reportOf(ALPHA, NOON, run));
        Instant later = NOON.plusSeconds(60);

        storage.archive()
                .keep(
                        PLACE,
                        ArchiveSamples.reportOf(
                                ALPHA, later, new Run(run.issuedAt(), later, run.hourly(), run.daily())));

        assertThat(query("SELECT count(*) FROM run")).containsExactly("1");
        assertThat(latest()).containsExactly(ArchiveSamples.reportOf(ALPHA, later, run));
    }

    @Test
    void namesAnObservationThatIsDamaged() throws SQLException {
        storage.archive().keep(PLACE, ArchiveSamples.report(ALPHA, NOON, 5));
        damage("UPDATE observation SET temperature = 1000000");

        assertThatThrownBy(() -> storage.archive().latest(PLACE.id()))
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith("the observation of alpha about 2657896 is damaged: temperature is 10000.0");
    }

    @Test
    void keepsANewRunBesideADamagedOne() throws SQLException {
        storage.archive().keep(PLACE, ArchiveSamples.report(ALPHA, NOON, 5));
        damage("UPDATE run SET forecast = substr(forecast, 1, length(forecast) - 3)");
        SourceReport later = ArchiveSamples.report(ALPHA, NOON.plusSeconds(1), 6);

        storage.archive().keep(PLACE, later);

        assertThat(latest()).containsExactly(later);
    }

    @Test
    void refusesATimeBeyondAllWeatherAndKeepsNothingOfTheReport() throws SQLException {
        Observation observation = ArchiveSamples.observation(Instant.MAX, 5);

        assertThatThrownBy(() -> storage.archive().keep(PLACE, ArchiveSamples.reportOf(ALPHA, NOON, observation)))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("keeping a report of alpha about 2657896")
                .hasMessageContaining("is too far away to be kept");
        assertThat(query("SELECT count(*) FROM place")).containsExactly("0");
    }

    @Test
    void findsTheLatestByIndexesAlone() throws SQLException {
        List<String> plan = query("EXPLAIN QUERY PLAN " + SqliteWeatherArchive.LATEST);

        assertThat(plan).isNotEmpty().noneMatch(step -> step.contains("SCAN"));
    }

    @Test
    void losesNothingAcknowledgedWhenItIsKilled() throws Exception {
        storage.close();
        int acknowledged = 0;
        try (ChildJvm child = ChildJvm.start(KeepUntilKilled.class, directory.toString())) {
            while (acknowledged < 50) {
                acknowledged = Integer.parseInt(child.readLine().orElseThrow());
            }
            child.kill();
            for (Optional<String> line = child.readLine(); line.isPresent(); line = child.readLine()) {
                acknowledged = Integer.parseInt(line.get());
            }
        }

        open();

        assertThat(query("PRAGMA integrity_check")).containsExactly("ok");
        assertThat(query("PRAGMA foreign_key_check")).isEmpty();
        int kept = Integer.parseInt(query("SELECT count(*) FROM run").getFirst());
        assertThat(kept).isGreaterThanOrEqualTo(acknowledged);
        assertThat(query("SELECT count(*) FROM observation")).containsExactly(Integer.toString(kept));
    }

    private List<SourceReport> latest() {
        return storage.archive().latest(PLACE.id()).stream()
                .map(Remembered::report)
                .toList();
    }

    private List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    values.add(row.getString(column));
                }
                rows.add(String.join("|", values));
            }
        }
        return rows;
    }

    private void damage(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("vane.db"));
    }

    /** Keeps reports, and says each number when it is acknowledged. */
    static final class KeepUntilKilled {

        private KeepUntilKilled() {}

        public static void main(String[] arguments) throws IOException {
            try (SqliteStorage storage = SqliteStorage.open(StorageSettings.in(Path.of(arguments[0])))) {
                for (int n = 1; n < 100_000; n++) {
                    SourceId source = new SourceId("s" + n % 4);
                    storage.archive().keep(PLACE, ArchiveSamples.report(source, NOON.plusSeconds(n), n % 30));
                    ChildJvm.say(Integer.toString(n));
                }
                ChildJvm.waitToBeKilled();
            }
        }
    }
}
