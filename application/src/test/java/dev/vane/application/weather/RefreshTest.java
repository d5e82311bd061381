package dev.vane.application.weather;

import static dev.vane.application.weather.Household.CHICAGO;
import static dev.vane.application.weather.Household.OSLO;
import static dev.vane.application.weather.Household.START;
import static dev.vane.application.weather.Household.ZURICH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.application.Application;
import dev.vane.application.api.CallBudget;
import dev.vane.application.api.InspectSources.Breaker.Position;
import dev.vane.application.api.InspectSources.SourceState;
import dev.vane.application.api.InspectSources.State;
import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.ReadWeather;
import dev.vane.application.api.SourcePreference;
import dev.vane.application.api.SourceStatus;
import dev.vane.application.api.WeatherOutcome;
import dev.vane.application.spi.CallWindow;
import dev.vane.application.spi.ScriptedSource;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Several sources: whose word counts, which of them are asked, and what a reader is told of them. */
class RefreshTest {

    private static final Duration INTERVAL = Duration.ofMinutes(15);

    private final Household house = new Household();
    private final ScriptedSource first =
            ScriptedSource.real("first", INTERVAL, place -> new SourceReply.Answered(house.report("first", 7)));
    private final ScriptedSource second =
            ScriptedSource.real("second", INTERVAL, place -> new SourceReply.Answered(house.report("second", 9)));

    @Test
    void thePreferenceOfARegionComesFirst() {
        house.prefers(new SourcePreference(Map.of("NO", List.of(new SourceId("second")))));
        Application application = house.start(first, second);

        assertThat(mainSource(application, OSLO)).isEqualTo("second");
        assertThat(mainSource(application, CHICAGO)).isEqualTo("first");
        assertThat(Household.read(application, OSLO).sources())
                .extracting(status -> status.source().id().name())
                .containsExactly("second", "first");
    }

    @Test
    void anObservationOfHoursAgoIsNotNowWhereAnotherSourceKnowsBetter() {
        first.says(place -> {
            Instant old = house.clock.instant().minus(Duration.ofHours(4));
            SourceReport now = house.report("first", 7);
            return new SourceReply.Answered(new SourceReport(
                    now.source(),
                    now.fetchedAt(),
                    Optional.of(Household.observed(old, Duration.ZERO, Household.knowing(Variable.TEMPERATURE, 7))),
                    now.run()));
        });
        PlaceWeather weather = Household.read(house.start(first, second), ZURICH);

        assertThat(weather.current().orElseThrow().source().name()).isEqualTo("second");
        assertThat(weather.forecast().orElseThrow().source().name()).isEqualTo("first");
    }

    /** The stale-run guard: for two update intervals of six hours a source may repeat itself. */
    @Test
    void aSourceThatRepeatsAnOldRunIsLeftOutAndSaysSo() {
        Run frozen = house.report("first", 7).run().orElseThrow();
        first.says(place -> new SourceReply.Answered(house.report("first", 7).withRun(Optional.of(frozen))));
        second.says(place -> new SourceReply.Answered(house.report("second", changing())));
        Application application = house.start(first, second);
        Household.read(application, ZURICH);
        house.clock.advance(Duration.ofHours(12));
        assertThat(forecaster(application)).as("after twelve hours").isEqualTo("first");

        house.clock.advance(INTERVAL);

        assertThat(forecaster(application)).as("later").isEqualTo("second");
        PlaceWeather weather = Household.read(application, ZURICH);
        assertThat(weather.current().orElseThrow().source().name()).isEqualTo("first");
        assertThat(weather.sources().getFirst().leftOut())
                .hasValueSatisfying(why -> assertThat(why).contains("since 2026-02-06T21:30:00Z"));
        assertThat(weather.sources().get(1).leftOut()).isEmpty();

        first.says(place -> new SourceReply.Answered(house.report("first", 8)));
        house.clock.advance(INTERVAL);
        assertThat(forecaster(application)).as("with a new run").isEqualTo("first");
    }

    @Test
    void aRunOfTheSameIssueTimeIsARepetitionWhateverItsValues() {
        Instant issued = START.minus(Duration.ofHours(1));
        first.says(place -> {
            Run run = house.report("first", changing()).run().orElseThrow();
            Run sameIssue = new Run(Optional.of(issued), run.availableAt(), run.hourly(), run.daily());
            return new SourceReply.Answered(house.report("first", 7).withRun(Optional.of(sameIssue)));
        });
        Application application = house.start(first, second);
        Household.read(application, ZURICH);
        house.clock.advance(Duration.ofHours(13));
        Household.read(application, ZURICH);

        assertThat(Household.read(application, ZURICH).sources().getFirst().leftOut())
                .isPresent();
    }

