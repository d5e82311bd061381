/**
 * The places that are kept up to date and on record: {@link dev.vane.adapters.sqlite.watch.SqliteWatchList}. Not exported;
 * only the module's entry depends on it.
 */
package dev.vane.adapters.sqlite.watch;
