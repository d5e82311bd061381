package dev.vane.application.spi;

import dev.vane.domain.place.PlaceId;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.RainCounter;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.Variable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads what the {@link WeatherArchive} has kept. Safe for use by several threads. */
public interface WeatherRecord {

    /**
     * What was observed at a place, the values as they were kept.
     *
     * @param from the first valid time, inclusive
     * @param to the last valid time, inclusive; a few days later at most: all of it is held in memory
     * @return by ascending valid time, then by source
     */
    List<Observed> observations(PlaceId place, Instant from, Instant to);

    /**
     * The latest run of each source that Vane had at a time.
     *
     * @param at the latest {@code availableAt}, inclusive
     * @param notBefore the earliest {@code availableAt}, inclusive
     * @return at most one a source, by source
     */
    List<SourceRun> runsKnownAt(PlaceId place, Instant at, Instant notBefore);

    /** The sources of which anything was observed or forecast at a place, in their order. */
    Set<SourceId> sources(PlaceId place);

    /**
     * Visits what was observed at a place, in constant memory: source by source in their order, each in chunks by ascending
     * valid time. The visitor may take its time; what is kept or deleted meanwhile may or may not be seen.
     *
     * @param visitor is called on this thread, with chunks that are never empty
     */
    void scanObservations(Span span, List<Variable> variables, Consumer<ObservationChunk> visitor);

    /**
     * Visits the runs of a place by the time when Vane had them, in constant memory: source by source in their order.
     *
     * @param visitor is called on this thread
     */
    void scanRuns(Span span, Consumer<SourceRun> visitor);

    /**
     * What is to be visited.
     *
     * @param place where
     * @param source whose, or empty for all of them
     * @param from the first time, inclusive
     * @param to the time at which it ends, exclusive
     */
    record Span(PlaceId place, Optional<SourceId> source, Instant from, Instant to) {}

    /**
     * An observation of a source or a station.
     *
     * @param source whose
     * @param observation what was observed
     */
    record Observed(SourceId source, Observation observation) {}

    /**
     * A run of a source.
     *
     * @param source whose
     * @param run the run
     */
    record SourceRun(SourceId source, Run run) {}

    /** Observations of one source by ascending valid time; immutable. */
    interface ObservationChunk {
        /** Whose. */
        SourceId source();

        /** How many, at least one. */
        int size();

        /** The valid time of an observation, ms since 1970-01-01T00:00:00Z. */
        long time(int index);

        /** How far back the interval values of an observation reach, ms. */
        long period(int index);

        /**
         * A value of an observation in the canonical unit, NaN if it is not known.
         *
         * @param variable the place of the variable among those asked for
         */
        double value(int variable, int index);

        /** What the rain gauge has counted at an observation, if there is one. */
        Optional<RainCounter> rainCounter(int index);
    }
}
