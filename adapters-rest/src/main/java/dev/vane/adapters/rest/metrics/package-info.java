/** The weather of the watched places as metrics, for Prometheus and what reads its formats. */
package dev.vane.adapters.rest.metrics;
