package dev.vane.adapters.sqlite.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The only way to write. Writes of all threads wait in one queue; one thread takes as many as there are and commits them
 * in one transaction ({@code BEGIN IMMEDIATE}), each in a savepoint of its own, so that what fails is undone alone. A
 * write is acknowledged when the transaction that holds it has been committed: one wait for the disk serves them all.
 *
 * <p>If the transaction as a whole fails (the disk is full, the commit is refused), nothing of it is in the database;
 * then each of its writes is tried once more in a transaction of its own, so that one write too large does not fail its
 * neighbours.
 *
 * <p>Each transaction first checks that the {@link WriterEpoch} in the database is still the one of this queue. A process
 * that was taken for dead and lost its lock finds another epoch when it wakes, and can never write again.
 */
final class WriteQueue implements AutoCloseable {

    private static final int CAPACITY = 1024;
    private static final int MAX_BATCH = 256;

    private final ConnectionPool writer;
    private final DatabaseFile file;
    private final WriterEpoch epoch;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<PendingWrite<?>> waiting = new ArrayDeque<>();
    private boolean closing;

    private WriteQueue(ConnectionPool writer, DatabaseFile file, WriterEpoch epoch) {
        this.writer = writer;
        this.file = file;
        this.epoch = epoch;
        this.thread = Thread.ofPlatform().name("vane-writer").daemon().unstarted(this::run);
    }

    /** Begins a new epoch and starts to take writes. */
    static WriteQueue start(ConnectionPool writer, DatabaseFile file) {
        try {
            WriteQueue queue = new WriteQueue(writer, file, writer.lend(WriterEpoch::begin));
            queue.thread.start();
            return queue;
        } catch (SQLException e) {
            throw new StorageException("beginning to write to " + file, e);
        }
    }

    /** The epoch that began with this queue. */
    WriterEpoch epoch() {
        return epoch;
    }

    /**
     * Writes, and returns when it is committed.
     *
     * @param attempted what is written, for the message if it fails
     * @param work what to do; it is done again if the transaction that it was part of failed for another write's sake
     */
    <T> T write(String attempted, SqlWork<T> work) {
        PendingWrite<T> write = new PendingWrite<>(attempted + " in " + file, work);
        enqueue(write);
        return write.await();
    }

    private void enqueue(PendingWrite<?> write) {
        lock.lock();
        try {
            while (waiting.size() >= CAPACITY && !closing) {
                changed.awaitUninterruptibly();
            }
            if (closing) {
                throw new StorageException(write.attempted() + ": the database is closed");
            }
            waiting.add(write);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        for (List<PendingWrite<?>> batch = take(); !batch.isEmpty(); batch = take()) {
            commit(batch);
        }
    }

    /** The writes that wait, as many as fit into a transaction; none when the queue is closed and empty. */
    private List<PendingWrite<?>> take() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closing) {
                changed.awaitUninterruptibly();
            }
            List<PendingWrite<?>> batch = new ArrayList<>();
            while (!waiting.isEmpty() && batch.size() < MAX_BATCH) {
                batch.add(waiting.remove());
            }
            changed.signalAll();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void commit(List<PendingWrite<?>> batch) {
        try {
            writer.lend(connection -> transact(connection, batch));
            batch.forEach(PendingWrite::acknowledge);
        } catch (Throwable failure) { // whatever it is: this thread must go on, and nobody may wait for ever
            if (batch.size() == 1) {
                batch.getFirst().fail(failure);
            } else {
                batch.forEach(write -> commit(List.of(write)));
            }
        }
    }

    private int transact(Connection connection, List<PendingWrite<?>> batch) throws SQLException {
        Sql.run(connection, "BEGIN IMMEDIATE");
        try {
            epoch.require(connection);
            for (PendingWrite<?> write : batch) {
                runOne(connection, write);
            }
            Sql.run(connection, "COMMIT");
            return batch.size();
        } catch (Throwable failure) {
            rollback(connection, failure);
            throw failure;
        }
    }

    private static void runOne(Connection connection, PendingWrite<?> write) throws SQLException {
        Sql.run(connection, "SAVEPOINT one");
        try {
            write.run(connection);
        } catch (SQLException | RuntimeException failure) {
            try {
                Sql.run(connection, "ROLLBACK TO one");
            } catch (SQLException transactionIsGone) { // SQLite gave the whole of it up, the neighbours too
                failure.addSuppressed(transactionIsGone);
                throw failure;
            }
            write.remember(failure);
        }
        Sql.run(connection, "RELEASE one");
    }

    private static void rollback(Connection connection, Throwable failure) {
        try {
            Sql.run(connection, "ROLLBACK");
        } catch (SQLException alreadyRolledBack) {
            failure.addSuppressed(alreadyRolledBack);
        }
    }

    /** Takes no more writes, and returns when those that wait are committed. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted =
                        true; // what was taken must reach the disk first; nothing waits longer than the busy timeout
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
