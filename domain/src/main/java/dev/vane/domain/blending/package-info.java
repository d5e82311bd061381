/**
 * Combination of forecasts: corrections, weights, candidates, and the gate that decides which of them is served (Bates and
 * Granger 1969, The Combination of Forecasts; docs/scoring.md tells which constants were tried, and on what).
 */
package dev.vane.domain.blending;
