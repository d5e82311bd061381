/** The Dark Sky API, version 2, as Pirate Weather serves it: {@code docs/clients/darksky-format.md} has the rules. */
package dev.vane.adapters.rest.darksky;
