package dev.vane.application.history;

import dev.vane.application.api.ReadHistory.Aggregate;
import dev.vane.application.api.ReadHistory.Query;
import dev.vane.application.api.ReadHistory.Row;
import dev.vane.application.api.ReadHistory.RunTimes;
import dev.vane.application.api.ReadHistory.Visitor;
import dev.vane.domain.weather.SourceId;
import java.time.Instant;
import java.util.Optional;

/** A row for each step of the calendar that has any value. */
final class EachStep implements Putting {

    private final StepCalendar calendar;
    private final Visitor visitor;
    private final Total[] totals;
    private final Aggregate[] aggregates;
    private Optional<StepRow> row = Optional.empty();
    private boolean begun;

    EachStep(Query query, StepCalendar calendar, Visitor visitor) {
        this.calendar = calendar;
        this.visitor = visitor;
        this.totals = query.variables().stream().map(Total::new).toArray(Total[]::new);
        this.aggregates = query.aggregates().toArray(Aggregate[]::new);
    }

    @Override
    public void begin(SourceId source, Optional<RunTimes> run) {
        end();
        row = Optional.of(new StepRow(source, run));
        for (Total total : totals) {
            total.forget();
        }
    }

    @Override
    public void put(Reading reading) {
        // an interval that ends where a step begins is of the step before
        put(reading, true, reading.time() - 1);
        put(reading, false, reading.time());
    }

    private void put(Reading reading, boolean ofInterval, long time) {
        for (int i = 0; i < totals.length; i++) {
            if (reading.ofInterval(i) == ofInterval && reading.has(i)) {
                moveTo(time);
                totals[i].add(reading.value(i), reading.time(), reading.period(i));
            }
        }
    }

    private void moveTo(long time) {
        if (!begun || !calendar.holds(time)) {
            end();
            calendar.moveTo(time);
            begun = true;
        }
    }

    @Override
    public void end() {
        if (begun) {
            begun = false;
            visitor.row(row.orElseThrow());
            for (Total total : totals) {
                total.clear();
            }
        }
    }

    private final class StepRow implements Row {
        private final SourceId source;
        private final Optional<RunTimes> run;

        private StepRow(SourceId source, Optional<RunTimes> run) {
            this.source = source;
            this.run = run;
        }

        @Override
        public SourceId source() {
            return source;
        }

        @Override
        public Optional<RunTimes> run() {
            return run;
        }

        @Override
        public Instant from() {
            return Instant.ofEpochMilli(calendar.start());
        }

        @Override
        public Instant to() {
            return Instant.ofEpochMilli(calendar.end());
        }

        @Override
        public double value(int variable, int aggregate) {
            return totals[variable].value(aggregates[aggregate]);
        }
    }
}
