/**
 * Copies of the whole database and its state of health: {@link dev.vane.adapters.sqlite.backup.Backups} is for when the
 * service is stopped; while it runs, {@link dev.vane.adapters.sqlite.SqliteStorage} does the same. The composition root
 * depends on it.
 */
package dev.vane.adapters.sqlite.backup;
