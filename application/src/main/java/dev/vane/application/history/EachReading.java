package dev.vane.application.history;

import dev.vane.application.api.ReadHistory.Row;
import dev.vane.application.api.ReadHistory.RunTimes;
import dev.vane.application.api.ReadHistory.Visitor;
import dev.vane.domain.weather.SourceId;
import java.time.Instant;
import java.util.Optional;

/** A row for each reading that has any value. */
final class EachReading implements Putting {

    private final Visitor visitor;
    private SingleRow row;

    EachReading(Visitor visitor) {
        this.visitor = visitor;
    }

    @Override
    public void begin(SourceId source, Optional<RunTimes> run) {
        row = new SingleRow(source, run);
    }

    @Override
    public void put(Reading reading) {
        for (int i = 0; i < reading.size(); i++) {
            if (reading.has(i)) {
                row.reading = reading;
                visitor.row(row);
                return;
            }
        }
    }

    @Override
    public void end() {
        // every row is made by now
    }

    private static final class SingleRow implements Row {
        private final SourceId source;
        private final Optional<RunTimes> run;
        private Reading reading;

        private SingleRow(SourceId source, Optional<RunTimes> run) {
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
            return Instant.ofEpochMilli(reading.time());
        }

        @Override
        public Instant to() {
            return from();
        }

        @Override
        public double value(int variable, int aggregate) {
            return reading.value(variable);
        }
    }
}