    @Test
    void whereAllRepeatThemselvesTheLastAnswerIsServed() {
        Run frozen = house.report("first", 7).run().orElseThrow();
        first.says(place -> new SourceReply.Answered(house.report("first", 7).withRun(Optional.of(frozen))));
        Application application = house.start(first);
        Household.read(application, ZURICH);
        house.clock.advance(Duration.ofHours(30));

        assertThat(forecaster(application)).isEqualTo("first");
    }

    @Test
    void theAgeOfARunOutlivesARestart() {
        Run frozen = house.report("first", 7).run().orElseThrow();
        first.says(place -> new SourceReply.Answered(house.report("first", 7).withRun(Optional.of(frozen))));
        Household.read(house.start(first, second), ZURICH);
        house.clock.advance(Duration.ofHours(13));

        Application restarted = house.start(first, second);
        Household.read(restarted, ZURICH);

        assertThat(Household.read(restarted, ZURICH).sources().getFirst().leftOut())
                .isPresent();
    }

    @Test
    void aProviderThatFailsForAllPlacesIsLeftAlone() {
        first.says(place -> ScriptedSource.failure(Reason.TIMED_OUT));
        Application application = house.start(first);
        for (Place town : Household.towns(20)) {
            application.readWeather().read(new ReadWeather.ById(town.id()));
        }

        assertThat(first.calls()).isEqualTo(5);
        SourceState state = state(application, 0);
        assertThat(state.state()).isEqualTo(State.PAUSED);
        assertThat(state.breaker().position()).isEqualTo(Position.OPEN);
        assertThat(state.breaker().probeAt()).contains(START.plusSeconds(30));
        assertThat(state.reason())
                .hasValueSatisfying(why ->
                        assertThat(why).isEqualTo("It is left alone until 2026-02-06T21:30:30Z: it failed: timed_out"));
        assertThat(noWeather(application, Household.town(20, "CH")))
                .satisfies(none -> assertThat(none.retryAfter()).isEqualTo(Duration.ofSeconds(30)))
                .satisfies(none -> assertThat(none.sources().getFirst().problem())
                        .hasValueSatisfying(why -> assertThat(why).startsWith("It is left alone")));
    }

    @Test
    void aProviderThatIsLeftAloneIsTriedOutWithOneCall() {
        first.says(place -> ScriptedSource.failure(Reason.RATE_LIMITED));
        Application application = house.start(first);
        noWeather(application, ZURICH);
        assertThat(first.calls()).isEqualTo(1);
        house.clock.advance(Duration.ofSeconds(30));
        first.says(place -> new SourceReply.Answered(house.report("first", 7)));

        Household.read(application, OSLO);

        assertThat(state(application, 0).state()).isEqualTo(State.ANSWERING);
        assertThat(state(application, 0).breaker().position()).isEqualTo(Position.CLOSED);
        assertThat(Household.read(application, CHICAGO).place()).isEqualTo(CHICAGO);
    }

    @Test
    void aPlaceThatAProviderDoesNotCoverIsNoFailureOfTheProvider() {
        first.says(place -> ScriptedSource.failure(Reason.NOT_COVERED));
        Application application = house.start(first, second);
        Household.towns(20).forEach(town -> Household.read(application, town));

        assertThat(first.calls()).isEqualTo(20);
        assertThat(state(application, 0).state()).isEqualTo(State.IDLE);
    }

    @Test
    void whenTheBudgetIsSpentTheNextSourceAnswers() {
        house.allows("first", new CallBudget(Map.of(CallWindow.MINUTE, 1), 100));
        Application application = house.start(first, second);
        Household.read(application, ZURICH);

        assertThat(mainSource(application, OSLO)).isEqualTo("second");
        SourceState state = state(application, 0);
        assertThat(state.state()).isEqualTo(State.BUDGET_SPENT);
        assertThat(state.quota().getFirst().left()).isZero();
        assertThat(state.reason()).hasValueSatisfying(why -> assertThat(why).contains("1 calls per minute"));

        house.clock.advance(Duration.ofMinutes(1));
        Household.read(application, OSLO);
        assertThat(first.calls()).isEqualTo(2);
        assertThat(mainSource(application, OSLO)).isEqualTo("first");
    }

    @Test
    void aRestartDoesNotGiveCallsBack() {
        house.allows("first", new CallBudget(Map.of(CallWindow.DAY, 2), 100));
        Household.read(house.start(first, second), ZURICH);
        Household.read(house.start(first, second), OSLO);

        Household.read(house.start(first, second), CHICAGO);

        assertThat(first.calls()).isEqualTo(2);
    }

