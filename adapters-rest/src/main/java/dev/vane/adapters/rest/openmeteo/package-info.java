/**
 * {@code /v1/forecast}, {@code /v1/air-quality}, {@code /v1/search} and {@code /v1/get} as Open-Meteo has them: what its
 * clients send is read into a wish, the weather is put into the rows that they expect, and those are written as JSON, CSV or
 * FlatBuffers. Only the server depends on it.
 */
package dev.vane.adapters.rest.openmeteo;
