/**
 * The entry to Vane's storage in SQLite: {@link dev.vane.adapters.sqlite.SqliteStorage}. Only the composition root
 * depends on it.
 */
package dev.vane.adapters.sqlite;
