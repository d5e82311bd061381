package dev.vane.application.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.vane.application.api.ReadHistory.Aggregate;
import dev.vane.application.api.ReadHistory.Found;
import dev.vane.application.api.ReadHistory.Outcome;
import dev.vane.application.api.ReadHistory.Query;
import dev.vane.application.api.ReadHistory.Row;
import dev.vane.application.api.ReadHistory.Step;
import dev.vane.application.api.ReadHistory.UnknownPlace;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.RainCounter;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a record comes to, by hand. */
class HistoryTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static Observation observation(String time, Duration period, Map<Variable, Double> values) {
        return new Observation(Instant.parse(time), period, conditions(values));
    }

    private static Conditions conditions(Map<Variable, Double> known) {
        Values.Builder<Variable> values = Values.of(Variable.class);
        known.forEach(values::set);
        return new Conditions(Sky.of(Condition.UNKNOWN), values.build());
    }

    private static Observation temperature(String time, double value) {
        return observation(time, Duration.ZERO, Map.of(Variable.TEMPERATURE, value));
    }

    private static Observation precipitation(String time, Duration period, double value) {
        return observation(time, period, Map.of(Variable.PRECIPITATION, value));
    }

    private static Observation counter(String time, RainCounter.Reset reset, double millimetres) {
        return new Observation(
                Instant.parse(time),
                Duration.ZERO,
                conditions(Map.of()),
                Optional.of(new RainCounter(reset, millimetres)));
    }

    private static KeptWeather kept(String zone, int chunkSize) {
        return new KeptWeather(ZoneId.of(zone), () -> chunkSize);
    }

    private static KeptWeather hourly(String zone, String first, int hours) {
        KeptWeather kept = kept(zone, 100);
        for (int i = 0; i < hours; i++) {
            Instant time = Instant.parse(first).plus(Duration.ofHours(i));
            kept.keep(
                    "a",
                    observation(
                            time.toString(), HOUR, Map.of(Variable.TEMPERATURE, 10.0, Variable.PRECIPITATION, 1.0)));
        }
        return kept;
    }

    private static Query query(String from, String to, Step step, List<Variable> variables, Aggregate... aggregates) {
        return new Query(
                KeptWeather.PLACE,
                Instant.parse(from),
                Instant.parse(to),
                Optional.empty(),
                variables,
                step,
                List.of(aggregates));
    }

    /** Each row as text: source, times, values. */
    private static List<String> rows(Outcome outcome, Query query) {
        List<String> rows = new ArrayList<>();
        ((Found) outcome).rows().forEach(row -> rows.add(text(row, query)));
        return rows;
    }

    private static List<String> observations(KeptWeather kept, Query query) {
        return rows(new History(kept, kept).observations(query), query);
    }

    private static List<String> runs(KeptWeather kept, Query query) {
        return rows(new History(kept, kept).runs(query), query);
    }

    private static String text(Row row, Query query) {
        StringBuilder text = new StringBuilder(row.source().name());
        row.run()
                .ifPresent(run -> text.append(' ')
                        .append(run.issuedAt().map(Instant::toString).orElse("-"))
                        .append(' ')
                        .append(run.availableAt()));
        text.append(' ').append(row.from());
        if (!row.from().equals(row.to())) {
            text.append('/').append(row.to());
        }
        for (int variable = 0; variable < query.variables().size(); variable++) {
            for (int aggregate = 0; aggregate < Math.max(1, query.aggregates().size()); aggregate++) {
                text.append(' ').append(row.value(variable, aggregate));
            }
        }
        return text.toString();
    }

    @Test
    void knowsNoPlaceThatThereIsNot() {
        KeptWeather kept = kept("UTC", 1);
        Query query = new Query(
                new PlaceId.Town(1),
                Instant.EPOCH,
                Instant.MAX,
                Optional.empty(),
                List.of(Variable.TEMPERATURE),
                Step.NONE,
                List.of());
        assertThat(new History(kept, kept).observations(query)).isEqualTo(new UnknownPlace());
        assertThat(new History(kept, kept).runs(query)).isEqualTo(new UnknownPlace());
    }

    @Test
    void givesEachValueByItselfFromTheStartToBeforeTheEnd() {
        KeptWeather kept = kept("UTC", 2);
        kept.keep("b", temperature("2026-03-01T00:00:00Z", 1));
        kept.keep("a", temperature("2026-03-01T00:30:00Z", 2));
        kept.keep("a", temperature("2026-02-28T23:59:59.999Z", 3));
        kept.keep("a", temperature("2026-03-02T00:00:00Z", 4));
        kept.keep("a", precipitation("2026-03-01T01:00:00Z", HOUR, 0.5));
        kept.keep("a", observation("2026-03-01T02:00:00Z", HOUR, Map.of(Variable.DEW_POINT, 1.0)));
        Query query = query(
                "2026-03-01T00:00:00Z",
                "2026-03-02T00:00:00Z",
                Step.NONE,
                List.of(Variable.TEMPERATURE, Variable.PRECIPITATION));
        assertThat(observations(kept, query))
                .containsExactly(
                        "a 2026-03-01T00:30:00Z 2.0 NaN",
                        "a 2026-03-01T01:00:00Z NaN 0.5",
                        "b 2026-03-01T00:00:00Z 1.0 NaN");
    }

    @Test
    void putsTogetherEachAggregate() {
        KeptWeather kept = kept("UTC", 2);
        kept.keep("a", temperature("2026-03-01T00:00:00Z", 1));
        kept.keep("a", temperature("2026-03-01T00:10:00Z", 4));
        kept.keep("a", temperature("2026-03-01T00:59:59.999Z", -2));
        kept.keep("a", temperature("2026-03-01T01:00:00Z", 7));
        assertThat(observations(
                        kept,
                        query(
                                "2026-03-01T00:00:00Z",
                                "2026-03-02T00:00:00Z",
                                Step.HOUR,
                                List.of(Variable.TEMPERATURE, Variable.DEW_POINT),
                                Aggregate.MEAN,
                                Aggregate.MIN,
                                Aggregate.MAX,
                                Aggregate.SUM,
                                Aggregate.COUNT)))
                .containsExactly(
                        "a 2026-03-01T00:00:00Z/2026-03-01T01:00:00Z 1.0 -2.0 4.0 NaN 3.0 NaN NaN NaN NaN 0.0",
                        "a 2026-03-01T01:00:00Z/2026-03-01T02:00:00Z 7.0 7.0 7.0 NaN 1.0 NaN NaN NaN NaN 0.0");
    }

    @Test
    void meansDirectionsAsUnitVectors() {
        KeptWeather kept = kept("UTC", 1);
        kept.keep("a", observation("2026-03-01T00:00:00Z", HOUR, Map.of(Variable.WIND_DIRECTION, 350.0)));
        kept.keep("a", observation("2026-03-01T00:10:00Z", HOUR, Map.of(Variable.WIND_DIRECTION, 30.0)));
        kept.keep("a", observation("2026-03-01T01:00:00Z", HOUR, Map.of(Variable.WIND_DIRECTION, 90.0)));
        kept.keep("a", observation("2026-03-01T01:10:00Z", HOUR, Map.of(Variable.WIND_DIRECTION, 270.0)));
        Query query = query(
                "2026-03-01T00:00:00Z",
                "2026-03-02T00:00:00Z",
                Step.HOUR,
                List.of(Variable.WIND_DIRECTION),
                Aggregate.MEAN,
                Aggregate.MIN,
                Aggregate.MAX,
                Aggregate.SUM,
                Aggregate.COUNT);
        List<double[]> values = new ArrayList<>();
        ((Found) new History(kept, kept).observations(query))
                .rows()
                .forEach(row -> values.add(new double[] {
                    row.value(0, 0), row.value(0, 1), row.value(0, 2), row.value(0, 3), row.value(0, 4)
                }));
        assertThat(values.getFirst()[0]).isCloseTo(10, offset(1e-9));
        assertThat(values.getFirst()).endsWith(Double.NaN, Double.NaN, Double.NaN, 2);
        assertThat(values.getLast()).containsExactly(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 2);
    }

    /** 29 March 2026 has 23 hours in Berlin, 25 October has 25. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-27T23:00:00Z, 2026-03-28T23:00:00Z/2026-03-29T22:00:00Z, 23",
        "2026-10-23T22:00:00Z, 2026-10-24T22:00:00Z/2026-10-25T23:00:00Z, 25"
    })
    void daysAreAsLongAsTheyAreWhereClocksAreChanged(String first, String changed, int hours) {
        Query query = query(
                first,
                "2026-12-31T00:00:00Z",
                Step.DAY,
                List.of(Variable.TEMPERATURE, Variable.PRECIPITATION),
                Aggregate.COUNT,
                Aggregate.SUM);
        List<String> rows = observations(hourly("Europe/Berlin", first, 4 * 24), query);
        // the first precipitation ends with the day before
        assertThat(rows.getFirst()).endsWith(" 24.0 NaN 24.0 24.0");
        assertThat(rows.get(1)).isEqualTo("a " + changed + " %d.0 NaN %d.0 %d.0".formatted(hours, hours, hours));
        assertThat(rows.get(2)).endsWith(" 24.0 NaN 24.0 24.0");
    }

    /** Lord Howe Island puts its clocks back by half an hour: 5 April 2026 has 24.5 hours, 4 October 23.5. */
    @ParameterizedTest
    @CsvSource({
        "2026-04-03T13:00:00Z, 2026-04-04T13:00:00Z/2026-04-05T13:30:00Z, 25",
        "2026-10-02T13:30:00Z, 2026-10-03T13:30:00Z/2026-10-04T13:00:00Z, 23"
    })
    void daysCanBeHalfAnHourLonger(String first, String changed, int readings) {
        Query query = query(first, "2026-12-31T00:00:00Z", Step.DAY, List.of(Variable.TEMPERATURE), Aggregate.COUNT);
        KeptWeather kept = kept("Australia/Lord_Howe", 7);
        for (int i = 0; i < 3 * 24; i++) {
            kept.keep(
                    "a",
                    temperature(
                            Instant.parse(first.substring(0, 14) + "00:00Z")
                                    .plus(Duration.ofHours(i))
                                    .toString(),
                            1));
        }
        assertThat(observations(kept, query)).contains("a " + changed + " " + readings + ".0");
    }

    /** Samoa went from the 29th of December 2011 to the 31st. */
    @Test
    void aDateThatAZoneSkippedIsNoDay() {
        Query query = query(
                "2011-12-29T10:00:00Z",
                "2012-01-01T10:00:00Z",
                Step.DAY,
                List.of(Variable.TEMPERATURE, Variable.PRECIPITATION),
                Aggregate.COUNT);
        assertThat(observations(hourly("Pacific/Apia", "2011-12-29T10:00:00Z", 48), query))
                .containsExactly(
                        "a 2011-12-29T10:00:00Z/2011-12-30T10:00:00Z 24.0 24.0",
                        "a 2011-12-30T10:00:00Z/2011-12-31T10:00:00Z 24.0 23.0");
        Query months = query(
                "2011-12-01T10:00:00Z",
                "2012-02-01T10:00:00Z",
                Step.MONTH,
                List.of(Variable.TEMPERATURE),
                Aggregate.COUNT);
        assertThat(observations(hourly("Pacific/Apia", "2011-12-29T10:00:00Z", 72), months))
                .containsExactly(
                        "a 2011-12-01T10:00:00Z/2011-12-31T10:00:00Z 48.0",
                        "a 2011-12-31T10:00:00Z/2012-01-31T10:00:00Z 24.0");
    }

    /** In Newfoundland clocks went back at 00:01 of 7 November 2010, to 23:01 of the 6th. */
    @Test
    void daysFollowEachOtherWhereClocksGoBackOverMidnight() {
        KeptWeather kept = kept("America/St_Johns", 3);
        kept.keep("a", temperature("2010-11-07T02:29:00Z", 1));
        kept.keep("a", temperature("2010-11-07T02:30:30Z", 2));
        kept.keep("a", temperature("2010-11-07T03:00:00Z", 3));
        kept.keep("a", temperature("2010-11-07T03:30:00Z", 4));
        kept.keep("b", temperature("2010-11-07T03:00:00Z", 5)); // 23:30 of the 6th for the second time
        assertThat(observations(
                        kept,
                        query(
                                "2010-11-01T00:00:00Z",
                                "2010-11-30T00:00:00Z",
                                Step.DAY,
                                List.of(Variable.TEMPERATURE),
                                Aggregate.COUNT)))
                .containsExactly(
                        "a 2010-11-06T02:30:00Z/2010-11-07T02:30:00Z 1.0",
                        "a 2010-11-07T02:30:00Z/2010-11-08T03:30:00Z 3.0",
                        "b 2010-11-07T02:30:00Z/2010-11-08T03:30:00Z 1.0");
    }

    @Test
    void monthsAndYearsAreOfThePlace() {
        KeptWeather kept = kept("Asia/Tokyo", 3);
        kept.keep("a", temperature("2025-12-31T14:59:59Z", 1));
        kept.keep("a", temperature("2025-12-31T15:00:00Z", 2));
        kept.keep("a", temperature("2026-01-31T15:00:00Z", 4));
        Query years = query(
                "2020-01-01T00:00:00Z",
                "2030-01-01T00:00:00Z",
                Step.YEAR,
                List.of(Variable.TEMPERATURE),
                Aggregate.MEAN);
        assertThat(observations(kept, years))
                .containsExactly(
                        "a 2024-12-31T15:00:00Z/2025-12-31T15:00:00Z 1.0",
                        "a 2025-12-31T15:00:00Z/2026-12-31T15:00:00Z 3.0");
        Query months = query(
                "2020-01-01T00:00:00Z",
                "2030-01-01T00:00:00Z",
                Step.MONTH,
                List.of(Variable.TEMPERATURE),
                Aggregate.MEAN);
        assertThat(observations(kept, months))
                .containsExactly(
                        "a 2025-11-30T15:00:00Z/2025-12-31T15:00:00Z 1.0",
                        "a 2025-12-31T15:00:00Z/2026-01-31T15:00:00Z 2.0",
                        "a 2026-01-31T15:00:00Z/2026-02-28T15:00:00Z 4.0");
    }

    @Test
    void anIntervalIsOfTheStepInWhichItEnds() {
        KeptWeather kept = kept("Europe/Berlin", 1);
        kept.keep(
                "a", precipitation("2026-06-01T22:00:00Z", HOUR, 1)); // ends at local midnight, where the query starts
        kept.keep("a", precipitation("2026-06-02T22:00:00Z", HOUR, 2));
        kept.keep("a", precipitation("2026-06-02T22:30:00Z", HOUR, 4)); // overlaps
        kept.keep("a", precipitation("2026-06-02T23:00:00Z", HOUR, 8));
        kept.keep("a", precipitation("2026-06-03T22:00:00Z", HOUR, 16)); // ends with the query
        Query query = query(
                "2026-06-01T22:00:00Z",
                "2026-06-03T22:00:00Z",
                Step.DAY,
                List.of(Variable.PRECIPITATION),
                Aggregate.SUM,
                Aggregate.COUNT,
                Aggregate.MEAN,
                Aggregate.MIN,
                Aggregate.MAX);
        assertThat(observations(kept, query))
                .containsExactly(
                        "a 2026-06-01T22:00:00Z/2026-06-02T22:00:00Z 2.0 1.0 2.0 2.0 2.0",
                        "a 2026-06-02T22:00:00Z/2026-06-03T22:00:00Z 24.0 2.0 9.333333333333334 4.0 16.0");
    }

    @Test
    void anIntervalThatBeganBeforeTheStepIsWhollyOfIt() {
        KeptWeather kept = kept("UTC", 1);
        kept.keep("a", precipitation("2026-06-02T03:00:00Z", Duration.ofHours(6), 3));
        Query query = query(
                "2026-06-02T00:00:00Z",
                "2026-06-03T00:00:00Z",
                Step.DAY,
                List.of(Variable.PRECIPITATION),
                Aggregate.SUM);
        assertThat(observations(kept, query)).containsExactly("a 2026-06-02T00:00:00Z/2026-06-03T00:00:00Z 3.0");
    }

    @Test
    void whatIsSaidEveryTenMinutesOfTheLastHourIsSummedOnce() {
        KeptWeather kept = kept("UTC", 5);
        for (int i = 1; i <= 6 * 24; i++) {
            Instant time = Instant.parse("2026-06-01T00:00:00Z").plus(Duration.ofMinutes(10L * i));
            kept.keep("a", precipitation(time.toString(), HOUR, 0.5));
            kept.keep("b", precipitation(time.toString(), HOUR, 0.5));
        }
        Query query = query(
                "2026-06-01T00:00:00Z",
                "2026-06-02T00:00:00Z",
                Step.DAY,
                List.of(Variable.PRECIPITATION),
                Aggregate.SUM,
                Aggregate.COUNT);
        // the first that counts ends at 00:10, the last at 23:10
        assertThat(observations(kept, query))
                .containsExactly(
                        "a 2026-06-01T00:00:00Z/2026-06-02T00:00:00Z 12.0 24.0",
                        "b 2026-06-01T00:00:00Z/2026-06-02T00:00:00Z 12.0 24.0");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void countersOfARainGaugeSayWhatFell(int chunkSize) {
        KeptWeather kept = kept("UTC", chunkSize);
        kept.keep("a", counter("2026-06-01T23:50:00Z", RainCounter.Reset.DAILY, 1.0));
        kept.keep("a", counter("2026-06-02T00:00:00Z", RainCounter.Reset.DAILY, 1.5)); // 0.5, of the day before
        kept.keep("a", counter("2026-06-02T00:10:00Z", RainCounter.Reset.DAILY, 0.25)); // began anew: 0.25
        kept.keep("a", counter("2026-06-02T00:20:00Z", RainCounter.Reset.YEARLY, 400)); // another counter
        kept.keep("a", counter("2026-06-02T01:10:00Z", RainCounter.Reset.DAILY, 1.25)); // 1.0 in an hour
        kept.keep("a", counter("2026-06-02T02:10:00.001Z", RainCounter.Reset.DAILY, 3.25)); // after too long
        kept.keep("a", counter("2026-06-02T02:20:00Z", RainCounter.Reset.DAILY, 3.25)); // nothing fell
        kept.keep("b", counter("2026-06-02T02:30:00Z", RainCounter.Reset.DAILY, 5)); // another gauge
        Query query = query(
                "2026-06-02T00:00:00Z",
                "2026-06-03T00:00:00Z",
                Step.DAY,
                List.of(Variable.TEMPERATURE, Variable.PRECIPITATION),
                Aggregate.SUM,
                Aggregate.COUNT);
        assertThat(observations(kept, query))
                .containsExactly("a 2026-06-02T00:00:00Z/2026-06-03T00:00:00Z NaN 0.0 1.25 3.0");
        Query each = query("2026-06-02T00:00:00Z", "2026-06-03T00:00:00Z", Step.NONE, List.of(Variable.PRECIPITATION));
        assertThat(observations(kept, each))
                .containsExactly(
                        "a 2026-06-02T00:00:00Z 0.5",
                        "a 2026-06-02T00:10:00Z 0.25",
                        "a 2026-06-02T01:10:00Z 1.0",
                        "a 2026-06-02T02:20:00Z 0.0");
    }

    @Test
    void aReadingsOwnPrecipitationComesBeforeItsCounter() {
        KeptWeather kept = kept("UTC", 1);
        kept.keep("a", counter("2026-06-02T00:00:00Z", RainCounter.Reset.DAILY, 1));
        kept.keep(
                "a",
                new Observation(
                        Instant.parse("2026-06-02T00:10:00Z"),
                        Duration.ofMinutes(10),
                        conditions(Map.of(Variable.PRECIPITATION, 7.0)),
                        Optional.of(new RainCounter(RainCounter.Reset.DAILY, 2))));
        kept.keep("a", counter("2026-06-02T00:20:00Z", RainCounter.Reset.DAILY, 5));
        kept.keep("a", counter("2026-06-02T00:30:00Z", RainCounter.Reset.DAILY, 90_000)); // no rain is like this
        Query query = query("2026-06-02T00:00:00Z", "2026-06-03T00:00:00Z", Step.NONE, List.of(Variable.PRECIPITATION));
        assertThat(observations(kept, query))
                .containsExactly("a 2026-06-02T00:10:00Z 7.0", "a 2026-06-02T00:20:00Z 3.0");
    }

    @Test
    void readsOneSourceIfOneIsAskedFor() {
        KeptWeather kept = kept("UTC", 1);
        kept.keep("a", temperature("2026-03-01T00:00:00Z", 1));
        kept.keep("b", temperature("2026-03-01T00:00:00Z", 2));
        Query all = query("2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z", Step.NONE, List.of(Variable.TEMPERATURE));
        Query one = new Query(
                all.place(),
                all.from(),
                all.to(),
                Optional.of(new SourceId("b")),
                all.variables(),
                Step.NONE,
                List.of());
        assertThat(observations(kept, one)).containsExactly("b 2026-03-01T00:00:00Z 2.0");
    }

    @Test
    void readsAllThatThereIs() {
        KeptWeather kept = kept("UTC", 1);
        kept.keep("a", temperature("2026-03-01T00:00:00Z", 1));
        kept.keep(
                "a",
                new Run(
                        Optional.empty(),
                        Instant.parse("2026-03-01T00:00:00Z"),
                        steps("2026-03-01T00:00:00Z", 1),
                        List.of()));
        Query query = new Query(
                KeptWeather.PLACE,
                Instant.MIN,
                Instant.MAX,
                Optional.empty(),
                List.of(Variable.TEMPERATURE, Variable.PRECIPITATION),
                Step.NONE,
                List.of());
        assertThat(observations(kept, query)).hasSize(1);
        assertThat(runs(kept, query)).hasSize(1);
    }

    private static List<ForecastStep> steps(String first, int hours) {
        List<ForecastStep> steps = new ArrayList<>();
        for (int i = 0; i < hours; i++) {
            steps.add(new ForecastStep(
                    Instant.parse(first).plus(Duration.ofHours(i)),
                    HOUR,
                    conditions(Map.of(Variable.TEMPERATURE, (double) i, Variable.PRECIPITATION, 1.0))));
        }
        return steps;
    }

    private static KeptWeather twoRuns() {
        KeptWeather kept = kept("UTC", 1);
        Instant issued = Instant.parse("2026-03-01T18:00:00Z");
        kept.keep("a", new Run(Optional.of(issued), issued.plus(HOUR), steps("2026-03-01T22:00:00Z", 4), List.of()));
        kept.keep(
                "a",
                new Run(
                        Optional.empty(),
                        issued.plus(HOUR.multipliedBy(2)),
                        steps("2026-03-01T23:00:00Z", 2),
                        List.of()));
        kept.keep(
                "a",
                new Run(
                        Optional.empty(),
                        issued.plus(HOUR.multipliedBy(3)),
                        steps("2026-03-01T23:00:00Z", 2),
                        List.of()));
        return kept;
    }

    @Test
    void givesTheStepsOfTheRunsThatWereHadFromTheStartToBeforeTheEnd() {
        Query query = query("2026-03-01T19:00:00Z", "2026-03-01T21:00:00Z", Step.NONE, List.of(Variable.TEMPERATURE));
        String first = "a 2026-03-01T18:00:00Z 2026-03-01T19:00:00Z ";
        assertThat(runs(twoRuns(), query))
                .containsExactly(
                        first + "2026-03-01T22:00:00Z 0.0",
                        first + "2026-03-01T23:00:00Z 1.0",
                        first + "2026-03-02T00:00:00Z 2.0",
                        first + "2026-03-02T01:00:00Z 3.0",
                        "a - 2026-03-01T20:00:00Z 2026-03-01T23:00:00Z 0.0",
                        "a - 2026-03-01T20:00:00Z 2026-03-02T00:00:00Z 1.0");
    }

    @Test
    void putsTheValuesOfEachRunTogetherByItself() {
        Query query = query(
                "2026-03-01T19:00:00Z",
                "2026-03-01T21:00:00Z",
                Step.DAY,
                List.of(Variable.TEMPERATURE, Variable.PRECIPITATION),
                Aggregate.COUNT,
                Aggregate.SUM);
        String first = "a 2026-03-01T18:00:00Z 2026-03-01T19:00:00Z ";
        String second = "a - 2026-03-01T20:00:00Z ";
        assertThat(runs(twoRuns(), query))
                .containsExactly(
                        first + "2026-03-01T00:00:00Z/2026-03-02T00:00:00Z 2.0 NaN 3.0 3.0",
                        first + "2026-03-02T00:00:00Z/2026-03-03T00:00:00Z 2.0 NaN 1.0 1.0",
                        second + "2026-03-01T00:00:00Z/2026-03-02T00:00:00Z 1.0 NaN 2.0 2.0",
                        second + "2026-03-02T00:00:00Z/2026-03-03T00:00:00Z 1.0 NaN 0.0 NaN");
    }

    @Test
    void aVisitorThatLeavesGetsNothingMore() {
        KeptWeather kept = hourly("UTC", "2026-03-01T00:00:00Z", 1000);
        Query query = query(
                "2026-03-01T00:00:00Z",
                "2027-03-01T00:00:00Z",
                Step.DAY,
                List.of(Variable.TEMPERATURE),
                Aggregate.COUNT);
        List<Instant> seen = new ArrayList<>();
        Found found = (Found) new History(kept, kept).observations(query);
        assertThatThrownBy(() -> found.rows().forEach(row -> {
                    seen.add(row.from());
                    throw new IllegalStateException("gone");
                }))
                .hasMessage("gone");
        assertThat(seen).hasSize(1);
    }

    @Test
    void canBeVisitedAgain() {
        KeptWeather kept = hourly("UTC", "2026-03-01T00:00:00Z", 30);
        Query query = query(
                "2026-03-01T00:00:00Z",
                "2027-03-01T00:00:00Z",
                Step.DAY,
                List.of(Variable.PRECIPITATION),
                Aggregate.SUM);
        Outcome outcome = new History(kept, kept).observations(query);
        assertThat(rows(outcome, query)).isEqualTo(rows(outcome, query)).hasSize(2);
    }
}
