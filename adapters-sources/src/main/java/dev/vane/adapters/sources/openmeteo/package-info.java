/**
 * Open-Meteo's forecast API: {@link dev.vane.adapters.sources.openmeteo.OpenMeteoSource}, one call for current, hourly
 * and daily, and {@link dev.vane.adapters.sources.openmeteo.OpenMeteoModelsSource}, one call for the hours of several
 * models, each a source of its own; and {@link dev.vane.adapters.sources.openmeteo.PreviousRuns}, what these forecast in the
 * past; all through one {@link dev.vane.adapters.sources.openmeteo.OpenMeteoClient}. For the composition root.
 */
package dev.vane.adapters.sources.openmeteo;
