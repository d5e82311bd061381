package dev.vane.domain.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyAggregationTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant JUNE_1 = Instant.parse("2026-06-01T00:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private static ForecastStep step(Instant validTime, Duration period, Sky sky, Map<Variable, Double> given) {
        Values.Builder<Variable> values = Values.of(Variable.class);
        given.forEach(values::set);
        return new ForecastStep(validTime, period, new Conditions(sky, values.build()));
    }

    /** Hourly steps from a time on; the i-th has the values that the function gives for i. */
    private static List<ForecastStep> hourly(Instant from, int count, IntFunction<Map<Variable, Double>> values) {
        return every(HOUR, from, count, values);
    }

    private static List<ForecastStep> every(
            Duration spacing, Instant from, int count, IntFunction<Map<Variable, Double>> values) {
        List<ForecastStep> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            steps.add(step(from.plus(spacing.multipliedBy(i)), spacing, Sky.UNKNOWN, values.apply(i)));
        }
        return steps;
    }

    private static DailyForecast only(List<DailyForecast> days) {
        assertThat(days).hasSize(1);
        return days.getFirst();
    }

    @Test
    void takesTheExtremesOfTheDay() {
        DailyForecast day = only(DailyAggregation.of(
                hourly(
                        JUNE_1,
                        24,
                        hour -> Map.of(
                                Variable.TEMPERATURE,
                                10.0 + hour,
                                Variable.APPARENT_TEMPERATURE,
                                8.0 - hour,
                                Variable.UV_INDEX,
                                hour / 4.0,
                                Variable.WIND_GUST,
                                5.0 + hour % 7)),
                UTC));
        assertThat(day.date()).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(day.values().get(DailyVariable.TEMPERATURE_MAX)).hasValue(33);
        assertThat(day.values().get(DailyVariable.TEMPERATURE_MIN)).hasValue(10);
        assertThat(day.values().get(DailyVariable.APPARENT_TEMPERATURE_MAX)).hasValue(8);
        assertThat(day.values().get(DailyVariable.APPARENT_TEMPERATURE_MIN)).hasValue(-15);
        assertThat(day.values().get(DailyVariable.UV_INDEX_MAX)).hasValue(5.75);
        assertThat(day.values().get(DailyVariable.WIND_GUST_MAX)).hasValue(11);
    }

    @Test
    void hasOnlyTheQuantitiesOfTheSteps() {
        DailyForecast day =
                only(DailyAggregation.of(hourly(JUNE_1, 24, hour -> Map.of(Variable.CLOUD_COVER, 40.0)), UTC));
        assertThat(day.values().known()).containsExactly(DailyVariable.CLOUD_COVER_MEAN);
        assertThat(day.sky()).isEqualTo(Sky.UNKNOWN);
    }

    @Test
    void midnightsInstantBeginsADayAndMidnightsIntervalEndsOne() {
        // 2 mm in the hour before each midnight, 30 °C at each midnight, for two days
        List<ForecastStep> steps = hourly(JUNE_1.plus(HOUR), 48, i -> {
            boolean midnight = i % 24 == 23;
            return Map.of(Variable.TEMPERATURE, midnight ? 30.0 : 20.0, Variable.PRECIPITATION, midnight ? 2.0 : 0.0);
        });
        List<DailyForecast> days = DailyAggregation.of(steps, UTC);
        assertThat(days).extracting(DailyForecast::date).containsExactly(date(1), date(2));
        assertThat(values(days, DailyVariable.TEMPERATURE_MAX)).containsExactly(20.0, 30.0);
        assertThat(values(days, DailyVariable.PRECIPITATION_SUM)).containsExactly(2.0, 2.0);
    }

    private static LocalDate date(int dayOfJune) {
        return LocalDate.of(2026, 6, dayOfJune);
    }

    private static List<Double> values(List<DailyForecast> days, DailyVariable variable) {
        return days.stream()
                .map(day -> day.values().get(variable).orElse(Double.NaN))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        // end of a six-hour interval on 2 June, what of it falls on 1 June, and whose it is
        "2026-06-02T00:00:00Z, 1",
        "2026-06-02T02:00:00Z, 1",
        "2026-06-02T03:00:00Z, 1",
        "2026-06-02T03:00:01Z, 2",
        "2026-06-02T04:00:00Z, 2",
        "2026-06-02T06:00:00Z, 2"
    })
    void anIntervalAcrossMidnightBelongsToTheDayThatHoldsMoreOfIt(Instant end, int dayOfJune) {
        Duration sixHours = Duration.ofHours(6);
        List<ForecastStep> steps = every(
                sixHours,
                end.minus(sixHours.multipliedBy(6)),
                13,
                i -> Map.of(Variable.RAIN, i == 6 ? 5.0 : 0.0, Variable.TEMPERATURE, 10.0));
        List<DailyForecast> days = DailyAggregation.of(steps, UTC);
        assertThat(days.stream()
                        .filter(day -> day.values().get(DailyVariable.RAIN_SUM).orElse(0) == 5))
                .extracting(DailyForecast::date)
                .containsExactly(date(dayOfJune));
    }

    @Test
    void anIntervalLongerThanADayBelongsToNone() {
        List<ForecastStep> steps = new ArrayList<>(hourly(JUNE_1, 24, hour -> Map.of(Variable.TEMPERATURE, 1.0)));
        steps.add(step(
                JUNE_1.plus(Duration.ofHours(24)),
                Duration.ofHours(26),
                Sky.UNKNOWN,
                Map.of(Variable.PRECIPITATION, 9.0)));
        assertThat(only(DailyAggregation.of(steps, UTC)).values().has(DailyVariable.PRECIPITATION_SUM))
                .isFalse();
        steps.set(
                24,
                step(
                        JUNE_1.plus(Duration.ofHours(24)),
                        Duration.ofDays(1_000_000_000),
                        Sky.UNKNOWN,
                        Map.of(Variable.PRECIPITATION, 9.0)));
        assertThat(DailyAggregation.of(steps, UTC)).hasSize(1);
    }

    @Test
    void aDaysOwnTotalIsTheDays() {
        List<ForecastStep> steps = new ArrayList<>(hourly(JUNE_1, 24, hour -> Map.of(Variable.TEMPERATURE, 1.0)));
        steps.add(step(
                JUNE_1.plus(Duration.ofHours(24)),
                Duration.ofHours(24),
                Sky.UNKNOWN,
                Map.of(Variable.PRECIPITATION, 9.0)));
        assertThat(only(DailyAggregation.of(steps, UTC)).values().get(DailyVariable.PRECIPITATION_SUM))
                .hasValue(9);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29, 23", "2026-06-01, 24", "2026-10-25, 25"})
    void aDayHasAsManyHoursAsItsClock(LocalDate date, int hours) {
        Instant start = date.atStartOfDay(BERLIN).toInstant();
        List<ForecastStep> steps = hourly(
                start.minus(Duration.ofHours(23)),
                71,
                i -> Map.of(Variable.PRECIPITATION, 1.0, Variable.SUNSHINE_DURATION, 600.0, Variable.TEMPERATURE, 5.0));
        DailyForecast day = DailyAggregation.of(steps, BERLIN).stream()
                .filter(forecast -> forecast.date().equals(date))
                .findFirst()
                .orElseThrow();
        assertThat(day.values().get(DailyVariable.PRECIPITATION_SUM)).hasValue(hours);
        assertThat(day.values().get(DailyVariable.SUNSHINE_DURATION_SUM)).hasValue(hours * 600.0);
    }

    @Test
    void followsTheZoneAndNotUtc() {
        List<ForecastStep> steps = hourly(JUNE_1, 48, i -> Map.of(Variable.TEMPERATURE, i < 12 ? 40.0 : 10.0));
        List<DailyForecast> days = DailyAggregation.of(steps, ZoneId.of("Pacific/Auckland")); // 12 hours ahead
        assertThat(days).extracting(DailyForecast::date).containsExactly(date(1), date(2), date(3));
        assertThat(values(days, DailyVariable.TEMPERATURE_MAX)).containsExactly(40.0, 10.0, 10.0);
    }

    @ParameterizedTest
    @CsvSource({"11, 0", "12, 1", "24, 1"})
    void dropsADayOfWhichUnderHalfIsCovered(int hours, int days) {
        assertThat(DailyAggregation.of(hourly(JUNE_1, hours, i -> Map.of(Variable.TEMPERATURE, 5.0)), UTC))
                .hasSize(days);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-25, 12, 0", "2026-10-25, 13, 1", "2026-03-29, 11, 0", "2026-03-29, 12, 1"})
    void halfOfTheDayIsHalfOfItsOwnHours(LocalDate date, int hours, int days) {
        Instant start = date.atStartOfDay(BERLIN).toInstant();
        assertThat(DailyAggregation.of(hourly(start, hours, i -> Map.of(Variable.TEMPERATURE, 5.0)), BERLIN))
                .hasSize(days);
    }

    @Test
    void dropsAQuantityOfWhichUnderHalfIsCovered() {
        DailyForecast day = only(DailyAggregation.of(
                hourly(
                        JUNE_1,
                        24,
                        hour -> hour < 11
                                ? Map.of(Variable.TEMPERATURE, 5.0, Variable.RELATIVE_HUMIDITY, 80.0)
                                : Map.of(Variable.TEMPERATURE, 5.0)),
                UTC));
        assertThat(day.values().known()).containsExactly(DailyVariable.TEMPERATURE_MAX, DailyVariable.TEMPERATURE_MIN);
    }

    @Test
    void theHighestGustNeedsNoCover() {
        DailyForecast day = only(DailyAggregation.of(
                hourly(
                        JUNE_1,
                        24,
                        hour -> hour == 15
                                ? Map.of(Variable.TEMPERATURE, 5.0, Variable.WIND_GUST, 17.0)
                                : Map.of(Variable.TEMPERATURE, 5.0)),
                UTC));
        assertThat(day.values().get(DailyVariable.WIND_GUST_MAX)).hasValue(17);
    }

    @Test
    void stepsOfThreeHoursCoverADay() {
        DailyForecast day = only(DailyAggregation.of(
                every(
                        Duration.ofHours(3),
                        JUNE_1.plus(Duration.ofHours(3)),
                        8,
                        i -> Map.of(Variable.TEMPERATURE, i * 1.0, Variable.RAIN, 0.5)),
                UTC));
        assertThat(day.values().get(DailyVariable.RAIN_SUM)).hasValue(4);
        assertThat(day.values().get(DailyVariable.TEMPERATURE_MAX)).hasValue(6); // the eighth is the next midnight's
    }

    @Test
    void aGapIsNotCover() {
        List<ForecastStep> steps = List.of(
                step(JUNE_1, Duration.ZERO, Sky.UNKNOWN, Map.of(Variable.TEMPERATURE, 5.0)),
                step(JUNE_1.plus(Duration.ofHours(23)), Duration.ZERO, Sky.UNKNOWN, Map.of(Variable.TEMPERATURE, 9.0)));
        assertThat(DailyAggregation.of(steps, UTC)).hasSize(1); // six hours for each
        assertThat(DailyAggregation.of(steps.subList(0, 1), UTC)).isEmpty();
    }

    @Test
    void meansAreWeightedByTime() {
        // twelve hourly steps, then two of six hours
        List<ForecastStep> steps = new ArrayList<>(hourly(JUNE_1, 12, i -> Map.of(Variable.CLOUD_COVER, 100.0)));
        steps.add(step(
                JUNE_1.plus(Duration.ofHours(17)), Duration.ZERO, Sky.UNKNOWN, Map.of(Variable.CLOUD_COVER, 20.0)));
        steps.add(step(
                JUNE_1.plus(Duration.ofHours(23)), Duration.ZERO, Sky.UNKNOWN, Map.of(Variable.CLOUD_COVER, 20.0)));
        assertThat(only(DailyAggregation.of(steps, UTC)).values().get(DailyVariable.CLOUD_COVER_MEAN))
                .hasValue((12 * 100 + 6 * 20 + 6 * 20) / 24.0);
    }

    @Test
    void thePrevailingWindIsTheDirectionOfTheMeanVector() {
        DailyForecast day = only(DailyAggregation.of(
                hourly(
                        JUNE_1,
                        24,
                        hour -> Map.of(
                                Variable.WIND_DIRECTION, hour % 2 == 0 ? 350.0 : 20.0, Variable.WIND_SPEED, 4.0)),
                UTC));
        assertThat(day.values().get(DailyVariable.WIND_DIRECTION_DOMINANT).orElseThrow())
                .isCloseTo(5, within(1e-9));
    }

    @Test
    void strongWindsCountMoreThanLightOnes() {
        DailyForecast day = only(DailyAggregation.of(
                hourly(
                        JUNE_1,
                        24,
                        hour -> hour < 16
                                ? Map.of(Variable.WIND_DIRECTION, 90.0, Variable.WIND_SPEED, 1.0)
                                : Map.of(Variable.WIND_DIRECTION, 270.0, Variable.WIND_SPEED, 12.0)),
                UTC));
        assertThat(day.values().get(DailyVariable.WIND_DIRECTION_DOMINANT).orElseThrow())
                .isCloseTo(270, within(1e-9));
    }

    @Test
    void directionsWithoutSpeedsCountAlike() {
        DailyForecast day = only(DailyAggregation.of(
                hourly(JUNE_1, 24, hour -> Map.of(Variable.WIND_DIRECTION, hour % 2 == 0 ? 170.0 : 200.0)), UTC));
        assertThat(day.values().get(DailyVariable.WIND_DIRECTION_DOMINANT).orElseThrow())
                .isCloseTo(185, within(1e-9));
    }

    @Test
    void windsThatCancelOutHaveNoPrevailingDirection() {
        DailyForecast day = only(DailyAggregation.of(
                hourly(JUNE_1, 24, hour -> Map.of(Variable.WIND_DIRECTION, hour % 2 * 180.0, Variable.WIND_SPEED, 3.0)),
                UTC));
        assertThat(day.values().known()).containsExactly(DailyVariable.WIND_SPEED_MAX);
    }

    @Test
    void namesTheMostSignificantSkyOfTheDay() {
        List<ForecastStep> steps = new ArrayList<>();
        for (int hour = 0; hour < 30; hour++) {
            Sky sky = Sky.of(hour == 5 ? Condition.RAIN : hour == 24 ? Condition.TORNADO : Condition.CLEAR);
            steps.add(step(JUNE_1.plus(Duration.ofHours(hour)), Duration.ZERO, sky, Map.of()));
        }
        assertThat(only(DailyAggregation.of(steps, UTC)).sky()).isEqualTo(Sky.of(Condition.RAIN));
    }

    @Test
    void leavesOutASumThatCannotBeTrue() {
        DailyForecast day = only(DailyAggregation.of(
                hourly(JUNE_1, 24, hour -> Map.of(Variable.RAIN, 1000.0, Variable.TEMPERATURE, 5.0)), UTC));
        assertThat(day.values().has(DailyVariable.RAIN_SUM)).isFalse();
        assertThat(day.values().has(DailyVariable.TEMPERATURE_MAX)).isTrue();
    }

    @Test
    void makesNoDayOfNothing() {
        assertThat(DailyAggregation.of(List.of(), UTC)).isEmpty();
        assertThat(DailyAggregation.of(hourly(JUNE_1, 24, hour -> Map.of()), UTC))
                .isEmpty();
    }

    @Test
    void copesWithADateThatTheZoneSkipped() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        Instant before = Instant.parse("2011-12-29T10:00:00Z"); // the 29th begins there
        List<DailyForecast> days = DailyAggregation.of(every(HOUR, before, 48, i -> Map.of(Variable.RAIN, 1.0)), apia);
        assertThat(days)
                .extracting(DailyForecast::date)
                .containsExactly(LocalDate.of(2011, 12, 29), LocalDate.of(2011, 12, 31));
    }

    @Test
    void refusesStepsOutOfOrderAndTimesBeyondTheCalendar() {
        List<ForecastStep> steps = hourly(JUNE_1, 2, hour -> Map.of());
        assertThatThrownBy(() -> DailyAggregation.of(steps.reversed(), UTC))
                .isInstanceOf(IllegalArgumentException.class);
        List<ForecastStep> never = List.of(step(Instant.MAX, HOUR, Sky.UNKNOWN, Map.of()));
        assertThatThrownBy(() -> DailyAggregation.of(never, UTC)).isInstanceOf(IllegalArgumentException.class);
    }
}
