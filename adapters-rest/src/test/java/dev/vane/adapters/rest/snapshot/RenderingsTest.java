package dev.vane.adapters.rest.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.adapters.rest.Samples;
import dev.vane.adapters.rest.exchange.Representation;
import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.PlaceWeather.IssuedAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenderingsTest {

    private static final int SIZE = 50_000;

    private record Wish(int number) {}

    private record OtherWish(int number) {}

    private final Renderings renderings = new Renderings();
    private final PlaceWeather weather = Samples.weather(Samples.NOW);
    private final Snapshot snapshot = at(weather, Samples.NOW);

    private Snapshot at(PlaceWeather served, Instant now) {
        return new Snapshot(served, () -> now, renderings);
    }

    private Representation of(Snapshot of, Record wish) {
        return renderings.of(of, wish, () -> Representation.of("text/plain", new byte[SIZE]));
    }

    @Test
    void makesADocumentOnceForAWish() {
        Representation first = of(snapshot, new Wish(48));
        assertThat(of(snapshot, new Wish(48))).isSameAs(first);
        assertThat(of(snapshot, new Wish(47))).isNotSameAs(first);
        assertThat(of(snapshot, new OtherWish(48))).isNotSameAs(first);
    }

    @Test
    void makesItAnewForNewWeatherAndForANewHour() {
        Representation first = of(snapshot, new Wish(48));
        assertThat(of(at(weather, Samples.NOW.plusSeconds(1)), new Wish(48))).isSameAs(first);
        assertThat(of(at(weather, snapshot.window().end()), new Wish(48))).isNotSameAs(first);
        assertThat(of(at(Samples.weather(Samples.NOW), Samples.NOW), new Wish(48)))
                .isNotSameAs(first);
    }

    @Test
    void makesItAnewWhenAWarningHasEnded() {
        Instant end = Samples.NOW.plusSeconds(600);
        PlaceWeather warned =
                weather.withAlerts(List.of(new IssuedAlert(Samples.SOURCE.id(), Samples.alert(Optional.of(end)))));
        Snapshot before = at(warned, end.minusNanos(1));
        Representation first = of(before, new Wish(48));
        assertThat(before.alerts()).hasSize(1);
        assertThat(before.expires()).isEqualTo(end);
        assertThat(of(at(warned, end), new Wish(48))).isNotSameAs(first);
        assertThat(at(warned, end).alerts()).isEmpty();
    }

    @Test
    void expiresWithTheHourOrWhenASourceIsDue() {
        Instant due = weather.nextRefresh();
        assertThat(snapshot.expires())
                .isEqualTo(
                        due.isBefore(snapshot.window().end())
                                ? due
                                : snapshot.window().end());
        assertThat(at(weather, snapshot.window().end().minus(Duration.ofMillis(1)))
                        .expires())
                .isBeforeOrEqualTo(snapshot.window().end());
    }

    @Test
    void holdsNoMoreThanItsLimit() {
        for (int number = 1; number <= 200; number++) {
            of(snapshot, new Wish(number));
        }
        assertThat(renderings.bytes()).isBetween(Renderings.MAX_BYTES * 9 / 10, Renderings.MAX_BYTES);
    }

    @Test
    void holdsTheOnesAskedForLast() {
        Representation kept = of(snapshot, new Wish(0));
        for (int number = 1; number <= 200; number++) {
            of(snapshot, new Wish(number));
            assertThat(of(snapshot, new Wish(0))).isSameAs(kept);
        }
    }

    @Test
    void countsADocumentThatIsReplacedOnce() {
        of(snapshot, new Wish(48));
        of(at(Samples.weather(Samples.NOW), Samples.NOW), new Wish(48));
        assertThat(renderings.bytes()).isEqualTo(SIZE);
    }
}
