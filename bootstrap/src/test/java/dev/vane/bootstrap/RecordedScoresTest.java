package dev.vane.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.adapters.sqlite.SqliteStorage;
import dev.vane.application.api.ReadScores.Scored;
import dev.vane.application.api.ReadScores.SeriesScores;
import dev.vane.application.spi.Stores;
import dev.vane.application.verification.ScoredHouse;
import dev.vane.application.verification.ScoredHouse.Heard;
import dev.vane.bootstrap.config.Configuration;
import dev.vane.bootstrap.config.Storage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scores over the real database: in any order of arrival, and after any end of the process. */
class RecordedScoresTest {

    private static final int DAYS = 4;
    private static final long SEED = 20_260_301;
    private static final Instant END = ScoredHouse.START.plus(Duration.ofDays(DAYS + 1));

    @TempDir
    private Path directory;

    private static SqliteStorage open(Path folder) {
        return SqliteStorage.open(Storage.settings(new Configuration.Data(folder, Configuration.JournalMode.WAL)));
    }

    private static ScoredHouse house(SqliteStorage storage) {
        return new ScoredHouse(new Stores(
                storage.archive(), storage.record(), storage.verification(), storage.watches(), storage.ledger()));
    }

    private static List<SeriesScores> scores(ScoredHouse house) {
        house.verifyAt(END);
        return ((Scored) house.verification().read().scores(ScoredHouse.PLACE.id(), Optional.empty())).series();
    }

    private static List<SeriesScores> heardAtOnce(Path folder, List<Heard> heard) {
        try (SqliteStorage storage = open(folder)) {
            ScoredHouse house = house(storage);
            house.clock.set(END);
            heard.forEach(house::hear);
            return scores(house);
        }
    }

    /** With restarts of the database in between. */
    @Test
    void twentyOrdersOfArrivalGiveTheSameScoresToTheLastBit() {
        List<Heard> heard = ScoredHouse.days(DAYS, SEED);
        List<SeriesScores> expected = heardAtOnce(directory.resolve("0"), heard);
        assertThat(expected).isNotEmpty();
        for (int seed = 1; seed <= 20; seed++) {
            List<Heard> shuffled = new ArrayList<>(heard);
            Collections.shuffle(shuffled, new Random(seed));
            Path folder = directory.resolve("" + seed);
            int restart = new Random(seed).nextInt(shuffled.size());
            try (SqliteStorage storage = open(folder)) {
                ScoredHouse house = house(storage);
                house.clock.set(END);
                shuffled.subList(0, restart).forEach(house::hear);
                house.verifyAt(END);
            }
            assertThat(heardAtOnce(folder, shuffled.subList(restart, shuffled.size())))
                    .as("seed " + seed)
                    .isEqualTo(expected);
        }
    }

    /** The process that is killed: hears one thing after the other, says so when it is on disk, and verifies now and then. */
    static final class Listener {

        private Listener() {}

        /** Takes the folder of the database, and from which thing on to hear. */
        public static void main(String[] arguments) {
            try (SqliteStorage storage = open(Path.of(arguments[0]))) {
                ScoredHouse house = house(storage);
                house.clock.set(END);
                List<Heard> heard = ScoredHouse.days(DAYS, SEED);
                for (int i = Integer.parseInt(arguments[1]); i < heard.size(); i++) {
                    house.hear(heard.get(i));
                    System.out.println(i);
                    if (i % 10 == 0) {
                        house.verifyAt(END);
                    }
                }
                System.out.println("end");
            }
        }
    }

    @Test
    void killsAtRandomMomentsChangeNoScore() throws IOException, InterruptedException {
        int most = Integer.getInteger("vane.kills", 6);
        int between = Math.max(2, ScoredHouse.days(DAYS, SEED).size() / most);
        Random random = new Random(SEED);
        Path folder = directory.resolve("killed");
        int next = 0;
        int kills = 0;
        boolean ended = false;
        while (!ended) {
            Process listener = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Listener.class.getName(),
                            folder.toString(),
                            Integer.toString(next))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            int until = kills < most ? 1 + random.nextInt(between) : Integer.MAX_VALUE;
            try (BufferedReader said = listener.inputReader()) {
                String line = said.readLine();
                for (int lines = 1; line != null && lines < until && !line.equals("end"); lines++) {
                    next = Integer.parseInt(line) + 1;
                    line = said.readLine();
                }
                ended = "end".equals(line);
                if (ended) {
                    listener.waitFor();
                } else {
                    TimeUnit.MICROSECONDS.sleep(random.nextInt(3000)); // not always just after a write
                    listener.destroyForcibly().waitFor();
                    kills++;
                }
            }
        }
        System.out.println(kills + " kills");

        assertThat(kills).isEqualTo(most);
        assertThat(heardAtOnce(folder, List.of()))
                .isEqualTo(heardAtOnce(directory.resolve("whole"), ScoredHouse.days(DAYS, SEED)));
    }
}
