package dev.vane.domain.blending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.domain.scoring.HourValues;
import dev.vane.domain.scoring.LeadBucket;
import dev.vane.domain.scoring.ScoredVariable;
import dev.vane.domain.scoring.VerificationDay;
import dev.vane.domain.weather.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is altered after a time, nothing that was forecast or served at or before it changes, not even in its last bit. */
class NoLookAheadTest {

    private static final List<BlendCase> CASES =
            sparse(new Simulation(Simulation.Setting.hourly(0.45), 4711).cases(Simulation.Disturbance.NONE, -1));
    private static final List<String> TOLD =
            List.copyOf(told(Simulation.CANDIDATES, CASES, history(CASES), Instant.MAX));
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    /** Without every other truth: so the last observation is seldom as old as the reading. */
    private static List<BlendCase> sparse(List<BlendCase> cases) {
        return IntStream.range(0, cases.size())
                .mapToObj(i -> {
                    BlendCase one = cases.get(i);
                    double truth = i % 2 == 0 ? one.truth() : Double.NaN;
                    return new BlendCase(one.readAt(), one.validAt(), one.quarter(), one.forecasts(), truth);
                })
                .toList();
    }

    /** What readers had, the later ones something else; and what came true, later something else. */
    private static List<BlendCase> altered(List<BlendCase> cases, Instant after) {
        SplittableRandom random = new SplittableRandom(99);
        return cases.stream()
                .map(one -> new BlendCase(
                        one.readAt(),
                        one.validAt(),
                        one.quarter(),
                        one.readAt().isAfter(after) ? otherwise(one.forecasts(), random) : one.forecasts(),
                        one.validAt().isAfter(after) ? one.truth() + 30 * random.nextGaussian() : one.truth()))
                .toList();
    }

    private static double[] otherwise(double[] forecasts, SplittableRandom random) {
        return Arrays.stream(forecasts)
                .map(one -> random.nextInt(4) == 0 ? Double.NaN : one + 20 * random.nextGaussian())
                .toArray();
    }

    private static TruthHistory history(List<BlendCase> cases) {
        TruthHistory history = new TruthHistory();
        cases.stream()
                .filter(one -> !Double.isNaN(one.truth()))
                .forEach(one -> history.add(one.validAt(), one.truth()));
        return history;
    }

