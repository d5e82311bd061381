package dev.vane.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.adapters.sources.ProviderSources;
import dev.vane.adapters.sources.StubProvider;
import dev.vane.adapters.sources.http.BaseUrl;
import dev.vane.adapters.sources.http.HttpSettings;
import dev.vane.adapters.sources.http.Secret;
import dev.vane.adapters.sources.metnorway.MetNorwaySettings;
import dev.vane.adapters.sources.nws.NwsSettings;
import dev.vane.adapters.sources.openmeteo.OpenMeteoSettings;
import dev.vane.adapters.sources.openweather.OpenWeatherSettings;
import dev.vane.adapters.sqlite.SqliteStorage;
import dev.vane.adapters.sqlite.database.JournalMode;
import dev.vane.adapters.sqlite.database.StorageSettings;
import dev.vane.adapters.sqlite.database.Synchronous;
import dev.vane.adapters.sqlite.gazetteer.SqliteGazetteer;
import dev.vane.application.Application;
import dev.vane.application.api.CallBudget;
import dev.vane.application.api.ReadWeather;
import dev.vane.application.api.RefreshPolicy;
import dev.vane.application.api.RefreshPolicy.BackgroundPolicy;
import dev.vane.application.api.RefreshPolicy.RetryPolicy;
import dev.vane.application.api.WeatherOutcome;
import dev.vane.application.spi.CallLedger;
import dev.vane.application.spi.CallWindow;
import dev.vane.application.spi.MutableClock;
import dev.vane.application.spi.Stores;
import dev.vane.application.spi.WeatherSource;
import dev.vane.bootstrap.config.Configuration;
import dev.vane.bootstrap.config.ConfigurationReader;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.weather.SourceId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A day of a house with ten watched places and five dashboards that each ask for all of them every minute, on four
 * providers: the real sources, ledger, archive and watch list, the default budgets, and a clock that the test moves from
 * minute to minute. At noon the service is stopped and started again.
 */
class SimulatedDayTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-02-07T00:00:00Z");
    private static final int MINUTES = 24 * 60;
    private static final int CLIENTS = 5;
    private static final int PLACES = 10;
    private static final int UNLIMITED = Integer.MAX_VALUE;

    /** Towns of the United States, which all four providers cover. */
    private static final long[] TOWNS = {
        5128581, 5368361, 4887398, 4699066, 5308655, 4560349, 4726206, 5391811, 4684888, 4671654
    };

    @TempDir
    private Path directory;

    private final MutableClock clock = new MutableClock(MIDNIGHT);
    private final Map<ProviderDocuments, StubProvider> providers = new EnumMap<>(ProviderDocuments.class);
    private final Configuration settings = new ConfigurationReader(Map.of()).read();
    private SqliteGazetteer gazetteer;

    @BeforeEach
    void start() {
        gazetteer = SqliteGazetteer.open(Path.of(System.getProperty("vane.gazetteer")));
        for (ProviderDocuments provider : ProviderDocuments.values()) {
            providers.put(provider, StubProvider.start());
        }
    }

    @AfterEach
    void stop() {
        providers.values().forEach(StubProvider::close);
        gazetteer.close();
    }

    /** The service between two restarts. */
    private record Service(Application application, ProviderSources sources, SqliteStorage storage)
            implements AutoCloseable {
        @Override
        public void close() {
            sources.close();
            storage.close();
        }
    }

    @ParameterizedTest(name = "with a jitter of {0} %")
    @ValueSource(ints = {0, 10})
    void theCallsOfADayAreThoseOfTheRhythmAndWithinTheBudget(int jitterPercent) {
        Service service = open(jitterPercent);
        List<Place> places = LongStream.of(TOWNS)
                .mapToObj(id -> gazetteer.town(new PlaceId.Town(id)).orElseThrow())
                .toList();
        providers.forEach((provider, stub) -> places.forEach(place -> provider.know(place.coordinates(), stub)));
        sayNow();
        places.forEach(place -> service.application().watchPlaces().watch(place.id()));

        live(service, places, MINUTES / 2);
        ask(service, places); // whatever is due at noon
        service.close();
        Map<ProviderDocuments, Integer> beforeRestart = calls();
        try (Service restarted = open(jitterPercent)) {
            ask(restarted, places);
            assertThat(calls()).as("calls at the restart").isEqualTo(beforeRestart);

            live(restarted, places, MINUTES / 2);
            check(jitterPercent, restarted);
        }
    }

    private void live(Service service, List<Place> places, int minutes) {
        for (int minute = 0; minute < minutes; minute++) {
            ask(service, places);
            clock.advance(Duration.ofMinutes(1));
        }
    }

    private void ask(Service service, List<Place> places) {
        sayNow();
        service.application().keepUpToDate().refreshDue();
        for (int client = 0; client < CLIENTS; client++) {
            places.forEach(place -> read(service, place));
        }
    }

    private static void read(Service service, Place place) {
        assertThat(service.application().readWeather().read(new ReadWeather.ById(place.id())))
                .isInstanceOf(WeatherOutcome.Served.class);
    }

    private void sayNow() {
        providers.forEach((provider, stub) -> provider.sayAt(clock.instant(), stub));
    }

    private Map<ProviderDocuments, Integer> calls() {
        Map<ProviderDocuments, Integer> calls = new EnumMap<>(ProviderDocuments.class);
        providers.forEach((provider, stub) -> calls.put(provider, stub.calls()));
        return calls;
    }

    /** Compares with what follows from the intervals alone, and prints the table. */
    private void check(int jitterPercent, Service service) {
        SoftAssertions softly = new SoftAssertions();
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%nA day, %d watched places, %d clients each minute, jitter %d %%, a restart at noon%n%-12s %9s %9s %9s %9s%n",
                PLACES,
                CLIENTS,
                jitterPercent,
                "source",
                "predicted",
                "made",
                "counted",
                "a day at most"));
        for (Rhythm rhythm : Rhythm.values()) {
            int made = providers.get(rhythm.provider).calls();
            long counted = counted(service, rhythm.provider);
            int most = rhythm.calls(MINUTES, 0);
            int least = rhythm.calls(MINUTES, jitterPercent);
            table.append(String.format(
                    Locale.ROOT,
                    "%-12s %9s %9d %9d %9s%n",
                    rhythm.provider.source(),
                    least == most ? most : least + "-" + most,
                    made,
                    counted,
                    limit(rhythm.provider) == UNLIMITED ? "any" : limit(rhythm.provider)));
            softly.assertThat(made).as(rhythm.provider.source()).isBetween(least, most);
            softly.assertThat(counted).as(rhythm.provider.source()).isEqualTo((long) made * rhythm.weight);
            softly.assertThat(counted).as(rhythm.provider.source()).isLessThanOrEqualTo(limit(rhythm.provider));
        }
        System.out.println(table);
        softly.assertAll();
    }

    /** What follows from the documentation of each provider and the defaults. */
    private enum Rhythm {
        OPEN_METEO(ProviderDocuments.OPEN_METEO, 15, 1, 6),
        MET_NORWAY(ProviderDocuments.MET_NORWAY, 30, 1, 1),
        /** Forecast, grid, observation and alerts each time; a place's grid cell and stations once a day. */
        NWS(ProviderDocuments.NWS, 30, 4, 1),
        OPENWEATHER(ProviderDocuments.OPENWEATHER, 15, 2, 1);

        private final ProviderDocuments provider;
        private final int interval;
        private final int calls;
        private final int weight;

        Rhythm(ProviderDocuments provider, int interval, int calls, int weight) {
            this.provider = provider;
            this.interval = interval;
            this.calls = calls;
            this.weight = weight;
        }

        private int calls(int minutes, int jitterPercent) {
            int longest = interval + Math.ceilDiv(interval * jitterPercent, 100);
            int times = Math.ceilDiv(minutes, longest);
            int once =
                    provider == ProviderDocuments.NWS ? PLACES + 1 : 0; // one cell for all, and so one list of stations
            return PLACES * calls * times + once;
        }
    }

    private static long counted(Service service, ProviderDocuments provider) {
        // The day is over: what was counted for it is what is counted in the month.
        return service.storage().ledger().counts().stream()
                .filter(count -> count.account().equals(new SourceId(provider.source())))
                .filter(count -> count.window() == CallWindow.MONTH)
                .mapToLong(CallLedger.Count::calls)
                .sum();
    }

    private long limit(ProviderDocuments provider) {
        return budget(provider).getOrDefault(CallWindow.DAY, UNLIMITED);
    }

    private Map<CallWindow, Integer> budget(ProviderDocuments provider) {
        Configuration.Sources sources = settings.sources();
        return switch (provider) {
            case OPEN_METEO -> sources.openMeteo().provider().budget();
            case MET_NORWAY -> sources.metNorway().budget();
            case NWS -> sources.nws().budget();
            case OPENWEATHER -> sources.openWeather().provider().budget();
        };
    }

    private Service open(int jitterPercent) {
        // A process that ends loses nothing without the disk's word; the day has some ten thousand transactions.
        SqliteStorage storage = SqliteStorage.open(new StorageSettings(
                directory,
                JournalMode.WAL,
                Synchronous.NORMAL,
                StorageSettings.DEFAULT_READERS,
                StorageSettings.DEFAULT_BUSY_TIMEOUT));
        ProviderSources sources = new ProviderSources(
                HttpSettings.standard("test", URI.create("https://home.example.org/contact")), clock, storage.notes());
        Application.Builder application = Application.builder(
                        clock,
                        gazetteer,
                        new Stores(
                                storage.archive(),
                                storage.record(),
                                storage.verification(),
                                storage.watches(),
                                storage.ledger()),
                        Runnable::run)
                .refresh(new RefreshPolicy(
                        Duration.ofSeconds(3),
                        RetryPolicy.standard(),
                        new BackgroundPolicy(PLACES, jitterPercent, Duration.ofMinutes(1)),
                        PLACES));
        for (ProviderDocuments provider : ProviderDocuments.values()) {
            application.source(source(provider, sources));
            application.budget(new SourceId(provider.source()), new CallBudget(budget(provider), 80));
        }
        return new Service(application.build(), sources, storage);
    }

    private WeatherSource source(ProviderDocuments provider, ProviderSources sources) {
        BaseUrl url = BaseUrl.of(providers.get(provider).baseUrl());
        Duration quarter = Duration.ofMinutes(15);
        Duration half = Duration.ofMinutes(30);
        return switch (provider) {
            case OPEN_METEO -> sources.openMeteo(new OpenMeteoSettings(url, 10, quarter));
            case MET_NORWAY -> sources.metNorway(new MetNorwaySettings(url, half));
            case NWS -> sources.nws(new NwsSettings(url, half));
            case OPENWEATHER ->
                sources.openWeather(new OpenWeatherSettings(url, Secret.of("f00dfeed"), false, quarter));
        };
    }
}
