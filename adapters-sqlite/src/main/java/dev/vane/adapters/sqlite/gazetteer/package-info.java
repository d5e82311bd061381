/**
 * The towns of the world in a read-only SQLite file: {@link dev.vane.adapters.sqlite.gazetteer.SqliteGazetteer}. The file
 * is built by the module in {@code adapters-sqlite/gazetteer}. Only the composition root may depend on this package.
 */
package dev.vane.adapters.sqlite.gazetteer;
