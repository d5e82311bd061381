/**
 * Units of measurement: one canonical {@link dev.vane.domain.units.Unit} for each
 * {@link dev.vane.domain.units.Dimension}, and the conversions that adapters use at the edge. Every module may depend
 * on it; only adapters convert.
 */
package dev.vane.domain.units;
