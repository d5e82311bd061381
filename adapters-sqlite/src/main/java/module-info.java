/** Vane's memory in SQLite: the archive of what sources said, and the gazetteer. */
module dev.vane.adapters.sqlite {
    requires transitive dev.vane.application;
    requires io.helidon.dbclient;
    requires io.helidon.dbclient.jdbc;
    requires java.sql;
}
