/**
 * The API of the US National Weather Service (api.weather.gov): {@link dev.vane.adapters.sources.nws.NwsSource}, which
 * finds the grid cell and the stations of a place and asks for its hourly forecast, its raw forecast and its nearest
 * observation, and {@link dev.vane.adapters.sources.nws.NwsStationsSource}, which asks for all observations of one station.
 * They share {@link dev.vane.adapters.sources.nws.GridCells}. For the composition root.
 */
package dev.vane.adapters.sources.nws;
