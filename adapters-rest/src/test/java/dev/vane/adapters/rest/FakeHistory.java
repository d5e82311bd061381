package dev.vane.adapters.rest;

import dev.vane.application.api.ReadHistory;
import dev.vane.domain.weather.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A record of whatever rows a test sets, for any place that is asked for; remembers what was asked for. */
final class FakeHistory implements ReadHistory {

    private static final Instant MIDNIGHT = Instant.parse("2026-03-10T07:00:00Z");

    /** What was asked for, the latest last. */
    final List<Query> asked = new ArrayList<>();

    /** How often rows were visited. */
    final AtomicInteger visits = new AtomicInteger();

    /** Replaces the rows. */
    volatile Optional<Rows> rows = Optional.empty();

    /** Whether there is any place. */
    volatile boolean known = true;

    @Override
    public Outcome observations(Query query) {
        return found(query, Optional.empty());
    }

    @Override
    public Outcome runs(Query query) {
        return found(query, Optional.of(new RunTimes(Optional.of(MIDNIGHT), MIDNIGHT.plusSeconds(600))));
    }

    Query lastAsked() {
        synchronized (asked) {
            return asked.getLast();
        }
    }

    private Outcome found(Query query, Optional<RunTimes> run) {
        synchronized (asked) {
            asked.add(query);
        }
        return known ? new Found(Samples.PORTLAND, counted(rows.orElse(few(query, run)))) : new UnknownPlace();
    }

    private Rows counted(Rows counted) {
        return visitor -> {
            visits.incrementAndGet();
            counted.forEach(visitor);
        };
    }

    /** Three days, or three hours: with values, with a value missing, and of another source. */
    private static Rows few(Query query, Optional<RunTimes> run) {
        Duration length = query.step() == Step.NONE ? Duration.ofHours(1) : Duration.ofDays(1);
        SourceId source = Samples.SOURCE.id();
        return visitor -> {
            visitor.row(row(query, source, run, MIDNIGHT, 7.25));
            visitor.row(row(query, source, run, MIDNIGHT.plus(length), Double.NaN));
            visitor.row(row(query, Samples.SECOND.id(), run.map(FakeHistory::unissued), MIDNIGHT, -0.004));
        };
    }

    private static RunTimes unissued(RunTimes run) {
        return new RunTimes(Optional.empty(), run.availableAt());
    }

    private static Row row(Query query, SourceId source, Optional<RunTimes> run, Instant from, double first) {
        Instant to = query.step() == Step.NONE ? from : from.plus(Duration.ofDays(1));
        return new FakeRow(source, run, from, to, first);
    }

    /** As many rows of an hour each as are wanted, and then something else. */
    static Rows many(int count, Runnable then) {
        return visitor -> {
            for (int i = 0; i < count; i++) {
                Instant time = MIDNIGHT.plus(Duration.ofHours(i));
                visitor.row(new FakeRow(Samples.SOURCE.id(), Optional.empty(), time, time, i % 20));
            }
            then.run();
        };
    }

    /** A row of which the first value is given, and each other one is one more for the variable and two for the aggregate. */
    private record FakeRow(SourceId source, Optional<RunTimes> run, Instant from, Instant to, double first)
            implements Row {
        @Override
        public double value(int variable, int aggregate) {
            return variable == 0 && aggregate == 0 ? first : 1 + variable + 2 * aggregate;
        }
    }
}
