package dev.vane.adapters.sqlite.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.adapters.sqlite.SqliteStorage;
import dev.vane.adapters.sqlite.database.StorageException;
import dev.vane.adapters.sqlite.database.StorageSettings;
import dev.vane.application.spi.ArchiveSamples;
import dev.vane.application.spi.VerificationStore;
import dev.vane.application.spi.VerificationStore.DueHour;
import dev.vane.application.spi.VerificationStore.FlaggedReading;
import dev.vane.application.spi.VerificationStore.SeriesDay;
import dev.vane.application.spi.VerificationStore.Verified;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.quality.QualityFlag;
import dev.vane.domain.quality.QualityRule;
import dev.vane.domain.scoring.ScoredVariable;
import dev.vane.domain.scoring.Series;
import dev.vane.domain.scoring.TruthKind;
import dev.vane.domain.scoring.VerificationDay;
import dev.vane.domain.weather.Variable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the memory of pairs in SQLite does beyond the contract: all or nothing, over restarts, and never a wrong value. */
class SqliteVerificationStoreTest {

    private static final Place PLACE = ArchiveSamples.town(2657896, "Zürich");
    private static final Instant NOON = ArchiveSamples.NOON;
    private static final LocalDate DATE = LocalDate.parse("2026-03-14");
    private static final Series RAIN = new Series(TruthKind.OFFICIAL, ScoredVariable.PRECIPITATION, 6);
    private static final VerificationDay DAY = new PlausiblePairs(1).day(DATE);
    private static final QualityFlag FLAG =
            new QualityFlag(Variable.TEMPERATURE, QualityRule.RANGE, true, "71 °C is above 60 °C");

    @TempDir
    private Path directory;

    private SqliteStorage storage;

