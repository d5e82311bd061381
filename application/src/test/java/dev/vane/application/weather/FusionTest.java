package dev.vane.application.weather;

import static dev.vane.application.weather.Household.START;
import static dev.vane.application.weather.Household.knowing;
import static dev.vane.application.weather.Household.observed;
import static dev.vane.application.weather.Household.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.application.api.Origins;
import dev.vane.application.api.PlaceWeather.Forecast;
import dev.vane.application.api.PlaceWeather.Sourced;
import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FusionTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final SourceId FIRST = new SourceId("first");
    private static final SourceId SECOND = new SourceId("second");
    private static final SourceId THIRD = new SourceId("third");

    @Test
    void aGapIsFilledFromTheNextSourceThatHasIt() {
        Sourced<Observation, Variable> fused = current(
                now("first", knowing(Variable.TEMPERATURE, 5)),
                now("second", knowing(Variable.PRESSURE_MSL, 1010)),
                now("third", both(Variable.PRESSURE_MSL, 1020, Variable.CLOUD_COVER, 50)));

        assertThat(fused.source()).isEqualTo(FIRST);
        assertThat(fused.value().conditions().values())
                .isEqualTo(Values.of(Variable.class)
                        .set(Variable.TEMPERATURE, 5)
                        .set(Variable.PRESSURE_MSL, 1010)
                        .set(Variable.CLOUD_COVER, 50)
                        .build());
        assertThat(fused.origins().filled())
                .isEqualTo(Map.of(Variable.PRESSURE_MSL, SECOND, Variable.CLOUD_COVER, THIRD));
        assertThat(fused.origins().of(Variable.TEMPERATURE, fused.source())).isEqualTo(FIRST);
    }

    @Test
    void whatTheFirstSourceSaysIsNeverReplaced() {
        Sourced<Observation, Variable> fused = current(
                now("first", knowing(Variable.TEMPERATURE, 5)), now("second", knowing(Variable.TEMPERATURE, 9)));

        assertThat(fused.value().conditions().values()).isEqualTo(knowing(Variable.TEMPERATURE, 5));
        assertThat(fused.origins()).isEqualTo(Origins.none());
    }

    @Test
    void anObservationOfAnotherTimeFillsNothing() {
        SourceReport late = report(
                "second",
                Optional.of(observed(
                        START.minus(Duration.ofMinutes(61)), Duration.ZERO, knowing(Variable.CLOUD_COVER, 50))));

        assertThat(current(now("first", knowing(Variable.TEMPERATURE, 5)), late)
                        .value()
                        .conditions()
                        .values()
                        .has(Variable.CLOUD_COVER))
                .isFalse();
    }

    @Test
    void anUnknownSkyIsFilled() {
        Conditions overcast = new Conditions(Sky.of(Condition.OVERCAST), Values.none(Variable.class));
        Sourced<Observation, Variable> fused = current(
                now("first", knowing(Variable.TEMPERATURE, 5)),
                report("second", Optional.of(new Observation(START, Duration.ZERO, overcast))));

        assertThat(fused.value().conditions().sky()).isEqualTo(Sky.of(Condition.OVERCAST));
        assertThat(fused.origins().sky()).contains(SECOND);
    }

    @Test
    void valuesOfAnotherIntervalDoNotMix() {
        Sourced<Observation, Variable> fused = current(
                over("first", HOUR, knowing(Variable.PRECIPITATION, 2)),
                over("second", Duration.ofMinutes(15), knowing(Variable.SNOWFALL, 1)),
                over("third", HOUR, knowing(Variable.SNOWFALL, 3)));

        assertThat(fused.value().conditions().values().get(Variable.SNOWFALL)).hasValue(3);
        assertThat(fused.value().period()).isEqualTo(HOUR);
    }

    @Test
    void aSourceWithoutIntervalsTakesThemWithTheirPeriod() {
        Sourced<Observation, Variable> fused = current(
                now("first", knowing(Variable.TEMPERATURE, 5)),
                over("second", Duration.ofMinutes(15), knowing(Variable.PRECIPITATION, 1)),
                over("third", HOUR, knowing(Variable.SNOWFALL, 3)));

        assertThat(fused.value().period()).isEqualTo(Duration.ofMinutes(15));
        assertThat(fused.value().conditions().values().get(Variable.PRECIPITATION))
                .hasValue(1);
        assertThat(fused.value().conditions().values().has(Variable.SNOWFALL)).isFalse();
    }

    @Test
    void whatContradictsIsLeftOut() {
        Sourced<Observation, Variable> fused = current(
                now("first", both(Variable.TEMPERATURE, 5, Variable.WIND_SPEED, 10)),
                now("second", both(Variable.DEW_POINT, 6, Variable.WIND_GUST, 9)),
                now("third", both(Variable.DEW_POINT, 4, Variable.WIND_GUST, 15)));

        assertThat(fused.origins().filled())
                .containsEntry(Variable.DEW_POINT, THIRD)
                .containsEntry(Variable.WIND_GUST, THIRD);
    }

    @Test
    void whatFollowsFromTheSourcesOwnValuesComesBeforeAnothersWord() {
        Sourced<Observation, Variable> fused = current(
                now("first", both(Variable.TEMPERATURE, 20, Variable.RELATIVE_HUMIDITY, 50)),
                now("second", knowing(Variable.DEW_POINT, 1)));

        assertThat(fused.value().conditions().values().get(Variable.DEW_POINT).orElseThrow())
                .isBetween(9.2, 9.4);
        assertThat(fused.origins().derived()).contains(Variable.DEW_POINT);
        assertThat(fused.origins().filled()).isEmpty();
    }

    @Test
    void whatFollowsFromFilledValuesIsDerivedToo() {
        Sourced<Observation, Variable> fused = current(
                now("first", knowing(Variable.TEMPERATURE, 20)),
                now("second", knowing(Variable.RELATIVE_HUMIDITY, 50)));

        assertThat(fused.origins().filled()).containsOnlyKeys(Variable.RELATIVE_HUMIDITY);
        assertThat(fused.origins().derived()).contains(Variable.DEW_POINT);
    }

    @Test
    void aStepIsFilledFromTheStepOfItsTime() {
        Forecast fused = forecast(
                run("first", hourly(1, Variable.TEMPERATURE, 5), hourly(2, Variable.TEMPERATURE, 6)),
                run("second", hourly(2, Variable.CLOUD_COVER, 80)));

        assertThat(fused.source()).isEqualTo(FIRST);
        assertThat(fused.hourly().get(0).origins()).isEqualTo(Origins.none());
        assertThat(fused.hourly().get(1).value().conditions().values())
                .isEqualTo(both(Variable.TEMPERATURE, 6, Variable.CLOUD_COVER, 80));
    }

    @Test
    void aStepThatLacksNothingIsTheSameObject() {
        ForecastStep said = hourly(1, Variable.TEMPERATURE, 5);

        assertThat(forecast(run("first", said), run("second", hourly(1, Variable.TEMPERATURE, 9)))
                        .hourly()
                        .getFirst()
                        .value())
                .isSameAs(said);
    }

    @Test
    void beyondItsEndTheNextSourceGoesOn() {
        Forecast fused = forecast(
                run("first", hourly(1, Variable.TEMPERATURE, 5)),
                run("second", hourly(1, Variable.TEMPERATURE, 9), hourly(2, Variable.TEMPERATURE, 10)),
                run("third", hourly(2, Variable.CLOUD_COVER, 80), hourly(3, Variable.TEMPERATURE, 11)));

        assertThat(fused.hourly()).extracting(Sourced::source).containsExactly(FIRST, SECOND, THIRD);
        assertThat(fused.hourly().get(1).origins().filled()).isEqualTo(Map.of(Variable.CLOUD_COVER, THIRD));
    }

    @Test
    void aStepThatReachesBackIntoTheFirstForecastIsLeftOut() {
        ForecastStep block =
                step(START.plus(Duration.ofHours(6)), Duration.ofHours(6), knowing(Variable.PRECIPITATION, 3));
        ForecastStep next =
                step(START.plus(Duration.ofHours(12)), Duration.ofHours(6), knowing(Variable.PRECIPITATION, 4));

        Forecast fused = forecast(run("first", hourly(1, Variable.TEMPERATURE, 5)), run("second", block, next));

        assertThat(fused.hourly())
                .extracting(sourced -> sourced.value())
                .containsExactly(hourly(1, Variable.TEMPERATURE, 5), next);
    }

    @Test
    void daysAreFilledAndGoOn() {
        Forecast fused = forecast(
                days("first", day(6, DailyVariable.TEMPERATURE_MAX, 5)),
                days(
                        "second",
                        day(6, DailyVariable.TEMPERATURE_MIN, 7), // above the maximum
                        day(7, DailyVariable.TEMPERATURE_MAX, 8)),
                days("third", day(6, DailyVariable.TEMPERATURE_MIN, 1)));

        assertThat(fused.daily()).extracting(Sourced::source).containsExactly(FIRST, SECOND);
        assertThat(fused.daily().getFirst().origins().filled()).isEqualTo(Map.of(DailyVariable.TEMPERATURE_MIN, THIRD));
        assertThat(fused.daily().getFirst().value().values().get(DailyVariable.TEMPERATURE_MIN))
                .hasValue(1);
    }

    private static Sourced<Observation, Variable> current(SourceReport... reports) {
        return Fusion.current(List.of(reports)).orElseThrow();
    }

    private static Forecast forecast(SourceReport... reports) {
        return Fusion.forecast(List.of(reports), ZoneOffset.UTC).orElseThrow();
    }

    private static SourceReport now(String source, Values<Variable> values) {
        return over(source, Duration.ZERO, values);
    }

    private static SourceReport over(String source, Duration period, Values<Variable> values) {
        return report(source, Optional.of(observed(START, period, values)));
    }

    private static SourceReport report(String source, Optional<Observation> current) {
        return new SourceReport(new SourceId(source), START, current, Optional.empty());
    }

    private static SourceReport run(String source, ForecastStep... steps) {
        return report(source, new Run(Optional.empty(), START, List.of(steps), List.of()));
    }

    private static SourceReport days(String source, DailyForecast... days) {
        return report(source, new Run(Optional.empty(), START, List.of(), List.of(days)));
    }

    private static SourceReport report(String source, Run run) {
        return new SourceReport(new SourceId(source), START, Optional.empty(), Optional.of(run));
    }

    private static ForecastStep hourly(int hour, Variable variable, double value) {
        return step(START.plus(Duration.ofHours(hour)), Duration.ZERO, knowing(variable, value));
    }

    private static DailyForecast day(int day, DailyVariable variable, double value) {
        Values<DailyVariable> values =
                Values.of(DailyVariable.class).set(variable, value).build();
        return new DailyForecast(LocalDate.of(2026, 2, day), Sky.of(Condition.OVERCAST), values);
    }

    private static Values<Variable> both(Variable one, double first, Variable other, double second) {
        return Values.of(Variable.class).set(one, first).set(other, second).build();
    }
}
