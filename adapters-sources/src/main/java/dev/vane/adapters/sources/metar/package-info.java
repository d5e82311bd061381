/**
 * Reports of aerodromes (METAR and SPECI): a decoder of their text, and
 * {@link dev.vane.adapters.sources.metar.MetarSource}, which has those of the whole world from the data API of the Aviation
 * Weather Center of the United States. For the composition root.
 */
package dev.vane.adapters.sources.metar;
