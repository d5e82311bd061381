package dev.vane.application.spi;

import static dev.vane.application.spi.ArchiveSamples.NOON;
import static dev.vane.application.spi.ArchiveSamples.sea;
import static dev.vane.application.spi.ArchiveSamples.town;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.application.spi.WatchList.Watch;
import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.place.Region;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every {@link WatchList} must do. A subclass gives one that is empty. */
public abstract class WatchListContract {

    private static final Place ZURICH = town(2657896, "Zürich");
    private static final Place SEA = sea(-33.9, 151.2);
    private static final Instant LATER = NOON.plusSeconds(1);

    /** For subclasses. */
    protected WatchListContract() {}

    /** The list under test: the same one within a test, empty at its start. */
    protected abstract WatchList watches();

    @Test
    void watchesNothingAtFirst() {
        assertThat(watches().all()).isEmpty();
    }

    @Test
    void watchesAPlace() {
        boolean added = watches().add(ZURICH, NOON);

        assertThat(added).isTrue();
        assertThat(watches().all()).containsExactly(new Watch(ZURICH, NOON));
    }

    @Test
    void givesBackEveryFieldOfEveryPlace() {
        List<Place> places = new ArrayList<>(ContractTowns.ALL);
        places.add(SEA);
        places.add(new Place(
                new PlaceId.Town(Long.MAX_VALUE),
                " \0\"'; DROP TABLE watch; --",
                new Region("AQ", "\u0301", "東京 🌧"),
                new Coordinates(-90, 179.123456789),
                OptionalInt.of(-430),
                ZoneId.of("UTC+05:45"),
                Long.MAX_VALUE));
        places.add(new Place(
                new PlaceId.Point(new Coordinates(0.0004, -180)),
                "x".repeat(5000),
                Region.NONE,
                new Coordinates(0.0004, -180),
                OptionalInt.of(0),
                ZoneOffset.UTC,
                0));
        for (int i = 0; i < places.size(); i++) {
            watches().add(places.get(i), NOON.plusMillis(i));
        }

        assertThat(watches().all()).extracting(Watch::place).isEqualTo(places);
    }

    @Test
    void givesTheOldestFirst() {
        watches().add(ZURICH, LATER);
        watches().add(SEA, NOON);
        watches().add(town(1, "One"), LATER);
        watches().add(town(2, "Two"), NOON);

        assertThat(watches().all())
                .extracting(watch -> watch.place().name())
                .containsExactly("at sea", "Two", "Zürich", "One");
    }

    @Test
    void leavesAnEarlierWatchAsItIs() {
        watches().add(ZURICH, LATER);

        assertThat(watches().add(ZURICH, NOON)).isFalse();
        assertThat(watches().add(town(2657896, "Zuerich"), NOON)).isFalse();
        assertThat(watches().all()).containsExactly(new Watch(ZURICH, LATER));
    }

    @Test
    void takesAPointWithinTheRoundingForTheSamePlace() {
        watches().add(sea(10.0001, 20), NOON);

        assertThat(watches().add(sea(10.0002, 20), LATER)).isFalse();
        assertThat(watches().remove(new PlaceId.Point(new Coordinates(10, 20)))).isTrue();
    }

    @Test
    void watchesAPlaceNoMore() {
        watches().add(ZURICH, NOON);
        watches().add(SEA, NOON);

        assertThat(watches().remove(ZURICH.id())).isTrue();
        assertThat(watches().all()).containsExactly(new Watch(SEA, NOON));
        assertThat(watches().remove(ZURICH.id())).isFalse();
    }

    @Test
    void removesNothingThatWasNeverWatched() {
        watches().add(ZURICH, NOON);

        assertThat(watches().remove(SEA.id())).isFalse();
        assertThat(watches().all()).hasSize(1);
    }

    @Test
    void watchesAPlaceAgain() {
        watches().add(ZURICH, NOON);
        watches().add(SEA, NOON);
        watches().remove(ZURICH.id());

        assertThat(watches().add(ZURICH, NOON)).isTrue();
        assertThat(watches().all()).containsExactly(new Watch(SEA, NOON), new Watch(ZURICH, NOON));
    }

    @Test
    void tellsOneOfManyThatItWasTheFirst() throws Exception {
        List<Future<Boolean>> added = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> add = () -> watches().add(ZURICH, NOON);
            for (int thread = 0; thread < 16; thread++) {
                added.add(threads.submit(add));
            }
        }

        assertThat(added).filteredOn(Future::resultNow).hasSize(1);
        assertThat(watches().all()).hasSize(1);
    }
}
