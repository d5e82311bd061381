/**
 * Where weather is asked for: {@link dev.vane.domain.place.Place} with its {@link dev.vane.domain.place.Coordinates},
 * and the {@link dev.vane.domain.place.PlaceQuery} that a person types to find one. Every module may depend on it.
 */
package dev.vane.domain.place;
