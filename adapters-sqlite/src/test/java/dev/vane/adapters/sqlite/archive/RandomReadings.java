package dev.vane.adapters.sqlite.archive;

import java.util.Random;
import java.util.random.RandomGenerator;

/** Observations of any kind: odd times, gaps, numbers of any size. */
final class RandomReadings {

    private final RandomGenerator random;

    private RandomReadings(RandomGenerator random) {
        this.random = random;
    }

    /** By a seed that is printed. */
    static RandomReadings seeded() {
        long seed = new Random().nextLong();
        System.getLogger(RandomReadings.class.getName()).log(System.Logger.Level.INFO, "random seed {0}", "" + seed);
        return new RandomReadings(new Random(seed));
    }

    /** Some observations, at least one. */
    Readings next() {
        int count = random.nextInt(1, random.nextBoolean() ? 20 : 800);
        boolean regular = random.nextBoolean();
        int spread = random.nextInt(1, 60);
        double known = random.nextInt(4) / 3.0;
        Readings.Builder readings = new Readings.Builder(ObservationColumn.ALL, 0);
        long time = random.nextLong(-4_000_000_000_000L, 4_000_000_000_000L);
        for (int i = 0; i < count; i++) {
            time += regular ? 3_600_000 : random.nextLong(1, 2 + (1L << (spread / 2)));
            readings.next(time);
            for (int column = 0; column < ObservationColumn.ALL.size(); column++) {
                if (random.nextDouble() < known) {
                    readings.set(column, value(spread, column));
                }
            }
        }
        return readings.build();
    }

    private long value(int spread, int column) {
        return switch (column % 3) {
            case 0 -> random.nextLong(-(1L << spread), 1L << spread);
            case 1 -> 10L * random.nextInt(-5, 5);
            default -> random.nextInt(20) == 0 ? random.nextLong(1L << spread) : 0;
        };
    }
}
