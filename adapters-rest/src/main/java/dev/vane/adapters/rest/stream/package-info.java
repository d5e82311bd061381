/**
 * {@code /api/v1/stream}: the weather of places as server-sent events, as it changes. {@link
 * dev.vane.adapters.rest.stream.StreamService} takes a request, a {@code Subscriber} serves it, {@link
 * dev.vane.adapters.rest.stream.Streams} knows them all. Only the server depends on it.
 */
package dev.vane.adapters.rest.stream;
