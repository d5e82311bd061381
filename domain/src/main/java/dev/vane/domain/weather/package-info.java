/**
 * Weather: {@link dev.vane.domain.weather.Conditions} at one time, made of
 * {@link dev.vane.domain.weather.Variable} values in canonical units and a {@link dev.vane.domain.weather.Sky};
 * {@link dev.vane.domain.weather.Observation}s and {@link dev.vane.domain.weather.Run}s made of those. Every module may
 * depend on it.
 */
package dev.vane.domain.weather;
