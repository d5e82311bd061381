package dev.vane.application.api;

import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.Variable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads the record of a place. Safe for use by several threads; answers of any length take constant memory. */
public interface ReadHistory {

    /** What was observed. */
    Outcome observations(Query query);

    /** What was forecast. */
    Outcome runs(Query query);

    /**
     * What is asked for.
     *
     * @param place where
     * @param from the first time, inclusive
     * @param to the time at which it ends, exclusive; after {@code from}
     * @param source whose, or empty for all
     * @param variables which, at least one, each once
     * @param step over what values are put together; {@link Step#NONE} for every value by itself
     * @param aggregates how, at least one with a step and none without, each once
     */
    record Query(
            PlaceId place,
            Instant from,
            Instant to,
            Optional<SourceId> source,
            List<Variable> variables,
            Step step,
            List<Aggregate> aggregates) {

        /** Copies the lists and checks what belongs together. */
        public Query {
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(source, "source");
            variables = List.copyOf(variables);
            aggregates = List.copyOf(aggregates);
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("from " + from + " is not before to " + to);
            }
            if (variables.isEmpty() || aggregates.isEmpty() != (step == Step.NONE)) {
                throw new IllegalArgumentException(variables + " by " + step + " as " + aggregates);
            }
        }
    }

    /**
     * Over what values are put together. Steps but the hour are those of the place's local calendar. A value of an interval is
     * of the step in which the interval ends, whole; one that ends where a step begins is of the step before. So with a step
     * the observed intervals that count are those that end after the query's start and no later than its end.
     */
    enum Step {
        /** Nothing: every value by itself. */
        NONE,
        /** An hour, UTC. */
        HOUR,
        /** A local day: of 23 or 25 hours where clocks are changed. */
        DAY,
        /** A local month. */
        MONTH,
        /** A local year. */
        YEAR
    }

    /** How values are put together. */
    enum Aggregate {
        /** The mean of the values; of a direction, the direction of the mean of unit vectors. */
        MEAN,
        /** The least value. Of a direction there is none. */
        MIN,
        /** The greatest value. Of a direction there is none. */
        MAX,
        /**
         * The sum of values of intervals that do not overlap: one counts if it begins no earlier than the last one that counted
         * has ended. Of a variable of an instant there is none.
         */
        SUM,
        /** How many values there are; of a variable of intervals, of those that do not overlap, as they are summed. */
        COUNT
    }

    /** What came of asking. */
    sealed interface Outcome {}

    /** There is no such place. */
    record UnknownPlace() implements Outcome {}

    /**
     * The record of a place.
     *
     * @param place where
     * @param rows what is on record; nothing if nothing is
     */
    record Found(Place place, Rows rows) implements Outcome {}

    /** Rows that are read while they are visited. */
    interface Rows {
        /**
         * Visits every row on this thread: source by source in their order; of a source by ascending time, of runs by the time
         * when Vane had them, then by valid time. There is no row without any value. What a visitor
         * throws ends the visit and comes out of it.
         */
        void forEach(Visitor visitor);
    }

    /** Takes a row. */
    @FunctionalInterface
    interface Visitor {
        /** Takes a row. */
        void row(Row row);
    }

    /** A row. It is not to be kept: the next may be the same object. */
    interface Row {
        /** Whose. */
        SourceId source();

        /** Of which run; empty for what was observed. */
        Optional<RunTimes> run();

        /** When the step begins; without a step the valid time. */
        Instant from();

        /** When the step ends, exclusive; without a step the valid time. */
        Instant to();

        /**
         * A value in the canonical unit, NaN if there is none.
         *
         * @param variable the place of the variable in the query
         * @param aggregate the place of the aggregate in the query; 0 without a step
         */
        double value(int variable, int aggregate);
    }

    /**
     * Which run.
     *
     * @param issuedAt the issue time that the provider gives; empty if it gives none
     * @param availableAt when Vane had it
     */
    record RunTimes(Optional<Instant> issuedAt, Instant availableAt) {}
}
