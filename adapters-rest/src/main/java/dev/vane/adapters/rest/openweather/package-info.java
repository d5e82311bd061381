/** OpenWeather's API: {@code docs/clients/openweather-format.md} has the rules. */
package dev.vane.adapters.rest.openweather;
