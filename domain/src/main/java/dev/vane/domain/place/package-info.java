/**
 * Where weather is asked for: {@link dev.vane.domain.place.Place} with its {@link dev.vane.domain.place.Coordinates},
 * the {@link dev.vane.domain.place.PlaceQuery} that a person types to find one, and the
 * {@link dev.vane.domain.place.LocalDay}s of its calendar. Every module may depend on it.
 */
package dev.vane.domain.place;
