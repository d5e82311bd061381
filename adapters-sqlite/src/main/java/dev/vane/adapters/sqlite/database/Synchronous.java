package dev.vane.adapters.sqlite.database;

/** How much of what is acknowledged survives a loss of power. A killed process loses nothing in either case. */
public enum Synchronous {
    /** The database stays whole, but the last transactions may be gone. Only with {@link JournalMode#WAL}. */
    NORMAL(1),
    /** Nothing that was acknowledged is lost. */
    FULL(2);

    private final int level;

    Synchronous(int level) {
        this.level = level;
    }

    /** Its number as SQLite gives it. */
    int level() {
        return level;
    }
}
