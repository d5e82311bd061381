/**
 * Verification: what was true at each hour of a watched place, what each source had forecast for it, and what follows for
 * what is served.
 */
package dev.vane.application.verification;