    /** What was forecast and served to those who read by a time. */
    private static List<String> told(Candidates candidates, List<BlendCase> cases, TruthHistory truths, Instant by) {
        List<String> told = new ArrayList<>();
        new Backtest(ScoredVariable.TEMPERATURE, candidates, truths).run(cases, (of, forecasts, served) -> {
            if (!of.readAt().isAfter(by)) {
                told.add(of.readAt() + " " + of.validAt() + " " + Arrays.toString(forecasts) + " " + served);
            }
        });
        return told;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 14, 15, 30, 61})
    void whatComesLaterChangesNothingThatWasForecastOrServed(int day) {
        Instant time = START.plus(Duration.ofDays(day)).plus(Duration.ofHours(7));
        List<BlendCase> altered = altered(CASES, time);

        List<String> after = told(Simulation.CANDIDATES, altered, history(altered), Instant.MAX);

        int read =
                (int) CASES.stream().filter(one -> !one.readAt().isAfter(time)).count();
        assertThat(read).isGreaterThanOrEqualTo(24 * day);
        assertThat(after.subList(0, read)).isEqualTo(TOLD.subList(0, read));
        assertThat(after.get(read + 24)).as("the alteration is felt later").isNotEqualTo(TOLD.get(read + 24));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 14, 40})
    void whatIsToBeServedFollowsFromNothingLater(int day) {
        Instant time = START.plus(Duration.ofDays(day));
        List<BlendCase> known =
                CASES.stream().filter(one -> !one.readAt().isAfter(time)).toList();
        List<BlendCase> altered = altered(known, time);

        Blend before = concluded(known, time);
        Blend after = concluded(altered, time);

        assertThat(after.decision()).isEqualTo(before.decision());
        BlendCase next =
                new BlendCase(time, time.plus(Duration.ofHours(18)), 3, new double[] {9, 10, 11, 12}, Double.NaN);
        assertThat(after.combine(next).values()).isEqualTo(before.combine(next).values());
    }

    private static Blend concluded(List<BlendCase> cases, Instant time) {
        Backtest backtest = new Backtest(ScoredVariable.TEMPERATURE, Simulation.CANDIDATES, history(cases));
        backtest.run(cases);
        return backtest.conclude(time);
    }

    /** Days of verification of three sources; what is true after a time, or was read after it, is something else. */
    private static List<VerificationDay> record(long seed, Instant alteredAfter) {
        SplittableRandom random = new SplittableRandom(seed);
        SplittableRandom other = new SplittableRandom(seed + 1);
        List<VerificationDay> days = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            LocalDate date = LocalDate.ofInstant(START, ZoneOffset.UTC).plusDays(number);
            HourValues truths = HourValues.NONE;
            Map<SourceId, Map<LeadBucket, HourValues>> forecasts = new TreeMap<>();
            for (int hour = 0; hour < HourValues.HOURS; hour++) {
                Instant validAt = START.plus(Duration.ofDays(number)).plus(Duration.ofHours(hour));
                double truth = 10 + 5 * Math.sin(0.07 * (24 * number + hour)) + random.nextGaussian();
                double changed = validAt.isAfter(alteredAfter) ? truth + 9 * other.nextGaussian() : truth;
                truths = truths.with(hour, OptionalDouble.of(changed));
                for (int source = 0; source < 3; source++) {
                    Map<LeadBucket, HourValues> buckets =
                            forecasts.computeIfAbsent(new SourceId("s" + source), one -> new HashMap<>());
                    for (LeadBucket bucket : List.of(LeadBucket.HOURS_6, LeadBucket.DAYS_2)) {
                        double forecast = truth + source + (1 + 0.5 * source) * random.nextGaussian();
                        boolean later = validAt.minus(bucket.readAhead()).isAfter(alteredAfter);
                        double said = later ? forecast + 9 * other.nextGaussian() : forecast;
                        buckets.put(
                                bucket,
                                buckets.getOrDefault(bucket, HourValues.NONE).with(hour, OptionalDouble.of(said)));
                    }
                }
            }
            days.add(new VerificationDay(date, truths, new TreeMap<>(forecasts)));
        }
        return days;
    }

    @Test
    void casesOfTheRecordKnowNothingLaterEither() {
        List<VerificationDay> original = record(5, Instant.MAX);
        Candidates candidates = PairCases.candidates(original);
        for (int day : new int[] {2, 16, 30}) {
            Instant time = START.plus(Duration.ofDays(day)).plus(Duration.ofHours(13));
            List<VerificationDay> altered = record(5, time);
            assertThat(altered).isNotEqualTo(original);
            for (LeadBucket bucket : List.of(LeadBucket.HOURS_6, LeadBucket.DAYS_2)) {
                List<String> before = told(
                        candidates,
                        PairCases.of(original, candidates, ZONE).get(bucket),
                        PairCases.truths(original),
                        time);
                List<String> after = told(
                        candidates,
                        PairCases.of(altered, candidates, ZONE).get(bucket),
                        PairCases.truths(altered),
                        time);
                assertThat(before).isNotEmpty();
                assertThat(after).isEqualTo(before);
            }
        }
    }

    @Test
    void aCaseIsReadAsLongBeforeItIsValidAsItsLeadTimeTells() {
        List<VerificationDay> days = record(6, Instant.MAX);

        Map<LeadBucket, List<BlendCase>> cases = PairCases.of(days, PairCases.candidates(days), ZONE);

        assertThat(cases).containsOnlyKeys(LeadBucket.HOURS_6, LeadBucket.DAYS_2);
        cases.forEach((bucket, some) -> assertThat(some)
                .allMatch(one -> one.readAt().plus(bucket.readAhead()).equals(one.validAt())));
        // Every hour of 40 days up to a day ahead, every third beyond; midnight UTC is 16:00 in winter on the Pacific
        // coast.
        assertThat(cases.get(LeadBucket.HOURS_6)).hasSize(40 * 24);
        assertThat(cases.get(LeadBucket.DAYS_2)).hasSize(40 * 8);
        assertThat(cases.get(LeadBucket.HOURS_6).getFirst().quarter()).isEqualTo(2);
    }
}
