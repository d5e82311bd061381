package dev.vane.application.history;

import dev.vane.application.api.ReadHistory.Aggregate;
import dev.vane.application.api.ReadHistory.Found;
import dev.vane.application.api.ReadHistory.Query;
import dev.vane.application.api.ReadHistory.Step;
import dev.vane.application.spi.WeatherRecord;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.weather.RainCounter;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Measures what putting values together takes by itself, beside a record of hours that takes next to nothing to read. */
final class HistoryBenchmark {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant START =
            LocalDate.of(2016, 1, 1).atStartOfDay(ZONE).toInstant();
    private static final int TIMES = 201;
    private static final int CHUNK = 1000;
    private static final System.Logger LOG = System.getLogger(HistoryBenchmark.class.getName());

    private final KeptWeather place = new KeptWeather(ZONE, () -> CHUNK);
    private final History history = new History(place, new Hours());

    private HistoryBenchmark() {}

    public static void main(String[] arguments) {
        HistoryBenchmark benchmark = new HistoryBenchmark();
        benchmark.measure("a year by day", 1, Step.DAY, List.of(Variable.TEMPERATURE), Aggregate.MEAN);
        benchmark.measure("ten years by month", 10, Step.MONTH, List.of(Variable.TEMPERATURE), Aggregate.MEAN);
        benchmark.measure(
                "ten years by month, all of four variables",
                10,
                Step.MONTH,
                List.of(Variable.TEMPERATURE, Variable.WIND_SPEED, Variable.WIND_DIRECTION, Variable.PRECIPITATION),
                Aggregate.values());
        benchmark.measure("ten years by hour", 10, Step.HOUR, List.of(Variable.TEMPERATURE), Aggregate.MEAN);
    }

    private void measure(String what, int years, Step step, List<Variable> variables, Aggregate... aggregates) {
        Instant end = LocalDate.of(2016 + years, 1, 1).atStartOfDay(ZONE).toInstant();
        Query query = new Query(KeptWeather.PLACE, START, end, Optional.empty(), variables, step, List.of(aggregates));
        double[] took = new double[TIMES];
        int[] rows = new int[1];
        double[] sum = new double[1];
        for (int i = 0; i < TIMES; i++) {
            rows[0] = 0;
            long begin = System.nanoTime();
            ((Found) history.observations(query)).rows().forEach(row -> {
                rows[0]++;
                sum[0] += row.value(0, 0);
            });
            took[i] = (System.nanoTime() - begin) / 1e6;
        }
        double first = took[0];
        Arrays.sort(took);
        LOG.log(
                System.Logger.Level.INFO,
                "%s: %d rows, median %.2f ms, first time %.2f ms (check %.3f)"
                        .formatted(what, rows[0], took[TIMES / 2], first, sum[0]));
    }

    /** Each hour has a value of every variable. */
    private static final class Hours implements WeatherRecord {

        @Override
        public void scanObservations(Span span, List<Variable> variables, Consumer<ObservationChunk> visitor) {
            long hour = Duration.ofHours(1).toMillis();
            long end = span.to().toEpochMilli();
            for (long time = span.from().toEpochMilli(); time < end; time += CHUNK * hour) {
                int size = Math.toIntExact(Math.min(CHUNK, Math.ceilDiv(end - time, hour)));
                visitor.accept(new HoursChunk(time, size));
            }
        }

        @Override
        public void scanRuns(Span span, Consumer<SourceRun> visitor) {
            throw new UnsupportedOperationException("there are no runs");
        }

        @Override
        public List<Observed> observations(PlaceId place, Instant from, Instant to) {
            throw new UnsupportedOperationException("a history is scanned");
        }

        @Override
        public List<SourceRun> runsKnownAt(PlaceId place, Instant at, Instant notBefore) {
            throw new UnsupportedOperationException("a history is scanned");
        }

        @Override
        public Set<SourceId> sources(PlaceId place) {
            throw new UnsupportedOperationException("a history is scanned");
        }
    }

    private record HoursChunk(long first, int size) implements WeatherRecord.ObservationChunk {

        private static final SourceId SOURCE = new SourceId("own-station");
        private static final long HOUR = Duration.ofHours(1).toMillis();

        @Override
        public SourceId source() {
            return SOURCE;
        }

        @Override
        public long time(int index) {
            return first + index * HOUR;
        }

        @Override
        public long period(int index) {
            return HOUR;
        }

        @Override
        public double value(int variable, int index) {
            return (index * 37 + variable) % 360;
        }

        @Override
        public Optional<RainCounter> rainCounter(int index) {
            return Optional.empty();
        }
    }
}
