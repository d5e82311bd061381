package dev.vane.adapters.sqlite.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Something done with a connection. It must not keep the connection, nor end or begin a transaction.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface SqlWork<T> {

    /** Does it. */
    T with(Connection connection) throws SQLException;
}
