package dev.vane.application.api;

import dev.vane.domain.place.Place;
import dev.vane.domain.weather.SourceReport;
import java.util.List;

/** Puts what was forecast and observed in the past on record. Safe for use by several threads. */
@FunctionalInterface
public interface KeepPast {

    /**
     * Keeps reports for good, as if they had been heard at their time; the hours that they say something of wait to be verified
     * then, if the place is watched. What is on record already stays as it is, so that anything may be kept twice.
     *
     * @param reports one report a source, or several of a source that differ in the times of their observations
     */
    void keep(Place place, List<SourceReport> reports);
}
