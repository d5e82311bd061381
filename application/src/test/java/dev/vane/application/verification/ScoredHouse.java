package dev.vane.application.verification;

import dev.vane.application.api.FindPlaces;
import dev.vane.application.api.StationSettings;
import dev.vane.application.places.Places;
import dev.vane.application.spi.CallLedger;
import dev.vane.application.spi.InMemoryCallLedger;
import dev.vane.application.spi.InMemoryGazetteer;
import dev.vane.application.spi.InMemoryVerificationStore;
import dev.vane.application.spi.InMemoryWatchList;
import dev.vane.application.spi.InMemoryWeatherArchive;
import dev.vane.application.spi.MutableClock;
import dev.vane.application.spi.Stores;
import dev.vane.application.spi.VerificationStore;
import dev.vane.application.spi.WatchList;
import dev.vane.application.spi.WeatherArchive;
import dev.vane.application.spi.WeatherRecord;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** A watched house with a station and sources, whose weather is made up from a seed; everything is kept as it would be. */
public final class ScoredHouse {

    /** When its record begins. */
    public static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    /** Where it stands. */
    public static final Place PLACE = new Place(
            new PlaceId.Town(7),
            "Home",
            new Region("CH", "ZH", "Zurich"),
            new Coordinates(47.4, 8.5),
            OptionalInt.of(430),
            ZoneId.of("Europe/Zurich"),
            1000);

    /** A source that says what an official station measured. */
    public static final SourceId METAR = new SourceId("metar");

    static final Duration HOUR = Duration.ofHours(1);

    /** Its clock. */
    public final MutableClock clock = new MutableClock(START);

    private final Stores stores;
    private Verification verification;

    /** A house that remembers in memory. */
    public ScoredHouse() {
        this(inMemory());
    }

    /** A house that remembers in given stores. */
    public ScoredHouse(Stores stores) {
        this.stores = stores;
        stores.watches().add(PLACE, START);
        restart();
    }

    private static Stores inMemory() {
        InMemoryWeatherArchive archive = new InMemoryWeatherArchive();
        InMemoryVerificationStore store = new InMemoryVerificationStore();
        WatchList watches = new InMemoryWatchList();
        CallLedger ledger = new InMemoryCallLedger();
        return new Stores(store.marking(archive, watches), archive, store, watches, ledger);
    }

    /** Forgets what is not in the stores. */
    public void restart() {
        FindPlaces places = Places.findPlaces(new InMemoryGazetteer(List.of(PLACE)));
        verification = Verification.of(clock, places, stores, Set.of(METAR));
    }

    /** The use cases about scores. */
    public Verification verification() {
        return verification;
    }

    VerificationStore store() {
        return stores.verification();
    }

    WeatherRecord record() {
        return stores.record();
    }

    /** Something that is heard. */
    public sealed interface Heard {
        /** When it is heard. */
        Instant at();
    }

    /** A reading of the station. */
    public record Reading(Instant at, Values<Variable> values) implements Heard {}

    /** A run of a source. */
    public record Forecasted(Instant at, SourceId source, Run run) implements Heard {}

    /** What a source says of now. */
    public record Now(Instant at, SourceId source, Values<Variable> values) implements Heard {}

    /** Keeps what is heard as the service does, without verifying it. */
    public void hear(Heard heard) {
        SourceReport report = switch (heard) {
            case Reading(Instant at, Values<Variable> values) -> said(StationSettings.SOURCE, at, values);
            case Now(Instant at, SourceId source, Values<Variable> values) -> said(source, at, values);
            case Forecasted(Instant at, SourceId source, Run run) ->
                new SourceReport(source, at, Optional.empty(), Optional.of(run));
        };
        WeatherArchive archive = stores.archive();
        archive.keep(PLACE, List.of(report), Optional.empty(), HoursToVerify.after(List.of(report), clock.instant()));
    }

    private static SourceReport said(SourceId source, Instant at, Values<Variable> values) {
        Duration period = values.has(Variable.PRECIPITATION) ? HOUR : Duration.ZERO;
        Observation observation = new Observation(at, period, new Conditions(Sky.UNKNOWN, values));
        return new SourceReport(source, at, Optional.of(observation), Optional.empty());
    }

    /** Verifies what waits at a time. */
    public void verifyAt(Instant now) {
        clock.set(now);
        verification.keep().verifyDue();
    }

    static Values<Variable> temperature(double value) {
        return Values.of(Variable.class).set(Variable.TEMPERATURE, value).build();
    }

    static Run run(Instant availableAt, int hours, Function<Instant, Values<Variable>> values) {
        List<ForecastStep> steps = new ArrayList<>();
        for (int hour = 1; hour <= hours; hour++) {
            Instant time = availableAt.plus(HOUR.multipliedBy(hour));
            steps.add(new ForecastStep(time, Duration.ZERO, new Conditions(Sky.UNKNOWN, values.apply(time))));
        }
        return new Run(Optional.empty(), availableAt, steps, List.of());
    }

    /** The temperature that it truly has at a time. */
    public static double truth(Instant time) {
        double days = Duration.between(START, time).toSeconds() / 86_400.0;
        return 8 + 5 * Math.sin(2 * Math.PI * days) + 4 * Math.sin(days / 2.3) + 2 * Math.sin(days * 1.7);
    }

    /** Readings each hour, and two sources' forecasts of three days each six hours, one warm and rough, one cold. */
    public static List<Heard> days(int days, long seed) {
        Random random = new Random(seed);
        List<Heard> heard = new ArrayList<>();
        for (int hour = 0; hour < 24 * days; hour++) {
            Instant time = START.plus(HOUR.multipliedBy(hour));
            heard.add(new Reading(time, temperature(rounded(truth(time) + 0.2 * random.nextGaussian()))));
            if (hour % 6 == 0) {
                heard.add(new Forecasted(
                        time,
                        new SourceId("rough"),
                        run(time, 72, at -> temperature(rounded(truth(at) + 2 + 1.5 * random.nextGaussian())))));
                heard.add(new Forecasted(
                        time,
                        new SourceId("smooth"),
                        run(time, 72, at -> temperature(rounded(truth(at) - 1.5 + 0.8 * random.nextGaussian())))));
            }
        }
        return heard;
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
