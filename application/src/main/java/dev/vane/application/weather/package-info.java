/**
 * Reading weather: asking the sources, remembering what they said, and choosing what is served. Not exported;
 * {@link dev.vane.application.weather.Weather} puts it together.
 */
package dev.vane.application.weather;
