package dev.vane.application.spi;

import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.weather.SourceReport;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Remembers what sources said. Safe for use by several threads. */
public interface WeatherArchive {

    /**
     * Keeps what one answer said for good, in one transaction. An observation of the same place, source and valid time
     * replaces the earlier one; a run that forecasts the same as the source's latest run of the place makes no new run,
     * only the time of its last fetch is moved; the warnings replace those that the source gave before, if it says
     * anything of warnings. Returns once it is on disk.
     *
     * @param reports one report a source, or several of a source whose observations are at different times, the latest last
     * @param dueAt when the provider wants to be asked again at the earliest; empty if it did not say
     * @param toVerify full hours that wait to be verified from now on, if the place is watched: see {@link
     *     VerificationStore#due}
     */
    void keep(Place place, List<SourceReport> reports, Optional<Instant> dueAt, Collection<Instant> toVerify);

    /** Keeps reports after which nothing needs to be verified; see {@link #keep(Place, List, Optional, Collection)}. */
    default void keep(Place place, List<SourceReport> reports, Optional<Instant> dueAt) {
        keep(place, reports, dueAt, List.of());
    }

    /** Keeps one report; see {@link #keep(Place, List, Optional)}. */
    default void keep(Place place, SourceReport report) {
        keep(place, List.of(report), Optional.empty());
    }

    /**
     * What each source said last of a place.
     *
     * @return at most one entry a source, in no order; empty if nothing is remembered. The report's run is the latest
     *     run, its observation the latest one, its warnings those given last; {@code fetchedAt} is when the source was last
     *     heard
     */
    List<Remembered> latest(PlaceId place);

    /**
     * What is remembered of a source.
     *
     * @param report what it said last
     * @param dueAt when the provider wants to be asked again at the earliest, as it said with its last answer; empty if it
     *     did not
     * @param runSince when the latest run was heard first, or the first of those on end that {@link
     *     dev.vane.domain.weather.Run#repeats repeat} each other; present with a run
     */
    record Remembered(SourceReport report, Optional<Instant> dueAt, Optional<Instant> runSince) {}
}
