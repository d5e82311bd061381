/**
 * The memory of forecasts compared with what then happened:
 * {@link dev.vane.adapters.sqlite.verification.SqliteVerificationStore}, with the compact format of pairs. Not exported;
 * the module's entry and the checks of the whole database depend on it.
 */
package dev.vane.adapters.sqlite.verification;
