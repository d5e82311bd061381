package dev.vane.adapters.rest.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.adapters.rest.Samples;
import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.PlaceWeather.IssuedAlert;
import dev.vane.application.api.WeatherOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

    private Instant now = Samples.NOW;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final Snapshots snapshots = new Snapshots(target -> new WeatherOutcome.UnknownPlace(), clock);
    private final PlaceWeather weather = Samples.weather(Samples.NOW);

    @Test
    void servesTheSameSnapshotUntilTheHourIsOver() {
        Snapshot first = snapshots.of(weather);
        now = first.window().end().minusNanos(1);
        assertThat(snapshots.of(weather)).isSameAs(first);
        now = first.window().end();
        assertThat(snapshots.of(weather).window().start()).isEqualTo(now);
    }

    @Test
    void makesAnotherForOtherWeather() {
        Snapshot first = snapshots.of(weather);
        assertThat(snapshots.of(Samples.weather(Samples.NOW))).isNotSameAs(first);
    }

    @Test
    void makesAnotherWhenAWarningEnds() {
        Instant end = now.plus(Duration.ofMinutes(10));
        PlaceWeather warned =
                weather.withAlerts(List.of(new IssuedAlert(Samples.SOURCE.id(), Samples.alert(Optional.of(end)))));
        assertThat(snapshots.of(warned).alerts()).hasSize(1);
        now = end;
        assertThat(snapshots.of(warned).alerts()).isEmpty();
    }

    @Test
    void makesAnotherWhenTheClockIsPutBack() {
        Snapshot first = snapshots.of(weather);
        now = first.window().start().minusNanos(1);
        assertThat(snapshots.of(weather).window()).isNotEqualTo(first.window());
    }
}
