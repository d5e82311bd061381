package dev.vane.adapters.sources.openmeteo;

import java.util.Random;
import java.util.function.Consumer;

/** Makes broken answers of a right one. */
final class BrokenTexts {

    private BrokenTexts() {}

    /** Offers texts with a few wrong characters, some of them cut off; prints the seed that they came of. */
    static void of(String right, int count, Consumer<String> consumer) {
        long seed = new Random().nextLong();
        System.out.println("broken texts of Open-Meteo, seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            StringBuilder broken = new StringBuilder(right);
            for (int j = random.nextInt(6); j >= 0; j--) {
                int at = random.nextInt(broken.length());
                broken.setCharAt(at, "{}[]\",:0-9enul ".charAt(random.nextInt(15)));
            }
            broken.setLength(random.nextInt(10) == 0 ? random.nextInt(broken.length()) : broken.length());
            consumer.accept(broken.toString());
        }
    }
}
