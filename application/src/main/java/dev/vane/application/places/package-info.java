/** Finding places. Not exported; {@link dev.vane.application.places.Places} puts it together. */
package dev.vane.application.places;
