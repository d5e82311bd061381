/**
 * The database file of Vane: opened, checked, migrated and guarded against a second writer by
 * {@link dev.vane.adapters.sqlite.database.Database}, by {@link dev.vane.adapters.sqlite.database.StorageSettings}.
 * The composition root and the other packages of this module may depend on it.
 */
package dev.vane.adapters.sqlite.database;
