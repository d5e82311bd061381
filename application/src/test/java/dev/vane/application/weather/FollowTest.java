package dev.vane.application.weather;

import static dev.vane.application.weather.Household.OSLO;
import static dev.vane.application.weather.Household.ZURICH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.application.Application;
import dev.vane.application.api.FollowWeather;
import dev.vane.application.api.FollowWeather.Followed;
import dev.vane.application.api.FollowWeather.Following;
import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.ReadWeather;
import dev.vane.application.spi.ScriptedSource;
import dev.vane.application.spi.SourceReply;
import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FollowTest {

    private static final Duration INTERVAL = Duration.ofMinutes(15);

    /** Half of the places in memory of the household. */
    private static final int LIMIT = 25;

    private final Household house = new Household();
    private final AtomicInteger temperature = new AtomicInteger(7);
    private final ScriptedSource source = ScriptedSource.real(
            "first", INTERVAL, place -> new SourceReply.Answered(house.report("first", temperature.incrementAndGet())));
    private final AtomicInteger told = new AtomicInteger();

    private Following follow(Application application, Place place) {
        return ((Followed) application.followWeather().follow(place.id(), told::incrementAndGet)).following();
    }

    private void pass(Application application, Duration time) {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plusMinutes(1)) {
            house.clock.advance(Duration.ofMinutes(1));
            application.keepUpToDate().refreshDue();
        }
    }

    @Test
    void aFollowedPlaceIsRefreshedInTheRhythmOfTheSourceAndEachChangeIsTold() {
        Application application = house.start(source);
        Following following = follow(application, ZURICH);
        application.keepUpToDate().refreshDue();
        assertThat(told).hasValue(1);
        Optional<PlaceWeather> first = following.weather();

        pass(application, Duration.ofHours(1));

        assertThat(source.calls()).isEqualTo(5);
        assertThat(told).hasValue(5);
        assertThat(following.weather()).isPresent().isNotEqualTo(first);
        assertThat(Household.read(application, ZURICH))
                .isSameAs(following.weather().orElseThrow());
    }

    @Test
    void aPlaceThatNobodyFollowsAnyMoreIsLeftAlone() {
        Application application = house.start(source);
        Following one = follow(application, ZURICH);
        Following other = follow(application, ZURICH);
        application.keepUpToDate().refreshDue();
        one.close();
        one.close();
        pass(application, INTERVAL);
        assertThat(source.calls()).isEqualTo(2);
        assertThat(told).hasValue(3);

        other.close();
        pass(application, Duration.ofHours(1));

        assertThat(source.calls()).isEqualTo(2);
        assertThat(told).hasValue(3);
    }

    @Test
    void whatSaysNothingNewTellsNothing() {
        Application application = house.start(source);
        follow(application, ZURICH);
        application.keepUpToDate().refreshDue();

        application.keepUpToDate().refreshDue();
        Household.read(application, ZURICH);
        Household.read(application, OSLO);

        assertThat(told).hasValue(1);
    }

    @Test
    void aSimulatedPlaceIsRefreshedAsAReaderWould() {
        ScriptedSource simulation = ScriptedSource.simulated(
                INTERVAL, place -> new SourceReply.Answered(house.report("simulated", temperature.incrementAndGet())));
        Application application = house.start(simulation);
        Household.read(application, ZURICH);
        follow(application, ZURICH);

        pass(application, Duration.ofHours(1));

        assertThat(told).hasValue(4);
    }

    @Test
    void aWatchedPlaceThatIsFollowedIsAskedForOnce() {
        Application application = house.start(source);
        application.watchPlaces().watch(ZURICH.id());
        Following following = follow(application, ZURICH);
        pass(application, Duration.ofHours(1));
        assertThat(source.calls()).isEqualTo(5);

        application.watchPlaces().unwatch(ZURICH.id());
        pass(application, INTERVAL);
        assertThat(source.calls()).isEqualTo(6);
        assertThat(told).hasValue(5);

        following.close();
        pass(application, INTERVAL);
        assertThat(source.calls()).isEqualTo(6);
    }

    @Test
    void aFollowedPlaceStaysInMemoryHoweverManyOthersAreRead() {
        Application application = house.start(source);
        follow(application, ZURICH);
        for (int i = 0; i < 80; i++) {
            application.readWeather().read(new ReadWeather.ByCoordinates(new Coordinates(10 + i / 10.0, 5)));
        }

        application.keepUpToDate().refreshDue();

        assertThat(told).hasValue(1);
    }

    @Test
    void whoIsToldMayReadAtOnce() throws Exception {
        Application application = house.start(source);
        List<PlaceWeather> read = new ArrayList<>();
        // on a thread of its own: a lock that is still held would let it wait for ever
        Runnable reading = () -> read.add(CompletableFuture.supplyAsync(() -> Household.read(application, ZURICH))
                .orTimeout(20, TimeUnit.SECONDS)
                .join());
        application.followWeather().follow(ZURICH.id(), reading);

        application.keepUpToDate().refreshDue();

        assertThat(read).hasSize(1);
    }

    @Test
    void aPlaceThatNobodyKnowsCannotBeFollowed() {
        assertThat(house.start(source).followWeather().follow(new PlaceId.Town(999), told::incrementAndGet))
                .isEqualTo(new FollowWeather.NoSuchPlace());
    }

    @Test
    void noMorePlacesAreFollowedThanHalfOfThoseInMemoryBesidesTheWatchedOnes() {
        Application application = house.start(source);
        List<Place> towns = Household.towns(LIMIT + 2);
        Place watched = towns.getLast();
        application.watchPlaces().watch(watched.id());
        follow(application, watched);
        List<Following> all = towns.subList(0, LIMIT).stream()
                .map(town -> follow(application, town))
                .toList();
        Place oneMore = towns.get(LIMIT);

        assertThat(application.followWeather().follow(oneMore.id(), told::incrementAndGet))
                .isEqualTo(new FollowWeather.TooMany(LIMIT));
        follow(application, towns.getFirst());

        all.getLast().close();
        follow(application, oneMore);
    }
}
