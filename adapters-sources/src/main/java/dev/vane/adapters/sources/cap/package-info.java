/**
 * Official warnings in the terms of the Common Alerting Protocol (CAP 1.2, OASIS), as providers write them in GeoJSON:
 * {@link dev.vane.adapters.sources.cap.CapCollection} reads a collection of them, one by one, so that a bad one costs the
 * others nothing. Not exported: for the providers' packages only.
 */
package dev.vane.adapters.sources.cap;
