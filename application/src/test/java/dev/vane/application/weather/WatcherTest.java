package dev.vane.application.weather;

import static dev.vane.application.weather.Household.START;
import static dev.vane.application.weather.Household.ZURICH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.application.Application;
import dev.vane.application.api.CallBudget;
import dev.vane.application.api.ReadWeather;
import dev.vane.application.api.RefreshPolicy.BackgroundPolicy;
import dev.vane.application.api.WatchPlaces;
import dev.vane.application.spi.CallWindow;
import dev.vane.application.spi.ScriptedSource;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.WatchList.Watch;
import dev.vane.domain.place.PlaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class WatcherTest {

    private static final Duration INTERVAL = Duration.ofMinutes(15);

    private final Household house = new Household();
    private final ScriptedSource source =
            ScriptedSource.real("first", INTERVAL, place -> new SourceReply.Answered(house.report("first", 7)));

    @Test
    void aPlaceIsWatchedUntilItIsNot() {
        WatchPlaces watches = house.start(source).watchPlaces();

        assertThat(watches.watch(ZURICH.id())).isEqualTo(new WatchPlaces.Watched(new Watch(ZURICH, START), true));
        house.clock.advance(Duration.ofHours(1));
        assertThat(watches.watch(ZURICH.id())).isEqualTo(new WatchPlaces.Watched(new Watch(ZURICH, START), false));
        assertThat(watches.watches()).containsExactly(new Watch(ZURICH, START));

        assertThat(watches.unwatch(ZURICH.id())).isTrue();
        assertThat(watches.unwatch(ZURICH.id())).isFalse();
        assertThat(watches.watches()).isEmpty();
    }

    @Test
    void aPlaceThatNobodyKnowsCannotBeWatched() {
        assertThat(house.start(source).watchPlaces().watch(new PlaceId.Town(999)))
                .isEqualTo(new WatchPlaces.NoSuchPlace());
    }

    @Test
    void whatIsKnownOfAWatchedPlaceIsThereWithoutAskingAnybody() {
        Application application = house.start(source);
        WatchPlaces watches = application.watchPlaces();
        assertThat(watches.remembered(ZURICH.id())).isEmpty();
        watches.watch(ZURICH.id());
        int calls = source.calls();
        house.clock.advance(Duration.ofDays(1));

        assertThat(watches.remembered(ZURICH.id()))
                .hasValueSatisfying(weather -> assertThat(weather.place()).isEqualTo(ZURICH));
        assertThat(source.calls()).isEqualTo(calls);
        watches.unwatch(ZURICH.id());
        assertThat(watches.remembered(ZURICH.id())).isEmpty();
    }

    @Test
    void noMorePlacesAreWatchedThanTheSettingsAllow() {
        WatchPlaces watches = house.background(new BackgroundPolicy(2, 0, Duration.ofMinutes(1)))
                .start(source)
                .watchPlaces();
        watches.watch(new PlaceId.Town(1));
        watches.watch(new PlaceId.Town(2));

        assertThat(watches.watch(new PlaceId.Town(3))).isEqualTo(new WatchPlaces.TooMany(2));
        assertThat(watches.watch(new PlaceId.Town(2))).isInstanceOf(WatchPlaces.Watched.class);
        assertThat(watches.watches()).hasSize(2);
    }

    @Test
    void aWatchedPlaceIsAskedForAtOnceAndThenInTheRhythmOfTheSource() {
        Application application = house.start(source);
        application.watchPlaces().watch(ZURICH.id());
        assertThat(source.calls()).isEqualTo(1);

        for (int minute = 0; minute < 60; minute++) {
            application.keepUpToDate().refreshDue();
            house.clock.advance(Duration.ofMinutes(1));
        }

        assertThat(source.calls()).isEqualTo(4);
    }

    @Test
    void aPlaceThatIsNotWatchedAnyMoreIsLeftAlone() {
        Application application = house.start(source);
        application.watchPlaces().watch(ZURICH.id());
        application.watchPlaces().unwatch(ZURICH.id());
        house.clock.advance(Duration.ofHours(1));

        application.keepUpToDate().refreshDue();

        assertThat(source.calls()).isEqualTo(1);
    }

    @Test
    void sourcesForTheRecordAreAskedAboutWatchedPlacesOnly() {
        ScriptedSource members = ScriptedSource.forTheRecord(
                "models", INTERVAL, place -> new SourceReply.Answered(house.report("models", 9)));
        Application application = house.start(source, members);
        Household.read(application, ZURICH);
        assertThat(members.calls()).isZero();

        application.watchPlaces().watch(ZURICH.id());
        assertThat(members.calls()).isEqualTo(1);
        assertThat(source.calls()).isEqualTo(1);
    }

    @Test
    void aRestartAsksForNothingThatIsNotDue() {
        house.start(source).watchPlaces().watch(ZURICH.id());
        house.clock.advance(Duration.ofMinutes(14));

        Application restarted = house.start(source);
        restarted.keepUpToDate().refreshDue();
        assertThat(source.calls()).isEqualTo(1);

        house.clock.advance(Duration.ofMinutes(1));
        restarted.keepUpToDate().refreshDue();
        assertThat(source.calls()).isEqualTo(2);
    }

    @Test
    void aTimeThatTheProviderNamedOutlivesARestart() {
        Instant expires = START.plus(Duration.ofHours(2));
        source.says(place -> new SourceReply.Answered(house.report("first", 7), Optional.of(expires)));
        house.start(source).watchPlaces().watch(ZURICH.id());
        house.clock.advance(Duration.ofMinutes(119));

        Application restarted = house.start(source);
        restarted.keepUpToDate().refreshDue();
        Household.read(restarted, ZURICH);
        assertThat(source.calls()).isEqualTo(1);

        house.clock.advance(Duration.ofMinutes(1));
        restarted.keepUpToDate().refreshDue();
        assertThat(source.calls()).isEqualTo(2);
    }

    @Test
    void whatIsOverdueAfterARestartDoesNotComeAtOnce() {
        WatchPlaces watches = house.start(source).watchPlaces();
        Household.towns(20).forEach(town -> watches.watch(town.id()));
        house.clock.advance(Duration.ofHours(5));
        int before = source.calls();

        Application restarted = house.start(source);
        List<Integer> perSecond = new ArrayList<>();
        for (int second = 0; second <= 60; second++) {
            int calls = source.calls();
            restarted.keepUpToDate().refreshDue();
            perSecond.add(source.calls() - calls);
            house.clock.advance(Duration.ofSeconds(1));
        }

        assertThat(source.calls() - before).isEqualTo(20);
        assertThat(perSecond).as("calls in each second").allMatch(calls -> calls <= 4);
    }

    @Test
    void aReaderDoesNotWaitForItsTurnAfterARestart() {
        house.start(source).watchPlaces().watch(ZURICH.id());
        house.clock.advance(Duration.ofHours(5));
        Application restarted = house.start(source);
        restarted.keepUpToDate().refreshDue();
        int before = source.calls();

        Household.read(restarted, ZURICH);

        assertThat(source.calls() - before).isEqualTo(1);
    }

    @Test
    void jitterSpreadsTheRefreshesOfManyPlacesAndIsTheSameAfterARestart() {
        house.background(new BackgroundPolicy(20, 10, Duration.ofMinutes(1)));
        Application application = house.start(source);
        Household.towns(20).forEach(town -> application.watchPlaces().watch(town.id()));
        List<Instant> due = dueTimes(application);

        assertThat(due)
                .allSatisfy(time -> assertThat(time)
                        .isBetween(START.plus(INTERVAL), START.plus(INTERVAL).plus(Duration.ofSeconds(90))));
        assertThat(due.stream().distinct().count()).isGreaterThan(15);
        assertThat(dueTimes(house.start(source))).isEqualTo(due);
    }

    @Test
    void whenCallsGetScarceTheBackgroundSlowsDownAndStaysWithinTheLimit() {
        house.clock.advance(Duration.ofMinutes(150)); // to midnight
        house.allows("first", new CallBudget(Map.of(CallWindow.DAY, 20), 20));
        Application application = house.start(source);
        application.watchPlaces().watch(ZURICH.id());

        List<Integer> byQuarter = new ArrayList<>();
        for (int quarter = 0; quarter < 4; quarter++) {
            int before = source.calls();
            keepUpToDate(application, Duration.ofHours(6));
            byQuarter.add(source.calls() - before);
        }

        // One call came with the watch. Free are 4 of 20, the other 16 come in step with the day: at 1:30, 3:00, 4:30…
        // Without a limit each quarter would have 24 calls.
        assertThat(byQuarter).containsExactly(6, 4, 4, 4);
    }

    @Test
    void readersMayTakeWhatTheBackgroundMustLeave() {
        house.clock.advance(Duration.ofMinutes(150));
        house.allows("first", new CallBudget(Map.of(CallWindow.DAY, 20), 20));
        Application application = house.start(source);
        application.watchPlaces().watch(ZURICH.id());
        keepUpToDate(application, Duration.ofHours(2));
        assertThat(source.calls()).as("in the background").isEqualTo(5);

        Household.towns(40).forEach(town -> application.readWeather().read(new ReadWeather.ById(town.id())));

        assertThat(source.calls()).as("with forty readers").isEqualTo(20);
    }

    private void keepUpToDate(Application application, Duration time) {
        for (long minute = 0; minute < time.toMinutes(); minute++) {
            application.keepUpToDate().refreshDue();
            house.clock.advance(Duration.ofMinutes(1));
        }
    }

    @Test
    void itWantsToBeCalledAgainWhenTheNextSourceIsDue() {
        Application application = house.start(source);
        assertThat(application.keepUpToDate().refreshDue()).isEqualTo(START.plusSeconds(5));
        application.watchPlaces().watch(ZURICH.id());
        house.clock.advance(INTERVAL.minusSeconds(3));

        assertThat(application.keepUpToDate().refreshDue()).isEqualTo(START.plus(INTERVAL));
    }

    @Test
    void aFlightThatIsUnderWayIsNotStartedTwice() {
        Queue<Runnable> later = new ArrayDeque<>();
        Application application = house.runsOn(later::add).start(source);
        application.watchPlaces().watch(ZURICH.id());
        application.keepUpToDate().refreshDue();
        application.keepUpToDate().refreshDue();

        assertThat(later).hasSize(1);
    }

    private static List<Instant> dueTimes(Application application) {
        application.keepUpToDate().refreshDue();
        return Household.towns(20).stream()
                .map(town -> Household.read(application, town).nextRefresh())
                .toList();
    }
}
