package dev.vane.application.spi;

import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.weather.SourceReport;
import java.util.List;

/** Remembers what sources said. Safe for use by several threads. */
public interface WeatherArchive {

    /**
     * Keeps a report for good, in one transaction. An observation of the same place, source and valid time replaces the
     * earlier one; a run that forecasts the same as the source's latest run of the place makes no new run, only the time
     * of its last fetch is moved. Returns once it is on disk.
     */
    void keep(Place place, SourceReport report);

    /**
     * What each source said last of a place.
     *
     * @return at most one report a source, in no order; empty if nothing is remembered. The report's run is the latest
     *     run, its observation the latest one; {@code fetchedAt} is when the source was last heard
     */
    List<SourceReport> latest(PlaceId place);
}
