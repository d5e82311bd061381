package dev.vane.adapters.sources.simulated;

import static dev.vane.adapters.sources.Replies.daily;
import static dev.vane.adapters.sources.Replies.hourly;
import static dev.vane.adapters.sources.Replies.report;
import static dev.vane.adapters.sources.Replies.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vane.adapters.sources.TestPlaces;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.SourceInfo;
import dev.vane.application.spi.WeatherSource;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.SourceReport;
import dev.vane.domain.weather.Variable;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulatedSourceTest {

    private static final Instant NOW = Instant.parse("2026-02-06T21:44:31Z");
    private static final Instant YEAR = Instant.parse("2026-01-01T00:00:00Z");

    private static SourceReport ask(SimulatedMember member, Place place, Instant now) {
        return report(new SimulatedSource(member, Clock.fixed(now, ZoneOffset.UTC)).ask(place, CallMeter.UNLIMITED));
    }

    private static Run run(SimulatedMember member, Place place, Instant now) {
        return ask(member, place, now).run().orElseThrow();
    }

    private static Place at(double latitude, double longitude, int elevation) {
        return TestPlaces.place(latitude, longitude, OptionalInt.of(elevation), "UTC");
    }

    private static Random random() {
        long seed = new Random().nextLong();
        System.out.println("SimulatedSourceTest seed " + seed);
        return new Random(seed);
    }

    private static Place anywhere(Random random) {
        double latitude = switch (random.nextInt(8)) {
            case 0 -> 90;
            case 1 -> -90;
            case 2 -> 0;
            default -> random.nextDouble(-90, 90);
        };
        return at(latitude, random.nextDouble(-180, 180), random.nextInt(-430, 5100));
    }

    private static Instant anytime(Random random) {
        return YEAR.plusSeconds(random.nextLong(-400_000_000, 400_000_000));
    }

    @Test
    void hasFourMembersThatAllSayThatTheyAreSimulated() {
        List<SourceInfo> infos = SimulatedSource.all(Clock.systemUTC()).stream()
                .map(WeatherSource::info)
                .toList();
        assertThat(infos)
                .extracting(info -> info.id().name())
                .containsExactly("simulated-a", "simulated-b", "simulated-c", "simulated-d");
        assertThat(infos).allSatisfy(info -> {
            assertThat(info.simulated()).isTrue();
            assertThat(info.attribution()).isEqualTo("Simulated by Vane: not the real weather");
            assertThat(info.refreshInterval()).isEqualTo(Duration.ofMinutes(10));
        });
    }

    @Test
    void givesTenWholeDaysAndTheHoursToTheirEnd() {
        SourceReport report = ask(SimulatedMember.A, TestPlaces.NEW_YORK, NOW);
        List<ForecastStep> steps = hourly(report);
        assertThat(report.run().orElseThrow().issuedAt()).contains(Instant.parse("2026-02-06T21:00:00Z"));
        assertThat(steps.getFirst().validTime()).isEqualTo(Instant.parse("2026-02-06T22:00:00Z"));
        assertThat(steps.getLast().validTime()).isEqualTo(Instant.parse("2026-02-16T05:00:00Z"));
        assertThat(steps).hasSizeGreaterThan(168).allMatch(step -> step.period().equals(Duration.ofHours(1)));
        assertThat(daily(report)).hasSizeGreaterThanOrEqualTo(10);
        assertThat(daily(report).getFirst().date()).hasToString("2026-02-06");
        assertThat(report.current().orElseThrow().validTime()).isEqualTo(Instant.parse("2026-02-06T21:40:00Z"));
    }

    @Test
    void givesTenDaysWhenTheClocksChangeInAZoneOfHalfHours() {
        Place howe = TestPlaces.place(-31.55, 159.08, OptionalInt.of(5), "Australia/Lord_Howe");
        for (String now : List.of("2026-04-03T21:44:31Z", "2026-10-01T10:00:00Z")) {
            assertThat(daily(ask(SimulatedMember.A, howe, Instant.parse(now)))).hasSizeGreaterThanOrEqualTo(10);
        }
    }

    @Test
    void saysTheSameToTheSameQuestionAndUntilTheNextRun() {
        Run run = run(SimulatedMember.B, TestPlaces.BERLIN, NOW);
        assertThat(run(SimulatedMember.B, TestPlaces.BERLIN, NOW)).isEqualTo(run);
        assertThat(run(SimulatedMember.B, TestPlaces.BERLIN, NOW.plusSeconds(7200))
                        .forecastsTheSameAs(run))
                .isTrue();
        assertThat(run(SimulatedMember.B, TestPlaces.BERLIN, NOW.plusSeconds(10_800))
                        .forecastsTheSameAs(run))
                .isFalse();
        assertThat(run(SimulatedMember.C, TestPlaces.BERLIN, NOW).forecastsTheSameAs(run))
                .isFalse();
    }

    @Test
    void isPhysicallyConsistentEverywhereAndAlways() {
        Random random = random();
        for (int i = 0; i < 100; i++) {
            Place place = anywhere(random);
            SimulatedMember member = List.of(SimulatedMember.values()).get(random.nextInt(4));
            SourceReport report = ask(member, place, anytime(random));
            checkConsistency(report.current().orElseThrow().conditions());
            hourly(report).forEach(step -> checkConsistency(step.conditions()));
            daily(report).forEach(SimulatedSourceTest::checkConsistency);
        }
    }

    private static void checkConsistency(Conditions now) {
        String what = now.toString();
        double temperature = value(now, Variable.TEMPERATURE);
        double falling = value(now, Variable.PRECIPITATION);
        assertThat(value(now, Variable.DEW_POINT)).as(what).isLessThanOrEqualTo(temperature);
        assertThat(value(now, Variable.WIND_GUST)).as(what).isGreaterThanOrEqualTo(value(now, Variable.WIND_SPEED));
        assertThat(value(now, Variable.WIND_DIRECTION)).as(what).isBetween(0.0, 359.0);
        if (falling > 0) {
            assertThat(value(now, Variable.CLOUD_COVER)).as(what).isGreaterThan(70);
            assertThat(now.sky().condition())
                    .as(what)
                    .isIn(Condition.DRIZZLE, Condition.RAIN, Condition.SLEET, Condition.SNOW, Condition.THUNDERSTORM);
        } else {
            assertThat(now.sky().condition())
                    .as(what)
                    .isIn(
                            Condition.CLEAR,
                            Condition.MOSTLY_CLEAR,
                            Condition.PARTLY_CLOUDY,
                            Condition.MOSTLY_CLOUDY,
                            Condition.OVERCAST,
                            Condition.FOG);
        }
        if (falling > 0 && temperature <= 0) {
            assertThat(now.sky().condition()).as(what).isEqualTo(Condition.SNOW);
            assertThat(value(now, Variable.RAIN)).as(what).isZero();
        }
        if (temperature >= 3) {
            assertThat(value(now, Variable.SNOWFALL)).as(what).isZero();
        }
        if (value(now, Variable.SHORTWAVE_RADIATION) == 0) {
            assertThat(value(now, Variable.SUNSHINE_DURATION)).as(what).isZero();
        }
        if (now.sky().condition() == Condition.FOG) {
            assertThat(value(now, Variable.VISIBILITY)).as(what).isLessThan(1000);
            assertThat(value(now, Variable.RELATIVE_HUMIDITY)).as(what).isGreaterThanOrEqualTo(98);
        }
    }

    private static void checkConsistency(DailyForecast day) {
        assertThat(value(day, DailyVariable.TEMPERATURE_MIN))
                .as(day.toString())
                .isLessThanOrEqualTo(value(day, DailyVariable.TEMPERATURE_MAX));
    }

    private static double mean(Place place, Instant from, Duration each, int count, Variable variable) {
        return IntStream.range(0, count)
                .mapToObj(i -> SimulatedTruth.at(place, from.plus(each.multipliedBy(i))))
                .mapToDouble(truth -> value(truth.conditions(), variable))
                .average()
                .orElseThrow();
    }

    @Test
    void isWarmerInSummerOnBothHemispheres() {
        Duration hour = Duration.ofHours(1);
        Instant july = Instant.parse("2026-07-01T00:00:00Z");
        Place north = at(52, 13, 34);
        Place south = at(-34, 151, 20);
        assertThat(mean(north, july, hour, 720, Variable.TEMPERATURE)
                        - mean(north, YEAR, hour, 720, Variable.TEMPERATURE))
                .isBetween(12.0, 38.0);
        assertThat(mean(south, YEAR, hour, 720, Variable.TEMPERATURE)
                        - mean(south, july, hour, 720, Variable.TEMPERATURE))
                .isBetween(4.0, 25.0);
    }

    @Test
    void isColderByTheLapseRateHigherUp() {
        Duration hour = Duration.ofHours(1);
        double valley = mean(at(46, 7, 500), YEAR, hour, 720, Variable.TEMPERATURE);
        double summit = mean(at(46, 7, 3500), YEAR, hour, 720, Variable.TEMPERATURE);
        assertThat(valley - summit).isCloseTo(19.5, within(0.05));
    }

    @Test
    void isWarmestInTheAfternoonAndColdestAroundSunrise() {
        Place place = at(45, 0, 0); // its local solar time is UTC
        Function<Integer, Double> at = hour -> mean(
                place,
                Instant.parse("2026-06-01T00:00:00Z").plusSeconds(3600L * hour),
                Duration.ofDays(1),
                365,
                Variable.TEMPERATURE);
        Map<Integer, Double> byHour = IntStream.range(0, 24).boxed().collect(Collectors.toMap(Function.identity(), at));
        assertThat(max(byHour)).isBetween(13, 16);
        assertThat(byHour.get(14) - byHour.get(5)).isBetween(2.0, 8.0);
    }

    private static int max(Map<Integer, Double> byHour) {
        return byHour.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    @Test
    void hasNoSunInThePolarNight() {
        Place pole = at(89, 0, 0);
        assertThat(mean(
                        pole,
                        Instant.parse("2026-12-10T00:00:00Z"),
                        Duration.ofHours(1),
                        240,
                        Variable.SHORTWAVE_RADIATION))
                .isZero();
        assertThat(mean(
                        pole,
                        Instant.parse("2026-06-10T00:00:00Z"),
                        Duration.ofHours(1),
                        240,
                        Variable.SHORTWAVE_RADIATION))
                .isGreaterThan(100);
    }

    @Test
    void hasSpellsThatLastAndEnd() {
        assertThat(correlation(Variable.PRESSURE_MSL, 6)).isGreaterThan(0.9);
        assertThat(correlation(Variable.CLOUD_COVER, 3)).isGreaterThan(0.7);
        assertThat(Math.abs(correlation(Variable.PRESSURE_MSL, 24 * 12))).isLessThan(0.4);
    }

    /** Between a variable and itself some hours later, over a year. */
    private static double correlation(Variable variable, int hours) {
        Place place = at(52, 13, 34);
        double[] series = IntStream.range(0, 8760)
                .mapToDouble(i -> value(
                        SimulatedTruth.at(place, YEAR.plusSeconds(3600L * i)).conditions(), variable))
                .toArray();
        double mean = java.util.Arrays.stream(series).average().orElseThrow();
        double together = 0;
        double alone = 0;
        for (int i = 0; i + hours < series.length; i++) {
            together += (series[i] - mean) * (series[i + hours] - mean);
            alone += (series[i] - mean) * (series[i] - mean);
        }
        return together / alone;
    }

    @Test
    void rainsSometimes() {
        Place place = at(52, 13, 34);
        double wet = IntStream.range(0, 8760)
                        .filter(i -> value(
                                        SimulatedTruth.at(place, YEAR.plusSeconds(3600L * i))
                                                .conditions(),
                                        Variable.PRECIPITATION)
                                > 0)
                        .count()
                / 8760.0;
        double yearly = 8760 * mean(place, YEAR, Duration.ofHours(1), 8760, Variable.PRECIPITATION);
        assertThat(wet).isBetween(0.05, 0.3);
        assertThat(yearly).isBetween(250.0, 2500.0);
    }

    /** Forecast minus truth at a lead time, over many places and times. */
    private static double[] errors(SimulatedMember member, int leadHours, Function<Conditions, Double> of) {
        Random random = new Random(7); // the same sample for each lead time
        return IntStream.range(0, 4000)
                .mapToDouble(i -> {
                    Site site = Site.of(at(random.nextDouble(-70, 70), random.nextDouble(-180, 180), 100));
                    Instant time = YEAR.plusSeconds(random.nextLong(0, 400_000_000));
                    AirState truth = SimulatedTruth.state(site, time);
                    AirState seen = member.see(truth, site, time, Duration.ofHours(leadHours));
                    return of.apply(WeatherOfAir.conditions(seen, site, time))
                            - of.apply(WeatherOfAir.conditions(truth, site, time));
                })
                .toArray();
    }

    private static double average(double[] errors) {
        return java.util.Arrays.stream(errors).average().orElseThrow();
    }

    private static double spread(double[] errors) {
        double mean = average(errors);
        return Math.sqrt(java.util.Arrays.stream(errors)
                .map(error -> (error - mean) * (error - mean))
                .average()
                .orElseThrow());
    }

    @ParameterizedTest
    @EnumSource
    void hasTheBiasesThatItDeclares(SimulatedMember member) {
        for (int lead : new int[] {0, 24, 120}) {
            double tolerance = 0.05 + 0.06 * member.temperatureNoise(Duration.ofHours(lead));
            assertThat(average(errors(member, lead, now -> value(now, Variable.TEMPERATURE))))
                    .isCloseTo(member.temperatureBias(), within(tolerance));
            assertThat(average(errors(member, lead, now -> value(now, Variable.PRESSURE_MSL))))
                    .isCloseTo(member.pressureBias(), within(2.5 * tolerance));
            double wind = average(errors(member, lead, now -> Math.log(value(now, Variable.WIND_SPEED))));
            assertThat(Math.exp(wind)).isCloseTo(member.windFactor(), within(0.05));
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasTheNoiseThatItDeclaresGrowingWithLeadTime(SimulatedMember member) {
        double before = 0;
        for (int lead : new int[] {0, 24, 120}) {
            double noise = spread(errors(member, lead, now -> value(now, Variable.TEMPERATURE)));
            assertThat(noise).isCloseTo(member.temperatureNoise(Duration.ofHours(lead)), within(0.12 * noise + 0.03));
            assertThat(noise).isGreaterThan(before);
            before = noise;
        }
    }

    @ParameterizedTest
    @EnumSource
    void agreesBetterWithTheTruthInALaterRun(SimulatedMember member) {
        for (Place place : List.of(TestPlaces.BERLIN, TestPlaces.NEW_YORK, at(-10, 40, 900))) {
            Run early = run(member, place, NOW);
            Run late = run(member, place, NOW.plus(Duration.ofDays(4)));
            assertThat(temperatureError(member, late, late, place))
                    .isLessThan(temperatureError(member, early, late, place));
        }
    }

    /** The mean absolute error without the bias, at the valid times that both runs have. */
    private static double temperatureError(SimulatedMember member, Run run, Run common, Place place) {
        Instant from = common.hourly().getFirst().validTime();
        return run.hourly().stream()
                .filter(step -> !step.validTime().isBefore(from))
                .limit(120)
                .mapToDouble(step -> Math.abs(value(step.conditions(), Variable.TEMPERATURE)
                        - member.temperatureBias()
                        - value(SimulatedTruth.at(place, step.validTime()).conditions(), Variable.TEMPERATURE)))
                .average()
                .orElseThrow();
    }

    @Test
    void costsAFewMillisecondsAtMost() {
        SimulatedSource source = new SimulatedSource(SimulatedMember.A, Clock.fixed(NOW, ZoneOffset.UTC));
        Random random = random();
        for (int i = 0; i < 200; i++) {
            source.ask(anywhere(random), CallMeter.UNLIMITED);
        }
        long start = cpuNanos();
        for (int i = 0; i < 200; i++) {
            source.ask(anywhere(random), CallMeter.UNLIMITED);
        }
        double millis = (cpuNanos() - start) / 200.0 / 1e6;
        System.out.printf("SimulatedSourceTest: an ask takes %.2f ms of CPU time%n", millis);
        assertThat(millis).isLessThan(10);
    }

    /** Of this thread, so that the load of the machine does not count. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
