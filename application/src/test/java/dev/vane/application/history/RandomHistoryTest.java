package dev.vane.application.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vane.application.api.ReadHistory.Aggregate;
import dev.vane.application.api.ReadHistory.Found;
import dev.vane.application.api.ReadHistory.Query;
import dev.vane.application.api.ReadHistory.Step;
import dev.vane.domain.derived.WindVector;
import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.RainCounter;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Random records, put together as slowly and as plainly as can be, come to the same. */
class RandomHistoryTest {

    private static final int RECORDS = 400;
    private static final Variable[] VARIABLES = {
        Variable.TEMPERATURE, Variable.WIND_DIRECTION, Variable.PRECIPITATION, Variable.SUNSHINE_DURATION
    };

    private record Expected(SourceId source, Instant from, Instant to, List<Double> values) {}

    /** A value with its interval. */
    private record Sample(Instant start, Instant end, double value) {}

    @Test
    void agreesWithThePlainWay() {
        long seed = new Random().nextLong();
        System.out.println("RandomHistoryTest: seed " + seed);
        Random random = new Random(seed);
        int rows = 0;
        for (int i = 0; i < RECORDS; i++) {
            ZoneId zone =
                    ZoneId.of(pick(random, "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu"));
            Instant around = Instant.parse(pick(
                    random,
                    "2026-03-29T00:00:00Z",
                    "2026-10-25T00:00:00Z",
                    "2011-12-30T10:00:00Z",
                    "2026-01-01T00:00:00Z"));
            KeptWeather kept = record(random, zone, around);
            Query query = query(random, around);
            List<Expected> actual = new ArrayList<>();
            ((Found) new History(kept, kept).observations(query))
                    .rows()
                    .forEach(row ->
                            actual.add(new Expected(row.source(), row.from(), row.to(), read(query, row::value))));
            same(plain(kept, query, zone), actual, "seed %d, record %d: %s in %s".formatted(seed, i, query, zone));
            rows += actual.size();
        }
        assertThat(rows).isGreaterThan(10 * RECORDS);
    }

    private static String pick(Random random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private static KeptWeather record(Random random, ZoneId zone, Instant around) {
        KeptWeather kept = new KeptWeather(zone, () -> 1 + random.nextInt(40));
        for (String source : List.of("own-station", "other")) {
            Instant time = around.minus(Duration.ofDays(3)).plusSeconds(random.nextInt(7200));
            double counter = random.nextInt(50);
            int observations = random.nextInt(400);
            for (int i = 0; i < observations; i++) {
                // whole half-hours often meet the bounds of steps
                time = random.nextBoolean()
                        ? time.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofMinutes(random.nextBoolean() ? 60 : 90))
                        : time.plusMillis(1 + random.nextInt(4_000_000));
                counter = random.nextInt(20) == 0 ? 0 : counter + random.nextInt(4) / 4.0;
                kept.keep(source, observation(random, time, counter));
            }
        }
        return kept;
    }

    private static Observation observation(Random random, Instant time, double counter) {
        Values.Builder<Variable> values = Values.of(Variable.class);
        for (Variable variable : VARIABLES) {
            if (random.nextInt(3) > 0) {
                values.set(variable, random.nextInt(30));
            }
        }
        Optional<RainCounter> gauge = random.nextInt(3) == 0
                ? Optional.empty()
                : Optional.of(new RainCounter(
                        random.nextInt(5) == 0 ? RainCounter.Reset.WEEKLY : RainCounter.Reset.DAILY, counter));
        Duration period = Duration.ofMinutes(random.nextBoolean() ? 60 : 1 + random.nextInt(120));
        return new Observation(time, period, new Conditions(Sky.of(Condition.UNKNOWN), values.build()), gauge);
    }

