package dev.vane.adapters.sqlite.database;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbClientException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.sqlite.SQLiteConnection;

/**
 * Connections of one kind, pooled by Helidon's DbClient. Statements go over the unwrapped JDBC connection, because
 * DbClient 4.1.7 knows neither savepoints nor batches and reads no NULL; it is lent to a function and always comes back.
 * Each connection's settings are read back before its first use, also of one that the pool has replaced.
 */
final class ConnectionPool implements AutoCloseable {

    /** The shortest time for which the pool can be told to wait for a free connection. */
    private static final long MIN_WAIT_MS = 250;

    private final DbClient client;
    private final String name;
    private final Map<String, String> expected;
    private final Set<SQLiteConnection> verified =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private ConnectionPool(String name, DbClient client, Map<String, String> expected) {
        this.name = name;
        this.client = client;
        this.expected = expected;
    }

    /** The one connection that writes. */
    static ConnectionPool writer(DatabaseFile file, StorageSettings settings, JournalMode journalMode) {
        Map<String, String> properties = properties(file.url(), 1, settings);
        properties.put("dataSource.journal_mode", journalMode.name());
        properties.put("dataSource.synchronous", settings.synchronous().name());
        Map<String, String> expected = expected(settings, journalMode);
        expected.put("query_only", "0");
        expected.put("synchronous", Integer.toString(settings.synchronous().level()));
        return open("writer", properties, expected, 1);
    }

    /** The connections that read and cannot write. */
    static ConnectionPool readers(DatabaseFile file, StorageSettings settings, JournalMode journalMode) {
        Map<String, String> properties = properties(file.url() + "?mode=ro", settings.readers(), settings);
        properties.put("readOnly", "true");
        properties.put("connectionInitSql", "PRAGMA query_only = 1"); // only the first statement would be run
        properties.put("dataSource.open_mode", "1");
        Map<String, String> expected = expected(settings, journalMode);
        expected.put("query_only", "1");
        return open("reader", properties, expected, settings.readers());
    }

    private static Map<String, String> properties(String url, int size, StorageSettings settings) {
        Map<String, String> properties = new HashMap<>();
        properties.put("url", url);
        properties.put("username", "none"); // SQLite has no users, but the pool wants to be told
        properties.put("password", "none");
        properties.put("maximumPoolSize", Integer.toString(size));
        properties.put("minimumIdle", Integer.toString(size));
        properties.put("maxLifetime", "0");
        properties.put("idleTimeout", "0");
        properties.put(
                "connectionTimeout",
                Long.toString(Math.max(MIN_WAIT_MS, settings.busyTimeout().toMillis())));
        properties.put("dataSource.foreign_keys", "true");
        properties.put("dataSource.temp_store", "MEMORY"); // the image's file system is read-only
        properties.put(
                "dataSource.busy_timeout", Long.toString(settings.busyTimeout().toMillis()));
        return properties;
    }

    private static Map<String, String> expected(StorageSettings settings, JournalMode journalMode) {
        Map<String, String> expected = new HashMap<>();
        expected.put("foreign_keys", "1");
        expected.put("journal_mode", journalMode.pragma());
        expected.put("busy_timeout", Long.toString(settings.busyTimeout().toMillis()));
        expected.put("temp_store", "2");
        return expected;
    }

    private static ConnectionPool open(
            String name, Map<String, String> properties, Map<String, String> expected, int size) {
        Map<String, String> config = new HashMap<>(Map.of("source", "jdbc"));
        properties.forEach((key, value) -> config.put("connection." + key, value));
        ConnectionPool pool = new ConnectionPool(name, client(name, config), expected);
        try {
            pool.verifyAll(size);
            return pool;
        } catch (SQLException e) {
            pool.close();
            throw new StorageException("checking the settings of the " + name + " of the database", e);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static DbClient client(String name, Map<String, String> config) {
        try {
            return DbClient.create(Config.just(ConfigSources.create(config)));
        } catch (RuntimeException e) { // the pool's own kinds of exception are not ours to tell apart
            throw new StorageException("opening the " + name + " of the database", e);
        }
    }

    private void verifyAll(int size) throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            while (taken.size() < size) {
                taken.add(take());
            }
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
    }

    /** Lends a connection. */
    <T> T lend(SqlWork<T> work) throws SQLException {
        try (Connection connection = take()) {
            return work.with(connection);
        }
    }

    private Connection take() throws SQLException {
        Connection connection = unwrap();
        try {
            SQLiteConnection physical = connection.unwrap(SQLiteConnection.class);
            if (!verified.contains(physical)) {
                verify(connection);
                verified.add(physical);
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private Connection unwrap() throws SQLException {
        try {
            return client.execute().unwrap(Connection.class);
        } catch (DbClientException e) {
            throw new SQLException("no " + name + " of the database is to be had", e);
        }
    }

    private void verify(Connection connection) throws SQLException {
        for (Map.Entry<String, String> setting : expected.entrySet()) {
            String found = Sql.text(connection, "PRAGMA " + setting.getKey());
            if (!found.equals(setting.getValue())) {
                throw new StorageException("opening a " + name + " of the database: PRAGMA " + setting.getKey() + " is "
                        + found + ", expected " + setting.getValue());
            }
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
