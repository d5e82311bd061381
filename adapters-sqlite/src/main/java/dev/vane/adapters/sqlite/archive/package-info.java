/**
 * The memory of what sources said: {@link dev.vane.adapters.sqlite.archive.SqliteWeatherArchive}, with the compact
 * format of runs. Not exported; the module's entry depends on it, and the packages of other tables on how places, sources
 * and times are kept.
 */
package dev.vane.adapters.sqlite.archive;
