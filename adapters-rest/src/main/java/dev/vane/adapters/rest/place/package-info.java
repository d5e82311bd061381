/** {@code /api/v1/places}: finding places. Only the server depends on it. */
package dev.vane.adapters.rest.place;
