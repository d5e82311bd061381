package dev.vane.domain.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final SourceId SOURCE = new SourceId("open-meteo");

    private static ForecastStep step(Instant validTime) {
        return new ForecastStep(validTime, Duration.ZERO, temperature(20));
    }

    private static Conditions temperature(double value) {
        return new Conditions(
                Sky.UNKNOWN,
                Values.of(Variable.class).set(Variable.TEMPERATURE, value).build());
    }

    private static DailyForecast day(String date) {
        return new DailyForecast(LocalDate.parse(date), Sky.of(Condition.CLEAR), Values.none(DailyVariable.class));
    }

    private static Run run(List<ForecastStep> hourly, List<DailyForecast> daily) {
        return new Run(Optional.empty(), NOON, hourly, daily);
    }

    @Test
    void refusesStepsThatDoNotRise() {
        List<ForecastStep> twice = List.of(step(NOON), step(NOON));
        assertThatThrownBy(() -> run(twice, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("step 1 (2026-06-01T12:00:00Z) does not follow 2026-06-01T12:00:00Z");
        List<ForecastStep> backwards = List.of(step(NOON), step(NOON.minusSeconds(1)));
        assertThatThrownBy(() -> run(backwards, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesDaysThatDoNotRise() {
        List<DailyForecast> days = List.of(day("2026-06-01"), day("2026-06-02"), day("2026-06-02"));
        assertThatThrownBy(() -> run(List.of(), days))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("day 2 (2026-06-02) does not follow 2026-06-02");
    }

    @Test
    void copiesItsLists() {
        List<ForecastStep> hourly = new ArrayList<>(List.of(step(NOON)));
        List<DailyForecast> daily = new ArrayList<>(List.of(day("2026-06-01")));
        Run run = run(hourly, daily);
        hourly.clear();
        daily.clear();
        assertThat(run.hourly()).hasSize(1);
        assertThat(run.daily()).hasSize(1);
        assertThatThrownBy(() -> run.hourly().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void runsOfDifferentTimesMayForecastTheSame() {
        Run one = new Run(Optional.of(NOON), NOON, List.of(step(NOON)), List.of());
        Run later = new Run(Optional.empty(), NOON.plusSeconds(60), List.of(step(NOON)), List.of());
        assertThat(one).isNotEqualTo(later);
        assertThat(one.forecastsTheSameAs(later)).isTrue();
    }

    @Test
    void oneOtherValueOrDayIsAnotherForecast() {
        Run run = run(List.of(step(NOON)), List.of());
        ForecastStep warmer = new ForecastStep(NOON, Duration.ZERO, temperature(20.1));
        assertThat(run.forecastsTheSameAs(run(List.of(warmer), List.of()))).isFalse();
        assertThat(run.forecastsTheSameAs(run(List.of(step(NOON)), List.of(day("2026-06-01")))))
                .isFalse();
    }

    @Test
    void valuesOfAnIntervalNeedAPeriod() {
        Conditions rain = new Conditions(
                Sky.UNKNOWN, Values.of(Variable.class).set(Variable.RAIN, 1).build());
        assertThat(new ForecastStep(NOON, Duration.ofHours(1), rain).period()).isEqualTo(Duration.ofHours(1));
        assertThatThrownBy(() -> new ForecastStep(NOON, Duration.ZERO, rain))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("period is zero");
        assertThatThrownBy(() -> new Observation(NOON, Duration.ZERO, rain))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPeriodIsNotNegative() {
        assertThatThrownBy(() -> new Observation(NOON, Duration.ofSeconds(-1), temperature(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("period is PT-1S, below zero");
        assertThatThrownBy(() -> new ForecastStep(NOON, Duration.ofSeconds(-1), temperature(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReportSaysSomething() {
        Run run = run(List.of(), List.of());
        assertThat(new SourceReport(SOURCE, NOON, Optional.empty(), Optional.of(run)).run())
                .contains(run);
        assertThatThrownBy(() -> new SourceReport(SOURCE, NOON, Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("report of open-meteo at 2026-06-01T12:00:00Z says nothing");
    }

    @Test
    void repeatsARunOfTheSameIssueTimeOrOfTheSameValues() {
        Run issued = issued(NOON, step(NOON));

        assertThat(issued(NOON, step(NOON.plusSeconds(60))).repeats(issued))
                .as("the same issue time")
                .isTrue();
        assertThat(issued(NOON.plusSeconds(1), step(NOON)).repeats(issued))
                .as("the same values")
                .isTrue();
        assertThat(issued(NOON.plusSeconds(1), step(NOON.plusSeconds(60))).repeats(issued))
                .as("neither")
                .isFalse();
    }

    @Test
    void runsWithoutIssueTimesAreToldApartByTheirValues() {
        Run one = run(List.of(step(NOON)), List.of());

        assertThat(run(List.of(step(NOON)), List.of()).repeats(one)).isTrue();
        assertThat(run(List.of(step(NOON)), List.of(day("2026-06-01"))).repeats(one))
                .isFalse();
    }

    private static Run issued(Instant issuedAt, ForecastStep step) {
        return new Run(Optional.of(issuedAt), NOON, List.of(step), List.of());
    }
}
