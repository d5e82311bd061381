/**
 * Open-Meteo's forecast API: {@link dev.vane.adapters.sources.openmeteo.OpenMeteoSource}, one call for current, hourly
 * and daily. For the composition root.
 */
package dev.vane.adapters.sources.openmeteo;
