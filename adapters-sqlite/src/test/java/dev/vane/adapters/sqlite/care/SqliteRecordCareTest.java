package dev.vane.adapters.sqlite.care;

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
import dev.vane.application.spi.WeatherRecord.Observed;
import dev.vane.application.spi.WeatherRecord.Span;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import dev.vane.domain.weather.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the contract of the port leaves to the adapter: damage stays where it is, and a kill loses and doubles nothing. */
class SqliteRecordCareTest {

    private static final Place PLACE = ArchiveSamples.town(2657896, "Zürich");
    private static final int KILLS = 4;

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

    private static Instant hour(int hours) {
        return NOON.plus(Duration.ofHours(hours));
    }

    private void keepHours(SourceId source, int hours) {
        List<SourceReport> reports = new ArrayList<>();
        for (int i = 0; i < hours; i++) {
            reports.add(ArchiveSamples.reportOf(source, hour(i), ArchiveSamples.observation(hour(i), i % 40)));
        }
        storage.archive().keep(PLACE, reports, Optional.empty());
    }

    private List<Observed> observations(int from, int to) {
        return storage.record().observations(PLACE.id(), hour(from), hour(to));
    }

    @Test
    void keepsAMonthByTheHourInOnePack() throws SQLException {
        keepHours(ALPHA, 24 * 80);
        for (int day = 0; day < 90; day++) {
            storage.care().pack(hour(24 * day));
        }

        assertThat(numbers("SELECT count(*) FROM observation_pack")).containsExactly(4L); // March, April, May, June
        assertThat(numbers("SELECT count(*) FROM observation")).containsExactly(1L);
    }

    @Test
    void namesAPackThatIsDamagedAndReadsTheOthers() throws SQLException {
        keepHours(ALPHA, 24 * 40);
        storage.care().pack(hour(2000));
        damage("first_time = (SELECT min(first_time) FROM observation_pack)");

        assertThatThrownBy(() -> observations(5, 5))
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith("the observations of alpha about 2657896 from 2026-03-14T12:00:00Z to"
                        + " 2026-03-31T23:00:00Z are damaged: their checksum is ");
        assertThat(observations(24 * 18, 2000)).hasSize(24 * 22);
        assertThat(storage.archive().latest(PLACE.id())).hasSize(1);
    }

    @Test
    void packsWhatItCanBesideAPackThatIsDamaged() throws SQLException {
        keepHours(ALPHA, 24 * 10);
        storage.care().pack(hour(24 * 5));
        damage("source = (SELECT id FROM source WHERE name = 'alpha')");
        keepHours(BETA, 24 * 10);

        assertThatThrownBy(() -> storage.care().pack(hour(2000)))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("of alpha about 2657896");

        assertThat(numbers("SELECT count(*) FROM observation GROUP BY source")).containsExactly(132L, 1L);
        assertThat(observations(24 * 6, 2000)).hasSize(2 * 24 * 4);
    }

    @Test
    void deletesAPackThatIsDamagedWhenItIsOldEnough() throws SQLException {
        keepHours(ALPHA, 24 * 40);
        storage.care().pack(hour(2000));
        damage("first_time = (SELECT min(first_time) FROM observation_pack)");

        assertThatThrownBy(() -> storage.care().deleteObservations(hour(24 * 10)))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("are damaged");
        storage.care().deleteObservations(hour(24 * 20));

        assertThat(observations(0, 2000)).hasSize(24 * 20);
    }

    @Test
    void givesRoomBackToTheFileSystem() throws IOException {
        for (int hours = 0; hours < 1500; hours++) {
            storage.archive().keep(PLACE, ArchiveSamples.report(ALPHA, hour(hours), hours % 40));
        }
        storage.close();
        long before = Files.size(directory.resolve("vane.db"));
        open();

        storage.care().deleteRuns(Instant.MAX);
        storage.care().deleteObservations(Instant.MAX);
        storage.care().shrink();

        assertThat(storage.care().bytesUsed()).isLessThan(before / 2);
        storage.close();
        assertThat(Files.size(directory.resolve("vane.db"))).isLessThan(before / 2);
        open();
        assertThat(storage.archive().latest(PLACE.id())).hasSize(1);
    }

    @Test
    void losesAndDoublesNothingWhenItIsKilled() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int kept = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            storage.close();
            int acknowledged = workUntilKilled(kept, kept + 1 + random.nextInt(150));
            open();
            kept = requireEachOnce(acknowledged, seed);
        }
        assertThat(numbers("SELECT count(*) FROM observation_pack").getFirst())
                .as("packs, seed %s", seed)
                .isPositive();
    }

    private int workUntilKilled(int from, int enough) throws IOException {
        int acknowledged = from;
        try (ChildJvm child =
                ChildJvm.start(KeepAndPackUntilKilled.class, directory.toString(), Integer.toString(from))) {
            while (acknowledged < enough) {
                acknowledged = Integer.parseInt(child.readLine().orElseThrow());
            }
            child.kill();
            for (Optional<String> line = child.readLine(); line.isPresent(); line = child.readLine()) {
                acknowledged = Integer.parseInt(line.get());
            }
        }
        return acknowledged;
    }

    /** Checks that every observation is there once, as it was kept last; tells how many there are. */
    private int requireEachOnce(int acknowledged, long seed) throws SQLException {
        List<Integer> hours = new ArrayList<>();
        storage.record()
                .scanObservations(
                        new Span(PLACE.id(), Optional.of(ALPHA), Instant.MIN, Instant.MAX),
                        List.of(Variable.TEMPERATURE),
                        chunk -> {
                            for (int i = 0; i < chunk.size(); i++) {
                                int at = (int) Duration.between(NOON, Instant.ofEpochMilli(chunk.time(i)))
                                        .toHours();
                                assertThat(chunk.value(0, i)).isEqualTo(at % 40);
                                hours.add(at);
                            }
                        });
        assertThat(hours).as("seed %s", seed).hasSizeGreaterThanOrEqualTo(acknowledged);
        for (int at = 0; at < hours.size(); at++) {
            assertThat(hours.get(at)).as("seed %s", seed).isEqualTo(at);
        }
        assertThat(numbers("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"))
                .containsExactly(0L);
        assertThat(numbers("SELECT count(*) FROM observation_pack AS a JOIN observation_pack AS b"
                        + " ON a.id <> b.id AND a.first_time BETWEEN b.first_time AND b.last_time"))
                .containsExactly(0L);
        return hours.size();
    }

    /** Keeps observations, some of them a second time when they have been packed, and packs all the time. */
    static final class KeepAndPackUntilKilled {

        private KeepAndPackUntilKilled() {}

        public static void main(String[] arguments) throws IOException {
            try (SqliteStorage storage = SqliteStorage.open(StorageSettings.in(Path.of(arguments[0])))) {
                for (int n = Integer.parseInt(arguments[1]); n < 100_000; n++) {
                    keep(storage, n);
                    keep(storage, n / 2);
                    ChildJvm.say(Integer.toString(n + 1));
                    storage.care().pack(hour(n));
                }
                ChildJvm.waitToBeKilled();
            }
        }

        private static void keep(SqliteStorage storage, int n) {
            storage.archive()
                    .keep(PLACE, ArchiveSamples.reportOf(ALPHA, hour(n), ArchiveSamples.observation(hour(n), n % 40)));
        }
    }

    private List<Long> numbers(String sql) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
        }
        return numbers;
    }

    private void damage(String which) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            String sql = "UPDATE observation_pack SET content = CAST(substr(content, 1, length(content) - 3) AS BLOB)"
                    + " WHERE " + which;
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("vane.db"));
    }
}