    private static Query query(Random random, Instant around) {
        Step step = List.of(Step.values()).get(random.nextInt(5));
        Instant from = around.minus(Duration.ofHours(random.nextInt(100)));
        Instant to = from.plus(Duration.ofHours(1 + random.nextInt(300)));
        Optional<SourceId> source = random.nextBoolean() ? Optional.empty() : Optional.of(new SourceId("other"));
        return new Query(
                KeptWeather.PLACE,
                random.nextInt(4) == 0 ? from.plusNanos(random.nextInt(1_800_000_000)) : from,
                random.nextInt(4) == 0 ? to.plusNanos(random.nextInt(1_800_000_000)) : to,
                source,
                some(random, VARIABLES),
                step,
                step == Step.NONE ? List.of() : some(random, Aggregate.values()));
    }

    private static <T> List<T> some(Random random, T[] all) {
        List<T> shuffled = new ArrayList<>(Arrays.asList(all));
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, 1 + random.nextInt(all.length));
    }

    private interface Reader {
        double value(int variable, int aggregate);
    }

    private static List<Double> read(Query query, Reader reader) {
        List<Double> values = new ArrayList<>();
        for (int variable = 0; variable < query.variables().size(); variable++) {
            for (int aggregate = 0; aggregate < Math.max(1, query.aggregates().size()); aggregate++) {
                values.add(reader.value(variable, aggregate));
            }
        }
        return values;
    }

    private static void same(List<Expected> expected, List<Expected> actual, String what) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            Expected row = actual.get(i);
            Expected wanted = expected.get(i);
            assertThat(row.source()).as(what).isEqualTo(wanted.source());
            assertThat(row.from()).as(what).isEqualTo(wanted.from());
            assertThat(row.to()).as(what).isEqualTo(wanted.to());
            for (int j = 0; j < row.values().size(); j++) {
                double value = row.values().get(j);
                double other = wanted.values().get(j);
                if (!Double.isNaN(value) || !Double.isNaN(other)) {
                    assertThat(value).as("%s, row %d, value %d", what, i, j).isCloseTo(other, within(1e-6));
                }
            }
        }
    }

    private static List<Expected> plain(KeptWeather kept, Query query, ZoneId zone) {
        List<Expected> rows = new ArrayList<>();
        kept.observed().forEach((source, observations) -> {
            if (query.source().isEmpty() || query.source().get().equals(source)) {
                List<NavigableMap<Instant, List<Sample>>> steps = query.variables().stream()
                        .map(variable ->
                                byStep(samples(observations.values(), variable, query), variable, query.step(), zone))
                        .toList();
                TreeMap<Instant, Boolean> starts = new TreeMap<>();
                steps.forEach(map -> map.keySet().forEach(start -> starts.put(start, true)));
                for (Instant start : starts.keySet()) {
                    List<Double> values = read(
                            query,
                            (variable, aggregate) -> value(steps.get(variable), start, query, variable, aggregate));
                    rows.add(new Expected(source, start, end(start, query.step(), zone), values));
                }
            }
        });
        return rows;
    }

    private static List<Sample> samples(Collection<Observation> observations, Variable variable, Query query) {
        List<Sample> samples = new ArrayList<>();
        List<Observation> before = new ArrayList<>();
        for (Observation observation : observations) {
            Instant time = observation.validTime();
            boolean endsWithin = (variable.ofInterval() && query.step() != Step.NONE)
                    ? time.isAfter(query.from()) && !time.isAfter(query.to())
                    : !time.isBefore(query.from()) && time.isBefore(query.to());
            if (endsWithin && observation.conditions().values().has(variable)) {
                samples.add(new Sample(
                        time.minus(observation.period()),
                        time,
                        observation.conditions().values().get(variable).orElseThrow()));
            } else if (endsWithin && variable == Variable.PRECIPITATION) {
                fall(before, observation).ifPresent(samples::add);
            }
            before.add(observation);
        }
        return samples;
    }

    private static Optional<Sample> fall(List<Observation> before, Observation observation) {
        return observation
                .rainCounter()
                .flatMap(counter -> before.reversed().stream()
                        .filter(earlier ->
                                earlier.rainCounter().map(RainCounter::reset).equals(Optional.of(counter.reset())))
                        .findFirst()
                        .filter(earlier -> !earlier.validTime()
                                .isBefore(observation.validTime().minus(Duration.ofHours(1))))
                        .map(earlier -> {
                            double last = earlier.rainCounter().orElseThrow().millimetres();
                            double now = counter.millimetres();
                            return new Sample(
                                    earlier.validTime(), observation.validTime(), now < last ? now : now - last);
                        }));
    }

    private static NavigableMap<Instant, List<Sample>> byStep(
            List<Sample> samples, Variable variable, Step step, ZoneId zone) {
        NavigableMap<Instant, List<Sample>> steps = new TreeMap<>();
        for (Sample sample : samples) {
            boolean back = variable.ofInterval() && step != Step.NONE;
            Instant within = back ? sample.end().minusNanos(1) : sample.end();
            steps.computeIfAbsent(start(within, step, zone), absent -> new ArrayList<>())
                    .add(sample);
        }
        return steps;
    }

    private static Instant start(Instant time, Step step, ZoneId zone) {
        LocalDate date = LocalDate.ofInstant(time, zone);
        return switch (step) {
            case NONE -> time;
            case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
            case DAY -> date.atStartOfDay(zone).toInstant();
            case MONTH -> date.withDayOfMonth(1).atStartOfDay(zone).toInstant();
            case YEAR -> date.withDayOfYear(1).atStartOfDay(zone).toInstant();
        };
    }

    private static Instant end(Instant start, Step step, ZoneId zone) {
        LocalDate date = LocalDate.ofInstant(start, zone);
        return switch (step) {
            case NONE -> start;
            case HOUR -> start.plus(Duration.ofHours(1));
            case DAY -> date.plusDays(1).atStartOfDay(zone).toInstant();
            case MONTH -> date.plusMonths(1).atStartOfDay(zone).toInstant();
            case YEAR -> date.plusYears(1).atStartOfDay(zone).toInstant();
        };
    }

    private static double value(
            NavigableMap<Instant, List<Sample>> steps, Instant start, Query query, int variable, int aggregate) {
        List<Sample> samples = steps.getOrDefault(start, List.of());
        Variable of = query.variables().get(variable);
        if (query.step() == Step.NONE) {
            return samples.isEmpty() ? Double.NaN : samples.getFirst().value();
        }
        List<Sample> apart = apart(steps).stream().filter(samples::contains).toList();
        return switch (query.aggregates().get(aggregate)) {
            case COUNT -> of.ofInterval() ? apart.size() : samples.size();
            case SUM -> !of.ofInterval() || apart.isEmpty() ? Double.NaN : sum(apart);
            case MEAN -> of == Variable.WIND_DIRECTION ? direction(samples) : sum(samples) / samples.size();
            case MIN ->
                of == Variable.WIND_DIRECTION
                        ? Double.NaN
                        : samples.stream().mapToDouble(Sample::value).min().orElse(Double.NaN);
            case MAX ->
                of == Variable.WIND_DIRECTION
                        ? Double.NaN
                        : samples.stream().mapToDouble(Sample::value).max().orElse(Double.NaN);
        };
    }

    private static List<Sample> apart(NavigableMap<Instant, List<Sample>> steps) {
        List<Sample> apart = new ArrayList<>();
        steps.values().stream().flatMap(List::stream).forEach(sample -> {
            if (apart.isEmpty() || !sample.start().isBefore(apart.getLast().end())) {
                apart.add(sample);
            }
        });
        return apart;
    }

    private static double sum(List<Sample> samples) {
        return samples.stream().mapToDouble(Sample::value).sum();
    }

    private static double direction(List<Sample> samples) {
        return samples.stream()
                .map(sample -> WindVector.of(sample.value(), 1))
                .reduce(WindVector.ZERO, WindVector::plus)
                .direction()
                .orElse(Double.NaN);
    }
}
