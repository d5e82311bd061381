/**
 * Verification of forecasts against what then happened, and their combination: pairs, scores, candidates, the gate. Pure
 * functions of the record, so that the same record gives the same scores in whatever order it arrived. The methods are
 * those of the WWRP/WGNE Joint Working Group on Forecast Verification Research; docs/scoring.md tells what was tried.
 */
package dev.vane.domain.scoring;
