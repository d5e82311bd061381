/** Vane's memory in SQLite: the archive of what sources said, the count of their calls, watches, and the gazetteer. */
module dev.vane.adapters.sqlite {
    requires transitive dev.vane.application;
    requires io.helidon.config;
    requires io.helidon.dbclient;
    requires io.helidon.dbclient.hikari;
    requires io.helidon.dbclient.jdbc;
    requires transitive java.sql;
    requires org.xerial.sqlitejdbc;

    exports dev.vane.adapters.sqlite;
    exports dev.vane.adapters.sqlite.backup;
    exports dev.vane.adapters.sqlite.database;
    exports dev.vane.adapters.sqlite.gazetteer;
}
