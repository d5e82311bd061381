package dev.vane.adapters.sqlite.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * A write that somebody waits for. What came of it is remembered while its transaction runs and told when that has been
 * committed.
 *
 * @param <T> what comes of it
 */
final class PendingWrite<T> {

    private final String attempted;
    private final SqlWork<T> work;
    private final CompletableFuture<T> told = new CompletableFuture<>();
    private Optional<Throwable> failure = Optional.empty();
    private Runnable success = () -> {};

    PendingWrite(String attempted, SqlWork<T> work) {
        this.attempted = attempted;
        this.work = work;
    }

    String attempted() {
        return attempted;
    }

    /** Does the work, perhaps not for the first time. */
    void run(Connection connection) throws SQLException {
        failure = Optional.empty();
        T result = work.with(connection);
        success = () -> told.complete(result);
    }

    /** Remembers that the work failed and was undone. */
    void remember(Throwable cause) {
        failure = Optional.of(cause);
    }

    /** The transaction is committed: tells what came of this write. */
    void acknowledge() {
        failure.ifPresentOrElse(this::fail, success);
    }

    /** Tells that nothing of this write is in the database. */
    void fail(Throwable cause) {
        told.completeExceptionally(cause);
    }

    /** Waits until somebody tells. */
    T await() {
        try {
            return told.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException(attempted + ": interrupted before it was known whether it is committed", e);
        } catch (ExecutionException e) {
            throw new StorageException(attempted, e.getCause());
        }
    }
}
