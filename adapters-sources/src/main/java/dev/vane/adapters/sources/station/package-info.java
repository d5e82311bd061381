/**
 * What sources of official stations have in common: which {@link dev.vane.adapters.sources.station.Station} stands for a
 * place ({@link dev.vane.adapters.sources.station.NearestStations}), what it would have measured there
 * ({@link dev.vane.adapters.sources.station.ReducedObservation}), and since when to ask
 * ({@link dev.vane.adapters.sources.station.HeardUntil}). Not exported: for the providers' packages only.
 */
package dev.vane.adapters.sources.station;
