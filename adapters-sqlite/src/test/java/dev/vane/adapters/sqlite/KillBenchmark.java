package dev.vane.adapters.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;

/** Kills a writing process 50 times, looks each time whether anything was lost, and fails if so. Started by hand. */
final class KillBenchmark {

    private static final int KILLS = 50;
    private static final long SEED = 42;

    private KillBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path parent = Path.of(arguments.length > 0 ? arguments[0] : "target");
        KillTrial trial = new KillTrial(Files.createTempDirectory(parent, "kill-benchmark"), SEED);
        long start = System.nanoTime();
        for (int kill = 0; kill < KILLS; kill++) {
            trial.kill();
        }
        String line =
                ("killed %d times in %.0f s: %d readings kept, of them %d that were not acknowledged yet; %d hours"
                                + " verified, %d wait; nothing lost")
                        .formatted(
                                KILLS,
                                (System.nanoTime() - start) / 1e9,
                                trial.readingsKept(),
                                trial.foundUnacknowledged(),
                                trial.hoursVerified(),
                                trial.hoursWaiting());
        System.getLogger(KillBenchmark.class.getName()).log(System.Logger.Level.INFO, line);
    }
}
