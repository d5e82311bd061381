package dev.vane.application.history;

import dev.vane.application.api.ReadHistory.Query;
import dev.vane.application.api.ReadHistory.Step;
import dev.vane.application.spi.WeatherRecord.ObservationChunk;
import dev.vane.application.spi.WeatherRecord.Span;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes readings of observations: the values that a query's times hold, and precipitation of the counter of a rain gauge
 * where an observation has none of its own. What it knows of a source it keeps from chunk to chunk, so that it does not
 * matter where one ends.
 */
final class ObservedReadings implements Consumer<ObservationChunk> {

    /** Where a record can begin and end; beyond, times in ms have no room for a step more. */
    private static final Instant EARLIEST = Instant.parse("-9999-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private final Putting putting;
    private final Reading reading;
    private final RainGauge gauge = new RainGauge();
    private final int precipitation;
    private final Span span;
    private final Bounds instants;
    private final Bounds intervals;
    private Optional<SourceId> source = Optional.empty();

    ObservedReadings(Query query, Putting putting) {
        this.putting = putting;
        this.reading = new Reading(query.variables());
        this.precipitation = query.variables().indexOf(Variable.PRECIPITATION);
        Instant from = bounded(query.from());
        Instant to = bounded(query.to());
        this.instants = new Bounds(atOrAfter(from), atOrAfter(to));
        // of intervals those that end after the start and up to the end itself
        this.intervals =
                query.step() == Step.NONE ? instants : new Bounds(from.toEpochMilli() + 1, to.toEpochMilli() + 1);
        // a little more, so that the first reading of a rain gauge has one to be compared with
        Duration before = precipitation < 0 ? Duration.ZERO : Duration.ofMillis(RainGauge.LONGEST_GAP);
        this.span = new Span(query.place(), query.source(), from.minus(before), to.plusMillis(1));
    }

    /** Valid times in ms, the end exclusive. */
    private record Bounds(long from, long to) {
        private boolean hold(long time) {
            return time >= from && time < to;
        }
    }

    /** A time that has room around it when it is counted in ms. */
    static Instant bounded(Instant time) {
        Instant notTooEarly = time.isBefore(EARLIEST) ? EARLIEST : time;
        return notTooEarly.isAfter(LATEST) ? LATEST : notTooEarly;
    }

    /** The first whole ms at or after a time. */
    private static long atOrAfter(Instant time) {
        return time.plusNanos(999_999).toEpochMilli();
    }

    /** What to visit. */
    Span span() {
        return span;
    }

    @Override
    public void accept(ObservationChunk chunk) {
        if (!source.equals(Optional.of(chunk.source()))) {
            source = Optional.of(chunk.source());
            gauge.forget();
            putting.begin(chunk.source(), Optional.empty());
        }
        for (int i = 0; i < chunk.size(); i++) {
            read(chunk, i);
        }
    }

    private void read(ObservationChunk chunk, int index) {
        long time = chunk.time(index);
        reading.start(time, chunk.period(index));
        Optional<RainGauge.Fall> fall = precipitation < 0
                ? Optional.empty()
                : chunk.rainCounter(index).flatMap(counter -> gauge.read(counter, time));
        boolean ofInstants = instants.hold(time);
        boolean ofIntervals = intervals.hold(time);
        if (!ofInstants && !ofIntervals) {
            return;
        }
        for (int i = 0; i < reading.size(); i++) {
            if (reading.ofInterval(i) ? ofIntervals : ofInstants) {
                reading.set(i, chunk.value(i, index));
            }
        }
        if (ofIntervals && fall.isPresent() && !reading.has(precipitation)) {
            reading.set(precipitation, fall.get().millimetres(), fall.get().period());
        }
        putting.put(reading);
    }
}
