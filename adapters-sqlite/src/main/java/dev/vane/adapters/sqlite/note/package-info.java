/**
 * What sources noted: {@link dev.vane.adapters.sqlite.note.SqliteSourceNotes}. Not exported; only the module's entry
 * depends on it.
 */
package dev.vane.adapters.sqlite.note;
