package dev.vane.application.weather;

import dev.vane.application.Application;
import dev.vane.application.api.CallBudget;
import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.ReadWeather;
import dev.vane.application.api.RefreshPolicy;
import dev.vane.application.api.SourcePreference;
import dev.vane.application.api.WeatherOutcome;
import dev.vane.application.spi.InMemoryCallLedger;
import dev.vane.application.spi.InMemoryGazetteer;
import dev.vane.application.spi.InMemoryVerificationStore;
import dev.vane.application.spi.InMemoryWatchList;
import dev.vane.application.spi.InMemoryWeatherArchive;
import dev.vane.application.spi.MutableClock;
import dev.vane.application.spi.Stores;
import dev.vane.application.spi.WeatherSource;
import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/** A house with a clock that stands still, places, and a memory that outlives a restart of the application. */
final class Household {

    static final Instant START = Instant.parse("2026-02-06T21:30:00Z");
    static final Place ZURICH = town(1, "CH");
    static final Place OSLO = town(2, "NO");
    static final Place CHICAGO = town(3, "US");

    private static final int SOME_TOWNS = 40;

    final MutableClock clock = new MutableClock(START);
    final InMemoryWeatherArchive archive = new InMemoryWeatherArchive();
    final InMemoryWatchList watches = new InMemoryWatchList();
    final InMemoryCallLedger ledger = new InMemoryCallLedger();
    final InMemoryVerificationStore verification = new InMemoryVerificationStore();
    private final Map<SourceId, CallBudget> budgets = new HashMap<>();
    private SourcePreference preference = SourcePreference.NONE;
    private RefreshPolicy.BackgroundPolicy background =
            new RefreshPolicy.BackgroundPolicy(20, 0, Duration.ofMinutes(1));
    private Executor executor = Runnable::run;

    Household prefers(SourcePreference order) {
        preference = order;
        return this;
    }

    Household allows(String account, CallBudget budget) {
        budgets.put(new SourceId(account), budget);
        return this;
    }

    Household background(RefreshPolicy.BackgroundPolicy policy) {
        background = policy;
        return this;
    }

    Household runsOn(Executor other) {
        executor = other;
        return this;
    }

    /** Starts the application, or starts it again. */
    Application start(WeatherSource... sources) {
        Stores stores = new Stores(archive, archive, verification, watches, ledger);
        RefreshPolicy policy =
                new RefreshPolicy(Duration.ofMillis(200), RefreshPolicy.RetryPolicy.standard(), background, 50);
        Application.Builder builder = Application.builder(
                        clock, new InMemoryGazetteer(towns(SOME_TOWNS)), stores, executor)
                .refresh(policy)
                .preference(preference);
        budgets.forEach(builder::budget);
        List.of(sources).forEach(builder::source);
        return builder.build();
    }

    static PlaceWeather read(Application application, Place place) {
        return ((WeatherOutcome.Served) application.readWeather().read(new ReadWeather.ById(place.id()))).weather();
    }

    static List<Place> towns(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(id -> town(id, id == 2 ? "NO" : id == 3 ? "US" : "CH"))
                .toList();
    }

    static Place town(long id, String country) {
        return new Place(
                new PlaceId.Town(id),
                "Town " + id,
                new Region(country, "", ""),
                new Coordinates(40 + id / 10.0, 8.5),
                OptionalInt.empty(),
                ZoneId.of("Europe/Zurich"),
                10_000);
    }

    static Values<Variable> knowing(Variable variable, double value) {
        return Values.of(Variable.class).set(variable, value).build();
    }

    static Observation observed(Instant time, Duration period, Values<Variable> values) {
        return new Observation(time, period, new Conditions(Sky.UNKNOWN, values));
    }

    static ForecastStep step(Instant time, Duration period, Values<Variable> values) {
        return new ForecastStep(time, period, new Conditions(Sky.UNKNOWN, values));
    }

    /** A report of a temperature now, and of the same in three hours. */
    SourceReport report(String source, double temperature) {
        Values<Variable> values = knowing(Variable.TEMPERATURE, temperature);
        List<ForecastStep> steps = IntStream.rangeClosed(1, 3)
                .mapToObj(hour -> step(START.plus(Duration.ofHours(hour)), Duration.ZERO, values))
                .toList();
        Run run = new Run(Optional.empty(), clock.instant(), steps, List.of());
        return new SourceReport(
                new SourceId(source),
                clock.instant(),
                Optional.of(observed(clock.instant(), Duration.ZERO, values)),
                Optional.of(run));
    }
}
