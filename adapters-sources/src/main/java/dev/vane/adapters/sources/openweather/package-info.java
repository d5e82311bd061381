/**
 * OpenWeather's APIs: {@link dev.vane.adapters.sources.openweather.OpenWeatherSource}, over the free current weather and
 * 5-day forecast, or over One Call 3.0. For the composition root.
 */
package dev.vane.adapters.sources.openweather;
