package dev.vane.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whenever the process is killed, nothing that was acknowledged is lost. {@link KillBenchmark} kills it more often. */
class KilledWriterTest {

    private static final int KILLS = 10;

    @TempDir
    private Path directory;

    @Test
    void losesNoAcknowledgedReadingAndNoHourThatWaits() throws Exception {
        long seed = new Random().nextLong();
        System.getLogger(KilledWriterTest.class.getName()).log(System.Logger.Level.INFO, "random seed {0}", "" + seed);
        KillTrial trial = new KillTrial(directory, seed);

        for (int kill = 0; kill < KILLS; kill++) {
            trial.kill();
        }

        assertThat(trial.readingsKept()).isGreaterThanOrEqualTo(KILLS);
        assertThat(trial.hoursVerified()).isPositive();
    }
}
