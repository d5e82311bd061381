/**
 * The count of the calls of providers: {@link dev.vane.adapters.sqlite.ledger.SqliteCallLedger}. Not exported; only the
 * module's entry depends on it.
 */
package dev.vane.adapters.sqlite.ledger;
