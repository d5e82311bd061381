package dev.vane.application.history;

import dev.vane.application.api.FindPlaces;
import dev.vane.application.api.ReadHistory;
import dev.vane.application.spi.WeatherRecord;
import dev.vane.application.spi.WeatherRecord.SourceRun;
import dev.vane.application.spi.WeatherRecord.Span;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.ForecastStep;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the record of places. Rows are made while the record is visited: nothing is held but the step in progress.
 *
 * <p>A value of an interval belongs to the step in which the interval ends, whole, also where the interval began before
 * that step: precipitation until midnight is of the day that ends then, and what is measured at midnight of the day that
 * begins. So with a step the values of intervals that count are those that end after the query's start and no later than
 * its end. Without a step a row is one valid time, and counts by that alone. Of a run everything counts: the query's times
 * choose runs by when Vane had them.
 *
 * <p>A row is made only for a step, or a valid time, in which there is any value.
 */
public final class History implements ReadHistory {

    private final FindPlaces places;
    private final WeatherRecord record;

    /**
     * Creates it.
     *
     * @param places knows the places
     * @param record what was kept
     */
    public History(FindPlaces places, WeatherRecord record) {
        this.places = places;
        this.record = record;
    }

    @Override
    public Outcome observations(Query query) {
        return found(query, place -> visitor -> {
            Putting putting = putting(query, place, visitor);
            ObservedReadings readings = new ObservedReadings(query, putting);
            record.scanObservations(readings.span(), query.variables(), readings);
            putting.end();
        });
    }

    @Override
    public Outcome runs(Query query) {
        Span span = new Span(
                query.place(),
                query.source(),
                ObservedReadings.bounded(query.from()),
                ObservedReadings.bounded(query.to()));
        return found(query, place -> visitor -> {
            Putting putting = putting(query, place, visitor);
            Reading reading = new Reading(query.variables());
            record.scanRuns(span, run -> put(run, reading, putting));
            putting.end();
        });
    }

    private Outcome found(Query query, Function<Place, Rows> rows) {
        Optional<Place> place = places.byId(query.place());
        return place.isEmpty() ? new UnknownPlace() : new Found(place.get(), rows.apply(place.get()));
    }

    private static Putting putting(Query query, Place place, Visitor visitor) {
        return query.step() == Step.NONE
                ? new EachReading(visitor)
                : new EachStep(query, new StepCalendar(query.step(), place.zone()), visitor);
    }

    private static void put(SourceRun run, Reading reading, Putting putting) {
        Optional<Instant> issuedAt = run.run().issuedAt();
        putting.begin(run.source(), Optional.of(new RunTimes(issuedAt, run.run().availableAt())));
        for (ForecastStep step : run.run().hourly()) {
            reading.set(step);
            putting.put(reading);
        }
    }
}
