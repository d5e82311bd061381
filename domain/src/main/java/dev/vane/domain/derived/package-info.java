/**
 * Quantities derived from others by published formulas: {@link dev.vane.domain.derived.Humidity},
 * {@link dev.vane.domain.derived.ApparentTemperature}, {@link dev.vane.domain.derived.Beaufort},
 * {@link dev.vane.domain.derived.CompassPoint}, {@link dev.vane.domain.derived.WindVector} and
 * {@link dev.vane.domain.derived.StationElevation}. Pure functions of numbers in canonical units that know nothing of
 * the other packages; every module may depend on it.
 */
package dev.vane.domain.derived;
