/**
 * Sun and moon: {@link dev.vane.domain.astronomy.Sun} and {@link dev.vane.domain.astronomy.Moon} compute the
 * {@link dev.vane.domain.astronomy.SunDay} and {@link dev.vane.domain.astronomy.MoonDay} of a place, by the formulas of
 * O. Montenbruck and T. Pfleger, <i>Astronomy on the Personal Computer</i>, as commons-suncalc implements them. Every
 * module may depend on it.
 */
package dev.vane.domain.astronomy;
