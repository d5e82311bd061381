package dev.vane.adapters.sqlite.watch;

import static dev.vane.application.spi.ArchiveSamples.ALPHA;
import static dev.vane.application.spi.ArchiveSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.adapters.sqlite.SqliteStorage;
import dev.vane.adapters.sqlite.database.StorageException;
import dev.vane.adapters.sqlite.database.StorageSettings;
import dev.vane.application.spi.ArchiveSamples;
import dev.vane.application.spi.WatchList.Watch;
import dev.vane.application.spi.WeatherArchive.Remembered;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.SourceReport;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the contract of the port leaves to the adapter: watches survive, beside the archive and never at its cost. */
class SqliteWatchListTest {

    private static final Place PLACE = ArchiveSamples.town(2657896, "Zürich");
    private static final Place RENAMED = ArchiveSamples.town(2657896, "Zuerich");

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
        storage.watches().add(PLACE, NOON);
        storage.close();

        open();

        assertThat(storage.watches().all()).containsExactly(new Watch(PLACE, NOON));
    }

    @Test
    void leavesTheArchiveOfAPlaceThatIsWatchedNoMore() {
        SourceReport report = ArchiveSamples.report(ALPHA, NOON, 5);
        storage.watches().add(PLACE, NOON);
        storage.archive().keep(PLACE, report);

        storage.watches().remove(PLACE.id());

        assertThat(storage.watches().all()).isEmpty();
        assertThat(storage.archive().latest(PLACE.id()))
                .extracting(Remembered::report)
                .containsExactly(report);
    }

    @Test
    void watchesNothingForHavingArchivedIt() {
        storage.archive().keep(PLACE, ArchiveSamples.report(ALPHA, NOON, 5));

        assertThat(storage.watches().all()).isEmpty();
    }

    @Test
    void hasThePlaceAsItWasArchivedLast() {
        storage.watches().add(PLACE, NOON);

        storage.archive().keep(RENAMED, ArchiveSamples.report(ALPHA, NOON, 5));

        assertThat(storage.watches().all()).containsExactly(new Watch(RENAMED, NOON));
    }

    @Test
    void keepsNothingOfAWatchSinceATimeBeyondAllWeather() throws SQLException {
        assertThatThrownBy(() -> storage.watches().add(PLACE, Instant.MAX))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("watching 2657896")
                .hasMessageContaining("is too far away to be kept");

        assertThat(storage.watches().all()).isEmpty();
        assertThat(update("DELETE FROM place")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code = '1,2,3'",
                "code = 'Zurich'",
                "name = ' '",
                "zone = 'Europe/Nowhere'",
                "latitude = 91",
                "population = -1",
                "country_code = 'ch'"
            })
    void namesAPlaceThatIsDamaged(String damage) throws SQLException {
        storage.watches().add(PLACE, NOON);
        assertThat(update("UPDATE place SET " + damage)).isEqualTo(1);

        assertThatThrownBy(() -> storage.watches().all())
                .isInstanceOf(StorageException.class)
                .hasMessageMatching("place '(2657896|1,2,3|Zurich)' is damaged: .+");
    }

    private int update(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("vane.db"));
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
