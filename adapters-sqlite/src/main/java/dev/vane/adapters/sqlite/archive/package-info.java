/**
 * The memory of what sources said: {@link dev.vane.adapters.sqlite.archive.SqliteWeatherArchive}, with the compact
 * format of runs. Not exported; only the module's entry depends on it.
 */
package dev.vane.adapters.sqlite.archive;
