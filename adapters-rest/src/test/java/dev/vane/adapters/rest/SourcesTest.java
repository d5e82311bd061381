package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.application.api.InspectSources.Breaker;
import dev.vane.application.api.InspectSources.Quota;
import dev.vane.application.api.InspectSources.SourceState;
import dev.vane.application.api.InspectSources.State;
import dev.vane.application.spi.CallWindow;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the sources do, as the API tells it. */
class SourcesTest {

    private static final String TARGET = "/api/v1/sources";

    private RunningVane vane;

    @BeforeEach
    void start() {
        vane = RunningVane.start();
    }

    @AfterEach
    void stop() {
        vane.close();
    }

    private String told(SourceState state) {
        vane.sources = List.of(state);
        return vane.get(TARGET).body();
    }

    @Test
    void tellsOfASourceThatAnswersEverythingThereIs() {
        assertThat(told(Samples.answering()))
                .isEqualTo("{\"sources\":[{\"source\":\"open-meteo\",\"name\":\"Open-Meteo\",\"simulated\":false,"
                        + "\"attribution\":\"Weather data by Open-Meteo.com (CC BY 4.0)\","
                        + "\"link\":\"https://open-meteo.com/\",\"account\":\"open-meteo\","
                        + "\"enabled\":true,\"state\":\"answering\","
                        + "\"lastSuccess\":\"2026-03-10T14:20:00Z\","
                        + "\"lastProblem\":{\"at\":\"2026-03-10T14:10:00Z\",\"detail\":\"HTTP 502\"},"
                        + "\"nextRefresh\":\"2026-03-10T14:35:30Z\","
                        + "\"refreshInterval\":\"PT15M\",\"updateInterval\":\"PT6H\","
                        + "\"calls\":[{\"window\":\"day\",\"limit\":10000,\"used\":1234,\"left\":8766,"
                        + "\"renewedAt\":\"2026-03-11T00:00:00Z\"}],\"breaker\":{\"position\":\"closed\"}}]}");
    }

    @Test
    void tellsWhyASourceIsLeftAloneAndUntilWhen() {
        assertThat(told(Samples.failing()))
                .contains("\"enabled\":true", "\"state\":\"paused\",\"reason\":\"it failed 5 times on end\"")
                .contains("\"breaker\":{\"position\":\"open\",\"probeAt\":\"2026-03-10T14:21:00Z\"}")
                .doesNotContain("\"off\"");
    }

    @Test
    void tellsWhyASourceIsOff() {
        assertThat(told(Samples.off()))
                .contains("\"enabled\":false,\"off\":\"no token\",\"state\":\"off\",\"reason\":\"no token\"")
                .doesNotContain("lastSuccess", "lastProblem", "nextRefresh");
    }

    @Test
    void tellsOfALimitThatIsPassedThatNothingIsLeft() {
        SourceState answering = Samples.answering();
        Quota over = new Quota(CallWindow.DAY, 100, 103, Samples.NOW.plusSeconds(60));
        assertThat(told(with(answering, State.BUDGET_SPENT, List.of(over), Breaker.CLOSED)))
                .contains("\"state\":\"budget-spent\"", "\"limit\":100,\"used\":103,\"left\":0");
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void declaresEveryState(State state) {
        assertDeclared(with(Samples.answering(), state, List.of(), Breaker.CLOSED));
    }

    @ParameterizedTest
    @EnumSource(Breaker.Position.class)
    void declaresEveryPositionOfTheBreaker(Breaker.Position position) {
        assertDeclared(
                with(Samples.answering(), State.PAUSED, List.of(), new Breaker(position, Optional.of(Samples.NOW))));
    }

    @Test
    void declaresEveryWindow() {
        List<Quota> all = Arrays.stream(CallWindow.values())
                .map(window -> new Quota(window, 10, 3, window.end(Samples.NOW)))
                .toList();
        assertDeclared(with(Samples.answering(), State.ANSWERING, all, Breaker.CLOSED));
    }

    private void assertDeclared(SourceState state) {
        assertThat(OpenApi.read().faults("SourceList", told(state))).isEmpty();
    }

    private static SourceState with(SourceState before, State state, List<Quota> quota, Breaker breaker) {
        return new SourceState(
                before.source(),
                before.account(),
                state,
                before.reason(),
                before.lastSuccess(),
                before.lastProblem(),
                before.nextRefresh(),
                quota,
                breaker);
    }
}
