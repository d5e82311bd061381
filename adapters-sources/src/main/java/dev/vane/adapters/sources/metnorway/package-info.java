/**
 * MET Norway's locationforecast: {@link dev.vane.adapters.sources.metnorway.MetNorwaySource}, one call for current and
 * hourly, repeated only when it is due and only for what has changed. For the composition root.
 */
package dev.vane.adapters.sources.metnorway;
