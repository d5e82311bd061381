package dev.vane.adapters.sqlite.gazetteer;

import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A few connections, lent to one caller at a time. Look-ups take less than a millisecond and do not block, so more of
 * them than processors would gain nothing.
 */
final class TownStatementsPool implements AutoCloseable {

    private static final int SIZE = 3;

    private final GazetteerFile file;
    private final BlockingQueue<TownStatements> idle = new ArrayBlockingQueue<>(SIZE);
    private final AtomicBoolean closed = new AtomicBoolean();

    private TownStatementsPool(GazetteerFile file) {
        this.file = file;
    }

    /** Opens all connections. */
    static TownStatementsPool open(GazetteerFile file) throws SQLException {
        TownStatementsPool pool = new TownStatementsPool(file);
        for (int count = 0; count < SIZE; count++) {
            pool.idle.add(new TownStatements(file.connect()));
        }
        return pool;
    }

    /** What a look-up does with its connection. */
    @FunctionalInterface
    interface LookUp<T> {

        /** Does it. */
        T with(TownStatements statements) throws SQLException;
    }

    /**
     * Runs a look-up on a connection of the pool, waiting for one if all are in use.
     *
     * @param what it does, for the message if it fails
     */
    <T> T with(String what, LookUp<T> lookUp) {
        TownStatements statements = take(what);
        try {
            return lookUp.with(statements);
        } catch (SQLException e) {
            throw new SqliteGazetteerException("the " + what + " in " + file.path() + " failed", e);
        } finally {
            idle.add(statements);
        }
    }

    private TownStatements take(String what) {
        if (closed.get()) {
            throw new IllegalStateException("the " + what + " came after the gazetteer was closed");
        }
        return takeIdle(what);
    }

    private TownStatements takeIdle(String what) {
        try {
            return idle.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SqliteGazetteerException("the " + what + " was interrupted", e);
        }
    }

    /** Waits for the look-ups under way and closes all connections. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        for (int count = 0; count < SIZE; count++) {
            try {
                takeIdle("close").close();
            } catch (SQLException e) {
                throw new SqliteGazetteerException("closing " + file.path() + " failed", e);
            }
        }
    }
}