    @BeforeEach
    void open() {
        storage = SqliteStorage.open(StorageSettings.in(directory));
        storage.watches().add(PLACE, NOON);
        storage.archive().keep(PLACE, List.of(), Optional.empty(), List.of(NOON));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private VerificationStore store() {
        return storage.verification();
    }

    private List<DueHour> due() {
        return store().due(Instant.MAX, 10);
    }

    private List<VerificationDay> days() {
        return store().days(PLACE.id(), RAIN, LocalDate.MIN, LocalDate.MAX);
    }

    private void keepDay(VerificationDay day) {
        store().keep(PLACE.id(), new Verified(List.of(new SeriesDay(RAIN, day)), List.of(), List.of()));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("vane.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Test
    void keepsNothingOfWhatFailsHalfway() {
        FlaggedReading flagged = new FlaggedReading(ArchiveSamples.ALPHA, NOON, List.of(FLAG));
        FlaggedReading tooFar = new FlaggedReading(ArchiveSamples.ALPHA, Instant.MAX, List.of(FLAG));
        List<DueHour> before = due();

        assertThatThrownBy(() -> store().keep(
                                PLACE.id(),
                                new Verified(List.of(new SeriesDay(RAIN, DAY)), List.of(flagged, tooFar), before)))
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith("keeping what came of verifying 2657896 in ")
                .hasMessageContaining("is too far away to be kept");

        assertThat(days()).isEmpty();
        assertThat(store().series(PLACE.id())).isEmpty();
        assertThat(store().flags(PLACE.id(), NOON, NOON)).isEmpty();
        assertThat(due()).isEqualTo(before);
    }

    @Test
    void marksNoHourOfAReportThatCouldNotBeKept() {
        Instant later = NOON.plusSeconds(3600);

        assertThatThrownBy(() -> storage.archive()
                        .keep(
                                PLACE,
                                List.of(ArchiveSamples.reportOf(
                                        ArchiveSamples.ALPHA, Instant.MAX, ArchiveSamples.observation(NOON, 5))),
                                Optional.empty(),
                                List.of(later)))
                .isInstanceOf(StorageException.class);

        assertThat(due()).extracting(DueHour::hour).containsExactly(NOON);
    }

    @Test
    void refusesAPlaceThatIsNotOnRecord() {
        assertThatThrownBy(() -> store().keep(
                                new PlaceId.Town(1),
                                new Verified(List.of(new SeriesDay(RAIN, DAY)), List.of(), List.of())))
                .isInstanceOf(StorageException.class)
                .hasMessageEndingWith(": the place is not on record");
    }

    @Test
    void keepsTheFirstAndTheLastDayThatCanBe() {
        LocalDate first = LocalDate.ofEpochDay(-524_288);
        LocalDate last = LocalDate.ofEpochDay(524_287);
        VerificationDay one = new PlausiblePairs(2).day(first);
        VerificationDay other = new PlausiblePairs(3).day(last);

        keepDay(other);
        keepDay(one);

        assertThat(days()).containsExactly(one, other);
        for (LocalDate beyond : List.of(first.minusDays(1), last.plusDays(1), LocalDate.MIN, LocalDate.MAX)) {
            assertThatThrownBy(() -> keepDay(new PlausiblePairs(2).day(beyond)))
                    .isInstanceOf(StorageException.class)
                    .hasMessage("the day " + beyond + " is too far away to be kept");
            assertThat(store().days(PLACE.id(), RAIN, beyond, beyond)).isEmpty();
        }
    }

    @Test
    void knowsEverythingAgainAfterARestart() {
        FlaggedReading flagged = new FlaggedReading(ArchiveSamples.ALPHA, NOON, List.of(FLAG));
        List<DueHour> before = due();
        store().keep(PLACE.id(), new Verified(List.of(new SeriesDay(RAIN, DAY)), List.of(flagged), List.of()));

        close();
        storage = SqliteStorage.open(StorageSettings.in(directory));

        assertThat(days()).containsExactly(DAY);
        assertThat(store().flags(PLACE.id(), NOON, NOON)).containsExactly(flagged);
        assertThat(due()).isEqualTo(before);
    }

    @Test
    void givesNoMarkTwiceOverARestart() {
        List<DueHour> done = due();
        store().keep(PLACE.id(), new Verified(List.of(), List.of(), done));

        close();
        storage = SqliteStorage.open(StorageSettings.in(directory));
        storage.archive().keep(PLACE, List.of(), Optional.empty(), List.of(NOON));

        assertThat(due()).extracting(DueHour::hour).containsExactly(NOON);
        assertThat(due()).doesNotContainAnyElementsOf(done);
    }

    @Test
    void namesADayThatIsDamaged() throws SQLException {
        keepDay(DAY);
        keepDay(new PlausiblePairs(1).day(DATE.plusDays(1)));
        execute("UPDATE verification_day SET pairs = substr(pairs, 1, 100) WHERE day = " + DATE.toEpochDay());

        assertThatThrownBy(this::days)
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith("the pairs of precipitation over 6 h by official of 2026-03-14 about 2657896"
                        + " are damaged: it does not unpack to exactly ");
        assertThat(store().days(PLACE.id(), RAIN, DATE.plusDays(1), LocalDate.MAX))
                .hasSize(1);
    }

    @Test
    void namesASeriesThatIsDamaged() throws SQLException {
        keepDay(DAY);
        execute("UPDATE verification_series SET truth = 9");

        assertThatThrownBy(() -> store().series(PLACE.id()))
                .isInstanceOf(StorageException.class)
                .hasMessage("series 9/11/6 of 2657896 is damaged: its truth is unknown");
    }

    @Test
    void namesAFlagThatIsDamaged() throws SQLException {
        store().keep(
                        PLACE.id(),
                        new Verified(
                                List.of(),
                                List.of(new FlaggedReading(ArchiveSamples.ALPHA, NOON, List.of(FLAG))),
                                List.of()));
        execute("UPDATE quality_flag SET rule = 'mood'");

        assertThatThrownBy(() -> store().flags(PLACE.id(), NOON, NOON))
                .isInstanceOf(StorageException.class)
                .hasMessage("a flag of a reading about 2657896 is damaged: its rule 'mood' is unknown");
    }
}
