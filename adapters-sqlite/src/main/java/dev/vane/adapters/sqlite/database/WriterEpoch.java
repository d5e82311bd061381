package dev.vane.adapters.sqlite.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Which opening of the database for writing this is. Each one begins an epoch in the database itself, and whoever finds
 * another one there than its own has been taken for dead and may never write again: that is what holds where a lock can
 * be lost, as over NFS when the server has not heard of its client for the time of a lease. Safe for use by several
 * threads.
 */
final class WriterEpoch {

    /** Begins a new epoch: whoever wrote until then cannot write any more. */
    static final String NEXT = "UPDATE writer_epoch SET epoch = epoch + 1 WHERE id = 1 RETURNING epoch";

    private static final String CURRENT = "SELECT epoch FROM writer_epoch WHERE id = 1";

    private final long number;
    private final CompletableFuture<String> overtaken = new CompletableFuture<>();

    private WriterEpoch(long number) {
        this.number = number;
    }

    /** Begins one. */
    static WriterEpoch begin(Connection connection) throws SQLException {
        return new WriterEpoch(Sql.number(connection, NEXT));
    }

    /** Its number. */
    long number() {
        return number;
    }

    /**
     * Looks into the database whether the epoch goes on.
     *
     * @throws StorageException if another process has begun one; it stays so
     */
    void require(Connection connection) throws SQLException {
        if (!isOvertaken()) {
            long found = Sql.number(connection, CURRENT);
            if (found != number) {
                overtaken.complete("another process has taken the database over: the writer's epoch is " + found
                        + ", this process has " + number);
            }
        }
        if (isOvertaken()) {
            throw new StorageException(overtaken.join());
        }
    }

    /** Tells whether another process is known to have begun one. */
    boolean isOvertaken() {
        return overtaken.isDone();
    }

    /** Ends, with what was found, when another process is found to have begun one. */
    CompletionStage<String> overtaken() {
        return overtaken.minimalCompletionStage();
    }
}
