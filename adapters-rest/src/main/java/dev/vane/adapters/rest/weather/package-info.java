/** {@code /api/v1/weather}: the weather of one place. Only the server depends on it. */
package dev.vane.adapters.rest.weather;
