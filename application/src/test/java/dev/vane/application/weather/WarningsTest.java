package dev.vane.application.weather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.application.Application;
import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.PlaceWeather.IssuedAlert;
import dev.vane.application.spi.ScriptedSource;
import dev.vane.application.spi.SourceReply;
import dev.vane.domain.weather.Alert;
import dev.vane.domain.weather.SourceReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WarningsTest {

    private static final Duration INTERVAL = Duration.ofMinutes(15);
    private static final Instant EVENING = Household.START.plus(Duration.ofHours(5));

    private final Household house = new Household();
    private final List<Alert> told = new ArrayList<>();
    private final ScriptedSource first =
            ScriptedSource.real("first", INTERVAL, place -> answer(house.report("first", 7)));
    private final ScriptedSource second = ScriptedSource.real(
            "second", INTERVAL, place -> answer(house.report("second", 9).withAlerts(told)));

    private static SourceReply answer(SourceReport report) {
        return new SourceReply.Answered(report);
    }

    private static Alert alert(String id, Alert.Severity severity, Optional<Instant> ends) {
        return new Alert(
                id,
                "Frost",
                new Alert.Gravity(severity, Alert.Urgency.FUTURE, Alert.Certainty.LIKELY),
                new Alert.Validity(Household.START.minusSeconds(60), Optional.empty(), ends),
                new Alert.Message("", "", ""),
                "",
                "");
    }

    private static List<String> ids(List<IssuedAlert> alerts) {
        return alerts.stream().map(one -> one.alert().id()).toList();
    }

    @Test
    void everySourcesWarningsAreServedTheGravestFirstAndEachOnce() {
        told.add(alert("minor", Alert.Severity.MINOR, Optional.of(EVENING)));
        told.add(alert("extreme", Alert.Severity.EXTREME, Optional.of(EVENING)));
        told.add(alert("minor", Alert.Severity.SEVERE, Optional.of(EVENING)));
        PlaceWeather weather = Household.read(house.start(first, second), Household.ZURICH);
        assertThat(ids(weather.alerts())).containsExactly("extreme", "minor");
        assertThat(weather.alerts()).extracting(one -> one.source().name()).containsOnly("second");
        assertThat(ids(weather.alertsInForce(EVENING.minusNanos(1)))).hasSize(2);
        assertThat(weather.alertsInForce(EVENING)).isEmpty();
    }

    @Test
    void aWarningWithoutAnEndIsServedOnlyAsLongAsItsSourceIsFresh() {
        told.add(alert("open", Alert.Severity.MINOR, Optional.empty()));
        told.add(alert("ends", Alert.Severity.MINOR, Optional.of(EVENING)));
        Application application = house.start(second);
        assertThat(ids(Household.read(application, Household.ZURICH).alerts())).containsExactly("ends", "open");
        house.clock.advance(INTERVAL.multipliedBy(3));
        PlaceWeather restarted = Household.read(house.start(first, second), Household.ZURICH);
        assertThat(ids(restarted.alerts())).contains("ends");
    }

    @Test
    void aNewWarningIsNewWeather() {
        Application application = house.start(second);
        PlaceWeather calm = Household.read(application, Household.ZURICH);
        told.add(alert("new", Alert.Severity.MINOR, Optional.of(EVENING)));
        house.clock.advance(INTERVAL.multipliedBy(2));
        Household.read(application, Household.ZURICH);
        PlaceWeather warned = Household.read(application, Household.ZURICH);
        assertThat(calm.alerts()).isEmpty();
        assertThat(ids(warned.alerts())).containsExactly("new");
    }
}
