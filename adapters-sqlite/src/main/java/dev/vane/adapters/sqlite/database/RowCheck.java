package dev.vane.adapters.sqlite.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What came of reading every row of a kind.
 *
 * @param kind what the rows hold, in the plural
 * @param sound how many can be read
 * @param damaged how many cannot
 * @param names which cannot, and why; the first 1,000 of them
 */
public record RowCheck(String kind, long sound, long damaged, List<String> names) {

    private static final int MOST_NAMES = 1000;

    /** Copies the list. */
    public RowCheck {
        Objects.requireNonNull(kind, "kind");
        names = List.copyOf(names);
    }

    /** Counts rows. */
    public static final class Tally {
        private final String kind;
        private final List<String> names = new ArrayList<>();
        private long sound;
        private long damaged;

        /** Begins with no rows. */
        public Tally(String kind) {
            this.kind = kind;
        }

        /** Counts a row that can be read. */
        public void sound() {
            sound++;
        }

        /** Counts a row that cannot be read, or the rest of them. */
        public void damaged(String name) {
            damaged++;
            if (names.size() < MOST_NAMES) {
                names.add(name);
            }
        }

        /** What came of it. */
        public RowCheck result() {
            return new RowCheck(kind, sound, damaged, names);
        }
    }
}
