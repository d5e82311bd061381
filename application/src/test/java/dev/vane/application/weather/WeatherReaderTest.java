package dev.vane.application.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.application.Application;
import dev.vane.application.api.InspectSources.SourceState;
import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.ReadWeather;
import dev.vane.application.api.RefreshPolicy;
import dev.vane.application.api.SourceStatus;
import dev.vane.application.api.WeatherOutcome;
import dev.vane.application.spi.InMemoryCallLedger;
import dev.vane.application.spi.InMemoryGazetteer;
import dev.vane.application.spi.InMemoryVerificationStore;
import dev.vane.application.spi.InMemoryWatchList;
import dev.vane.application.spi.InMemoryWeatherArchive;
import dev.vane.application.spi.MutableClock;
import dev.vane.application.spi.ScriptedSource;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.Stores;
import dev.vane.application.spi.WeatherArchive;
import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.place.PlaceQuery;
import dev.vane.domain.place.Region;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WeatherReaderTest {

    private static final Duration INTERVAL = Duration.ofMinutes(15);
    private static final Instant START = Instant.parse("2026-02-06T21:30:00Z");
    private static final Place ZURICH = town(2657896, "Zürich", "CH", 341_730);
    private static final Place SPRINGFIELD_MISSOURI = town(4409896, "Springfield", "US", 166_810);
    private static final Place SPRINGFIELD_ILLINOIS = town(4250542, "Springfield", "US", 116_565);
    private static final ReadWeather.Target HERE = new ReadWeather.ById(ZURICH.id());

    private final MutableClock clock = new MutableClock(START);
    private final InMemoryWeatherArchive archive = new InMemoryWeatherArchive();
    private final ScriptedSource first = ScriptedSource.real("first", INTERVAL, place -> answer("first", 7));
    private final ScriptedSource second = ScriptedSource.real("second", INTERVAL, place -> answer("second", 9));
    private final ScriptedSource simulated = ScriptedSource.simulated(INTERVAL, place -> answer("simulated", 20));

    @Test
    void servesWhatTheMostPreferredSourceSays() {
        PlaceWeather weather = served(reader(first, second).read(HERE));

        assertThat(temperature(weather)).isEqualTo(7);
        assertThat(weather.current().orElseThrow().source()).isEqualTo(new SourceId("first"));
        assertThat(weather.simulated()).isFalse();
        assertThat(weather.place()).isEqualTo(ZURICH);
    }

    @Test
    void servesTheNextSourceWhereTheFirstFails() {
        first.says(failing(SourceReply.Reason.MALFORMED));

        PlaceWeather weather = served(reader(first, second).read(HERE));

        assertThat(temperature(weather)).isEqualTo(9);
        assertThat(weather.sources().getFirst().problem()).contains("it failed: malformed");
    }

    /** Mistake 2 of the app replaced: a provider's failure was a 500, even with earlier data at hand. */
    @Test
    void servesTheLastAnswerWhenEverySourceIsDown() {
        ReadWeather reader = reader(first);
        PlaceWeather before = served(reader.read(HERE));
        for (SourceReply.Reason reason : SourceReply.Reason.values()) {
            first.says(failing(reason));
            clock.advance(Duration.ofHours(1));

            PlaceWeather after = served(reader.read(HERE));

            assertThat(after.current()).isEqualTo(before.current());
            assertThat(after.sources().getFirst().reading().orElseThrow().staleAfter())
                    .isBefore(clock.instant());
            assertThat(after.nextRefresh()).isAfter(clock.instant());
        }
        assertThat(first.calls()).isEqualTo(1 + SourceReply.Reason.values().length);
    }

    /** Mistake 1 of the app replaced: a provider's failure on the first call for a city was a 500 for ever after. */
    @Test
    void aFailureOnTheFirstCallDoesNotStick() {
        first.says(failing(SourceReply.Reason.PROVIDER_ERROR));
        ReadWeather reader = reader(first);
        assertThat(reader.read(HERE)).isInstanceOf(WeatherOutcome.NoWeather.class);

        first.says(place -> answer("first", 7));
        clock.advance(Duration.ofSeconds(30));

        assertThat(temperature(served(reader.read(HERE)))).isEqualTo(7);
    }

    /** Mistake 3 of the app replaced: freshness was judged by the provider's timestamp, and five requests made six calls. */
    @Test
    void fiveRequestsMakeOneCallHoweverOldTheProvidersTimestampIs() {
        first.says(place -> new SourceReply.Answered(report("first", 7, START.minus(Duration.ofDays(3)))));
        ReadWeather reader = reader(first);

        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofMinutes(2));
            served(reader.read(HERE));
        }

        assertThat(first.calls()).isEqualTo(1);
    }

    @Test
    void asksAgainWhenTheAnswerIsDue() {
        ReadWeather reader = reader(first);
        served(reader.read(HERE));
        clock.advance(INTERVAL);
        first.says(place -> answer("first", 8));

        assertThat(temperature(served(reader.read(HERE)))).isEqualTo(8);
        assertThat(first.calls()).isEqualTo(2);
    }

    @Test
    void aSourceIsNotAskedBeforeTheTimeThatTheProviderGave() {
        Instant expires = START.plus(Duration.ofMinutes(40));
        first.says(place -> new SourceReply.Answered(report("first", 7, START), Optional.of(expires)));
        ReadWeather reader = reader(first);
        assertThat(served(reader.read(HERE)).nextRefresh()).isEqualTo(expires);
        clock.advance(Duration.ofMinutes(39));
        served(reader.read(HERE));
        assertThat(first.calls()).isEqualTo(1);

        clock.advance(Duration.ofMinutes(1));
        served(reader.read(HERE));

        assertThat(first.calls()).isEqualTo(2);
    }

    @Test
    void aTimeThatIsPastAlreadyDoesNotMakeEveryReaderAsk() {
        first.says(place -> new SourceReply.Answered(report("first", 7, START), Optional.of(START)));
        ReadWeather reader = reader(first);

        for (int i = 0; i < 5; i++) {
            served(reader.read(HERE));
        }

        assertThat(first.calls()).isEqualTo(1);
    }

    @Test
    void serves200ConcurrentFirstReadersWithOneCallForEachSource() throws Exception {
        serve200ConcurrentFirstReaders(first, second);

        assertThat(first.calls()).isEqualTo(1);
        assertThat(second.calls()).isEqualTo(1);
    }

    @Test
    void serves200ConcurrentFirstReadersWithOneCallOfTheSimulation() throws Exception {
        serve200ConcurrentFirstReaders(simulated);

        assertThat(simulated.calls()).isEqualTo(1);
    }

    /** The first of the sources answers only once all readers are there. */
    private void serve200ConcurrentFirstReaders(ScriptedSource... sources) throws Exception {
        CountDownLatch everyoneIsThere = new CountDownLatch(200);
        sources[0].says(place -> {
            await(everyoneIsThere);
            return answer(sources[0].info().id().name(), 7);
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ReadWeather reader = application(patient(), threads, sources).readWeather();
            List<Future<WeatherOutcome>> outcomes = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                outcomes.add(threads.submit(() -> {
                    everyoneIsThere.countDown();
                    return reader.read(HERE);
                }));
            }
            for (Future<WeatherOutcome> outcome : outcomes) {
                assertThat(outcome.get()).isInstanceOf(WeatherOutcome.Served.class);
            }
        }
    }

    /** The calls are held until every flight waits, either inside of its call or for its turn: no more can come then. */
    @Test
    @Timeout(30)
    void aSourceIsCalledForEightPlacesAtATime() throws Exception {
        CountDownLatch everyFlightWaits = new CountDownLatch(1);
        first.says(place -> {
            await(everyFlightWaits);
            return answer("first", 7);
        });
        Queue<Thread> flights = new ConcurrentLinkedQueue<>();
        Executor executor = flight -> flights.add(Thread.ofPlatform().start(flight));
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            ReadWeather reader = application(patient(), executor, first).readWeather();
            List<Future<WeatherOutcome>> outcomes = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                ReadWeather.Target target = new ReadWeather.ByCoordinates(new Coordinates(i, i));
                outcomes.add(readers.submit(() -> reader.read(target)));
            }
            while (flights.size() < 64
                    || flights.stream().anyMatch(flight -> flight.getState() != Thread.State.WAITING)) {
                Thread.onSpinWait();
            }
            assertThat(first.calls()).isEqualTo(8);

            everyFlightWaits.countDown();
            for (Future<WeatherOutcome> outcome : outcomes) {
                assertThat(outcome.get()).isInstanceOf(WeatherOutcome.Served.class);
            }
        }
        assertThat(first.calls()).isEqualTo(64);
    }

    @Test
    void servesAStaleAnswerAtOnceAndRefreshesBehindTheReadersBack() {
        Queue<Runnable> later = new ArrayDeque<>();
        ReadWeather[] reader = new ReadWeather[1];
        Executor executor = task -> {
            if (first.calls() == 0) {
                task.run();
            } else {
                later.add(task);
            }
        };
        reader[0] = application(patient(), executor, first).readWeather();
        served(reader[0].read(HERE));
        clock.advance(INTERVAL);
        first.says(place -> answer("first", 8));

        assertThat(temperature(served(reader[0].read(HERE)))).isEqualTo(7);
        assertThat(later).hasSize(1);
        assertThat(temperature(served(reader[0].read(HERE)))).isEqualTo(7);
        assertThat(later).as("no second flight while one is under way").hasSize(1);

        later.remove().run();
        assertThat(temperature(served(reader[0].read(HERE)))).isEqualTo(8);
    }

    @Test
    void givesUpOnASourceThatHangsAndServesItLater() {
        Queue<Runnable> hanging = new ArrayDeque<>();
        RefreshPolicy impatient = policy(Duration.ofMillis(1), 10);
        ReadWeather reader = application(impatient, hanging::add, first).readWeather();

        assertThat(reader.read(HERE)).isInstanceOfSatisfying(WeatherOutcome.NoWeather.class, none -> {
            assertThat(none.place()).isEqualTo(ZURICH);
            assertThat(none.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        });

        hanging.remove().run();
        assertThat(temperature(served(reader.read(HERE)))).isEqualTo(7);
    }

    @Test
    void leavesAFailingSourceAloneForLongerAndLonger() {
        first.says(failing(SourceReply.Reason.UNREACHABLE));
        ReadWeather reader = reader(first);
        assertThat(retryAfter(reader)).isEqualTo(Duration.ofSeconds(30));
        clock.advance(Duration.ofSeconds(29));
        assertThat(retryAfter(reader)).isEqualTo(Duration.ofSeconds(1));
        assertThat(first.calls()).isEqualTo(1);

        clock.advance(Duration.ofSeconds(1));
        assertThat(retryAfter(reader)).isEqualTo(Duration.ofMinutes(1));
        clock.advance(Duration.ofMinutes(1));
        assertThat(retryAfter(reader)).isEqualTo(Duration.ofMinutes(2));
        for (int i = 0; i < 40; i++) {
            clock.advance(Duration.ofMinutes(15));
            assertThat(retryAfter(reader)).isLessThanOrEqualTo(Duration.ofMinutes(15));
        }
    }

    @Test
    void leavesASourceAloneForAsLongAsItAsks() {
        first.says(place -> new SourceReply.Failed(
                SourceReply.Reason.RATE_LIMITED, "the quota is used up", Optional.of(Duration.ofHours(2))));

        assertThat(retryAfter(reader(first))).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void simulatedWeatherIsServedWhereNoSourceAnswersAndIsNeverArchived() {
        first.says(failing(SourceReply.Reason.UNREACHABLE));

        PlaceWeather weather = served(reader(first, simulated).read(HERE));

        assertThat(weather.simulated()).isTrue();
        assertThat(temperature(weather)).isEqualTo(20);
        assertThat(archive.latest(ZURICH.id())).isEmpty();
    }

    @Test
    void theSimulationIsNotEvenAskedWhereASourceAnswers() {
        served(reader(first, simulated).read(HERE));

        assertThat(simulated.calls()).isZero();
    }

    @Test
    void simulatedWeatherGivesWayToTheFirstRealAnswer() {
        first.says(failing(SourceReply.Reason.UNREACHABLE));
        ReadWeather reader = reader(first, simulated);
        assertThat(served(reader.read(HERE)).simulated()).isTrue();

        first.says(place -> answer("first", 7));
        clock.advance(Duration.ofSeconds(30));
        served(reader.read(HERE));

        PlaceWeather weather = served(reader.read(HERE));
        assertThat(weather.simulated()).isFalse();
        assertThat(temperature(weather)).isEqualTo(7);
    }

    @Test
    void aRealAnswerHoweverOldIsServedBeforeSimulatedWeather() {
        ReadWeather reader = reader(first, simulated);
        served(reader.read(HERE));
        first.says(failing(SourceReply.Reason.UNREACHABLE));
        clock.advance(Duration.ofDays(2));

        assertThat(served(reader.read(HERE)).simulated()).isFalse();
        assertThat(simulated.calls()).isZero();
    }

    @Test
    void aFreshAnswerOfTheSecondSourceIsServedBeforeAnOldOneOfTheFirst() {
        ReadWeather reader = reader(first, second);
        served(reader.read(HERE));
        first.says(failing(SourceReply.Reason.UNREACHABLE));
        clock.advance(INTERVAL.multipliedBy(3));

        assertThat(temperature(served(reader.read(HERE)))).isEqualTo(9);
    }

    @Test
    void whatWasArchivedIsServedAfterARestartWithoutACall() {
        archive.keep(ZURICH, report("first", 5, START));
        clock.advance(Duration.ofMinutes(1));

        assertThat(temperature(served(reader(first).read(HERE)))).isEqualTo(5);
        assertThat(first.calls()).isZero();
    }

    @Test
    void answersAreArchived() {
        served(reader(first, second).read(HERE));

        assertThat(archive.latest(ZURICH.id()))
                .extracting(remembered -> remembered.report().source())
                .containsExactlyInAnyOrder(new SourceId("first"), new SourceId("second"));
    }

    @Test
    void anArchiveThatFailsCostsNoAnswer() {
        WeatherArchive broken = new WeatherArchive() {
            @Override
            public void keep(
                    Place place, List<SourceReport> reports, Optional<Instant> dueAt, Collection<Instant> toVerify) {
                throw new IllegalStateException("disk full");
            }

            @Override
            public List<Remembered> latest(PlaceId place) {
                throw new IllegalStateException("disk gone");
            }
        };
        ReadWeather reader = Application.builder(clock, gazetteer(), stores(broken), Runnable::run)
                .source(first)
                .build()
                .readWeather();

        assertThat(temperature(served(reader.read(HERE)))).isEqualTo(7);
    }

    @Test
    void anArchiveThatRecoversDoesNotReplaceWhatWasHeardSince() {
        AtomicInteger readings = new AtomicInteger();
        WeatherArchive recovering = new WeatherArchive() {
            @Override
            public void keep(
                    Place place, List<SourceReport> reports, Optional<Instant> dueAt, Collection<Instant> toVerify) {
                throw new IllegalStateException("disk full");
            }

            @Override
            public List<Remembered> latest(PlaceId place) {
                if (readings.incrementAndGet() == 1) {
                    throw new IllegalStateException("disk gone");
                }
                SourceReport old = report("first", 1, START.minus(Duration.ofDays(1)));
                return List.of(new Remembered(old, Optional.empty(), Optional.empty()));
            }
        };
        ReadWeather reader = Application.builder(clock, gazetteer(), stores(recovering), Runnable::run)
                .source(first)
                .build()
                .readWeather();
        served(reader.read(HERE));

        assertThat(temperature(served(reader.read(HERE)))).isEqualTo(7);
        assertThat(readings).hasValue(1);
    }

    @Test
    void aSourceThatThrowsHasFailed() {
        first.says(place -> {
            throw new IllegalStateException("a secret");
        });
        Application application = application(patient(), Runnable::run, first);

        assertThat(application.readWeather().read(HERE)).isInstanceOf(WeatherOutcome.NoWeather.class);
        SourceState state = application.inspectSources().sources().getFirst();
        assertThat(state.lastProblem().orElseThrow().detail()).doesNotContain("secret");
    }

    @Test
    void aSourceThatBreaksWithAnErrorIsAskedAgain() {
        first.says(place -> {
            throw new StackOverflowError();
        });
        ReadWeather reader = reader(first);
        assertThatThrownBy(() -> reader.read(HERE)).isInstanceOf(StackOverflowError.class);

        first.says(place -> answer("first", 7));
        clock.advance(Duration.ofSeconds(30));

        assertThat(temperature(served(reader.read(HERE)))).isEqualTo(7);
    }

    @Test
    void theWeatherIsTheSameObjectUntilASourceSaysSomethingNew() {
        ReadWeather reader = reader(first);
        PlaceWeather before = served(reader.read(HERE));
        clock.advance(Duration.ofMinutes(5));

        assertThat(served(reader.read(HERE))).isSameAs(before);
    }

    @Test
    void aPlaceThatFellOutOfMemoryComesBackFromTheArchive() {
        RefreshPolicy forgetful = policy(Duration.ofSeconds(3), 1);
        ReadWeather reader = application(forgetful, Runnable::run, first).readWeather();
        served(reader.read(HERE));
        served(reader.read(new ReadWeather.ById(SPRINGFIELD_ILLINOIS.id())));
        int calls = first.calls();

        assertThat(temperature(served(reader.read(HERE)))).isEqualTo(7);
        assertThat(first.calls()).isEqualTo(calls);
    }

    @Test
    void whatASourceLeavesOutIsComputedForReadersAndNotArchived() {
        Values<Variable> values = Values.of(Variable.class)
                .set(Variable.TEMPERATURE, 20)
                .set(Variable.RELATIVE_HUMIDITY, 50)
                .build();
        Conditions conditions = new Conditions(Sky.UNKNOWN, values);
        Observation now = new Observation(START, Duration.ZERO, conditions);
        Run run = new Run(
                Optional.empty(), START, List.of(new ForecastStep(START, Duration.ZERO, conditions)), List.of());
        first.says(place -> new SourceReply.Answered(
                new SourceReport(new SourceId("first"), START, Optional.of(now), Optional.of(run))));

        PlaceWeather weather = served(reader(first).read(HERE));

        assertThat(dewPoint(weather.current().orElseThrow().value().conditions()))
                .isBetween(9.2, 9.4);
        assertThat(dewPoint(weather.forecast()
                        .orElseThrow()
                        .hourly()
                        .getFirst()
                        .value()
                        .conditions()))
                .isBetween(9.2, 9.4);
        assertThat(archive.latest(ZURICH.id()).getFirst().report().current()).contains(now);
    }

    private static double dewPoint(Conditions conditions) {
        return conditions.values().get(Variable.DEW_POINT).orElseThrow();
    }

    @Test
    void anIdThatNobodyHasIsUnknown() {
        assertThat(reader(first).read(new ReadWeather.ById(new PlaceId.Town(1))))
                .isEqualTo(new WeatherOutcome.UnknownPlace());
        assertThat(first.calls()).isZero();
    }

    @Test
    void aQueryThatMatchesNothingIsUnknown() {
        assertThat(reader(first).read(new ReadWeather.ByQuery(new PlaceQuery("nowhere at all"))))
                .isEqualTo(new WeatherOutcome.UnknownPlace());
    }

    @Test
    void namesakesOfComparableSizeAreAmbiguous() {
        assertThat(reader(first).read(new ReadWeather.ByQuery(new PlaceQuery("springfield"))))
                .isEqualTo(new WeatherOutcome.AmbiguousPlace(List.of(SPRINGFIELD_MISSOURI, SPRINGFIELD_ILLINOIS)));
        assertThat(first.calls()).isZero();
    }

    @Test
    void coordinatesTypedAsTextAreAPoint() {
        PlaceWeather weather = served(reader(first).read(new ReadWeather.ByQuery(new PlaceQuery("47.4, 8.5"))));

        assertThat(weather.place().id()).isEqualTo(new PlaceId.Point(new Coordinates(47.4, 8.5)));
        assertThat(weather.place().name()).isEqualTo("Zürich");
    }

    @Test
    void pointsAHundredMetresApartShareOneCall() {
        ReadWeather reader = reader(first);
        served(reader.read(new ReadWeather.ByCoordinates(new Coordinates(47.40004, 8.50004))));
        served(reader.read(new ReadWeather.ByCoordinates(new Coordinates(47.39996, 8.49996))));

        assertThat(first.calls()).isEqualTo(1);
    }

    @Test
    void sourcesThatAreOffAreListedWithTheReason() {
        Application application = Application.builder(clock, gazetteer(), stores(archive), Runnable::run)
                .source(first)
                .sourceOff(second.info(), "there is no token")
                .sourceOff(simulated.info(), "nobody wants it")
                .sourceOff(
                        ScriptedSource.real("a", INTERVAL, place -> answer("a", 1))
                                .info(),
                        "it is too far")
                .build();
        application.readWeather().read(HERE);

        List<SourceState> states = application.inspectSources().sources();
        assertThat(states)
                .extracting(SourceState::reason)
                .containsExactly(
                        Optional.empty(),
                        Optional.of("there is no token"),
                        Optional.of("nobody wants it"),
                        Optional.of("it is too far"));
        assertThat(states.getFirst().lastSuccess()).contains(START);
    }

    @Test
    void everySourceTellsWhenItWasHeardAndWhenItIsDue() {
        SourceStatus status = served(reader(first).read(HERE)).sources().getFirst();

        SourceStatus.Reading reading = status.reading().orElseThrow();
        assertThat(reading.fetchedAt()).isEqualTo(START);
        assertThat(reading.staleAfter()).isEqualTo(START.plus(INTERVAL));
        assertThat(status.problem()).isEmpty();
    }

    private ReadWeather reader(ScriptedSource... sources) {
        return application(patient(), Runnable::run, sources).readWeather();
    }

    private static RefreshPolicy patient() {
        return policy(Duration.ofMinutes(1), 10);
    }

    /** Without jitter, so that times are round. */
    private static RefreshPolicy policy(Duration firstAnswerLimit, int placesInMemory) {
        RefreshPolicy.BackgroundPolicy punctual = new RefreshPolicy.BackgroundPolicy(20, 0, Duration.ofMinutes(1));
        return new RefreshPolicy(firstAnswerLimit, RefreshPolicy.RetryPolicy.standard(), punctual, placesInMemory);
    }

    private Application application(RefreshPolicy policy, Executor executor, ScriptedSource... sources) {
        Application.Builder builder = Application.builder(clock, gazetteer(), stores(archive), executor)
                .refresh(policy);
        for (ScriptedSource source : sources) {
            builder.source(source);
        }
        return builder.build();
    }

    private static Stores stores(WeatherArchive archive) {
        return new Stores(
                archive,
                new InMemoryWeatherArchive(),
                new InMemoryVerificationStore(),
                new InMemoryWatchList(),
                new InMemoryCallLedger());
    }

    private static InMemoryGazetteer gazetteer() {
        return new InMemoryGazetteer(List.of(ZURICH, SPRINGFIELD_MISSOURI, SPRINGFIELD_ILLINOIS));
    }

    private static Duration retryAfter(ReadWeather reader) {
        return ((WeatherOutcome.NoWeather) reader.read(HERE)).retryAfter();
    }

    private static PlaceWeather served(WeatherOutcome outcome) {
        assertThat(outcome).isInstanceOf(WeatherOutcome.Served.class);
        return ((WeatherOutcome.Served) outcome).weather();
    }

    private static double temperature(PlaceWeather weather) {
        return weather.current()
                .orElseThrow()
                .value()
                .conditions()
                .values()
                .get(Variable.TEMPERATURE)
                .orElseThrow();
    }

    private static Function<Place, SourceReply> failing(SourceReply.Reason reason) {
        return place -> ScriptedSource.failure(reason);
    }

    private SourceReply answer(String source, double temperature) {
        return new SourceReply.Answered(report(source, temperature, clock.instant()));
    }

    private SourceReport report(String source, double temperature, Instant validTime) {
        Values<Variable> values =
                Values.of(Variable.class).set(Variable.TEMPERATURE, temperature).build();
        Observation observation = new Observation(validTime, Duration.ZERO, new Conditions(Sky.UNKNOWN, values));
        return new SourceReport(new SourceId(source), clock.instant(), Optional.of(observation), Optional.empty());
    }

    private static Place town(long id, String name, String country, long population) {
        Coordinates coordinates =
                new Coordinates(country.equals("CH") ? 47.36667 : 38 + id / 1e7, country.equals("CH") ? 8.55 : -90);
        return new Place(
                new PlaceId.Town(id),
                name,
                new Region(country, "", ""),
                coordinates,
                OptionalInt.empty(),
                ZoneId.of("Europe/Zurich"),
                population);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