    @Test
    void whatIsPreferredButTooOldGivesWayThoughItsSourceIsNotAskedAnyMore() {
        house.allows("first", new CallBudget(Map.of(CallWindow.DAY, 1), 100));
        ScriptedSource slow = ScriptedSource.real(
                "slow", Duration.ofHours(2), place -> new SourceReply.Answered(house.report("slow", 9)));
        Application application = house.start(first, slow);
        Household.read(application, ZURICH);
        house.clock.advance(INTERVAL.multipliedBy(3));

        assertThat(mainSource(application, ZURICH)).isEqualTo("slow");
        assertThat(slow.calls()).as("it has not been asked again").isEqualTo(1);
    }

    @Test
    void theStateOfASourceTellsWhatCameOfItsCalls() {
        Application application = house.start(first);
        assertThat(state(application, 0).state()).isEqualTo(State.IDLE);
        Household.read(application, ZURICH);
        assertThat(state(application, 0).state()).isEqualTo(State.ANSWERING);
        assertThat(state(application, 0).nextRefresh()).isEmpty();
        application.watchPlaces().watch(ZURICH.id());
        assertThat(state(application, 0).nextRefresh()).contains(START.plus(INTERVAL));

        first.says(place -> ScriptedSource.failure(Reason.PROVIDER_ERROR));
        house.clock.advance(INTERVAL);
        Household.read(application, ZURICH);

        SourceState failing = state(application, 0);
        assertThat(failing.state()).isEqualTo(State.FAILING);
        assertThat(failing.reason()).contains("it failed: provider_error");
        assertThat(failing.lastSuccess()).contains(START);
        assertThat(failing.lastProblem().orElseThrow().at()).isEqualTo(START.plus(INTERVAL));
    }

    @Test
    void aReaderIsToldTheTimesOfEachSource() {
        Application application = house.start(first, second);
        SourceStatus.Reading reading =
                Household.read(application, ZURICH).sources().get(1).reading().orElseThrow();

        assertThat(reading)
                .isEqualTo(
                        new SourceStatus.Reading(START, START.plus(INTERVAL), Optional.empty(), START.plus(INTERVAL)));
    }

    /** A temperature that is another one at each refresh. */
    private double changing() {
        return (double) (house.clock.instant().getEpochSecond() % 37);
    }

    @Test
    void whatASourceDoesNotSayForOnceStandsAsItWasSaid() {
        Application application = house.start(first);
        Household.read(application, ZURICH);
        first.says(place -> {
            SourceReport now = house.report("first", 8);
            return new SourceReply.Answered(
                    new SourceReport(now.source(), now.fetchedAt(), now.current(), Optional.empty()));
        });
        house.clock.advance(INTERVAL);
        Household.read(application, ZURICH);

        PlaceWeather weather = Household.read(application, ZURICH);

        assertThat(weather.current().orElseThrow().value().conditions().values())
                .isEqualTo(Household.knowing(Variable.TEMPERATURE, 8));
        assertThat(weather.forecast()
                        .orElseThrow()
                        .hourly()
                        .getFirst()
                        .value()
                        .conditions()
                        .values())
                .isEqualTo(Household.knowing(Variable.TEMPERATURE, 7));
    }

    @Test
    void sourcesForTheRecordAreNotNamedWhereTheyAreNotAsked() {
        ScriptedSource models = ScriptedSource.forTheRecord(
                "models", INTERVAL, place -> new SourceReply.Answered(house.report("models", 9)));
        Application application = house.start(first, models);
        assertThat(Household.read(application, ZURICH).sources()).hasSize(1);

        application.watchPlaces().watch(ZURICH.id());

        assertThat(Household.read(application, ZURICH).sources()).hasSize(2);
    }

    private static String mainSource(Application application, Place place) {
        return Household.read(application, place)
                .current()
                .orElseThrow()
                .source()
                .name();
    }

    /** Reads twice: the first reading has the sources asked. */
    private static String forecaster(Application application) {
        Household.read(application, ZURICH);
        return Household.read(application, ZURICH)
                .forecast()
                .orElseThrow()
                .source()
                .name();
    }

    private static SourceState state(Application application, int index) {
        return application.inspectSources().sources().get(index);
    }

    private static WeatherOutcome.NoWeather noWeather(Application application, Place place) {
        return (WeatherOutcome.NoWeather) application.readWeather().read(new ReadWeather.ById(place.id()));
    }
}
