/**
 * Keeps the record small: {@link dev.vane.adapters.sqlite.care.SqliteRecordCare}. Not exported; the module's entry depends on
 * it.
 */
package dev.vane.adapters.sqlite.care;
